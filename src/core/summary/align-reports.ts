import type { DocumentReading, SectionKind } from '../report/reading.ts';

/** A place in a report: its page, counted from 1, and how far down that page, so that 12.5 is its middle. */
export type Place = number;

interface Anchor {
  readonly from: Place;
  readonly to: Place;
}

type Sectioned = Pick<DocumentReading, 'pages' | 'sections'>;

/** Where the sections begin, the second of a kind told from the first. */
function starts({ sections }: Sectioned): Map<string, Place> {
  const counts = new Map<SectionKind, number>();
  const found = new Map<string, Place>();
  for (const { kind, firstPage } of sections) {
    const count = (counts.get(kind) ?? 0) + 1;
    counts.set(kind, count);
    found.set(`${kind} ${count}`, firstPage);
  }
  return found;
}

/**
 * Where in one report stands what stands at a place of another: in the same section, as far into it. Sections that
 * only one of them has, or that they have in another order, are passed over.
 */
export function alignReports(from: Sectioned, to: Sectioned): (place: Place) => Place {
  const there = starts(to);
  const common = [...starts(from)].flatMap(([section, start]): Anchor[] => {
    const other = there.get(section);
    return other === undefined ? [] : [{ from: start, to: other }];
  });
  const anchors: Anchor[] = [{ from: 1, to: 1 }];
  for (const anchor of common.sort((a, b) => a.from - b.from)) {
    const last = anchors.at(-1);
    if (last !== undefined && anchor.from > last.from && anchor.to > last.to) anchors.push(anchor);
  }
  // Behind the last page of each.
  anchors.push({ from: from.pages + 1, to: to.pages + 1 });
  return (place) => {
    const behind = Math.max(
      anchors.findIndex((anchor) => anchor.from > place),
      1,
    );
    const isPastEnd = place >= from.pages + 1;
    const end = isPastEnd ? anchors.length - 1 : behind;
    const [a, b] = [anchors[end - 1], anchors[end]];
    if (a === undefined || b === undefined || b.from === a.from) return 1;
    const share = (Math.min(place, b.from) - a.from) / (b.from - a.from);
    return Math.max(1, a.to + Math.max(share, 0) * (b.to - a.to));
  };
}
