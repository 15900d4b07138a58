import type { Fact } from '../fact.ts';
import { hasLegalForm, isLegalForm, nameWords } from '../names/legal-forms.ts';
import { readName, readNameBefore, type NameRead, readNameIn } from '../names/read-name.ts';
import { fullerName, isSameName } from '../names/same-name.ts';
import { factFrom, type DocumentView } from '../view/document-view.ts';
import type { FlowText, Span } from '../view/flow-text.ts';
import { FIRM_ENDING } from './auditor-wordings.ts';
import { VENDOR_WORDINGS, type VendorWording } from './vendor-wordings.ts';

export interface VendorRead {
  readonly vendor: Fact<string> | null;
  readonly aliases: readonly Fact<string>[];
  /** Other companies that have a line of the cover to themselves: a parent, the auditor, or a mistake. */
  readonly othersOnCover: readonly Fact<string>[];
}

const NO_VENDOR: VendorRead = { vendor: null, aliases: [], othersOnCover: [] };

interface NameMention {
  readonly name: string;
  readonly weight: number;
  readonly flow: FlowText;
  readonly span: Span;
  readonly focus: number;
}

interface Candidate {
  readonly mentions: NameMention[];
  weight: number;
}

/** Below this, a name rests on one weak mention. */
const CERTAIN_WEIGHT = 4;
/** More mentions of one wording say nothing new. */
const MENTIONS_PER_WORDING = 4;

/** Reads the service organization and the other names that the report prints for it. */
export function readVendor(view: DocumentView): VendorRead {
  const mentions = VENDOR_WORDINGS.flatMap((wording) => mentionsOf(view, wording));
  const candidates: Candidate[] = [];
  for (const mention of [...mentions, ...namesOnTheirOwn(view)]) {
    if (FIRM_ENDING.test(mention.name)) continue;
    const known = candidates.find(
      ({ mentions: [first] }) => first !== undefined && isSameName(first.name, mention.name),
    );
    if (known === undefined) candidates.push({ mentions: [mention], weight: mention.weight });
    else {
      known.mentions.push(mention);
      known.weight += mention.weight;
    }
  }
  const [best] = candidates.sort((a, b) => b.weight - a.weight);
  if (best === undefined) return NO_VENDOR;
  const cover = view.flow('cover');
  const others = candidates
    .slice(1)
    .flatMap(({ mentions: own }) =>
      own.filter(({ flow, name }) => flow === cover && hasLegalForm(name)).slice(0, 1),
    );
  return { ...describe(view, best), othersOnCover: others.map(factOf) };
}

const factOf = ({ name, flow, span, focus }: NameMention): Fact<string> =>
  factFrom(name, flow, span, 'certain', focus);

function mentionsOf(view: DocumentView, wording: VendorWording): NameMention[] {
  return wording.parts.flatMap((part) => {
    const flow = view.flow(part);
    const pattern = wording.after ?? wording.before;
    if (pattern === undefined) return [];
    const found: NameMention[] = [];
    for (const match of flow.text.slice(0, 40_000).matchAll(pattern)) {
      if (found.length >= MENTIONS_PER_WORDING) break;
      const end = match.index + match[0].length;
      const read =
        wording.after === undefined ? readNameBefore(flow.text, match.index) : readName(flow.text, end);
      if (read === undefined || !fits(flow.text, read, wording)) continue;
      const start = wording.after === undefined ? read.start : match.index;
      // "the" belongs to the sentence, "The" to the name.
      const name = wording.after !== undefined && /\bThe\s+$/.test(match[0]) ? `The ${read.name}` : read.name;
      found.push({
        name,
        weight: wording.weight,
        flow,
        span: { start, end: read.end },
        focus: read.start,
      });
    }
    return found;
  });
}

const fits = (text: string, read: NameRead, { then }: VendorWording): boolean =>
  then === undefined || then.test(text.slice(read.end, read.end + 260));

/** Lines at the top of the letter: the addressee's name over its street and city. */
const ADDRESS_LINES = 14;

/** Lines of the cover, and of the letter's address, that are a name with its legal form. */
function namesOnTheirOwn(view: DocumentView): NameMention[] {
  const cover = view.flow('cover');
  const letter = view.flow('auditors-report');
  return [
    ...nameLines(cover, cover.lineSpans()),
    ...nameLines(letter, letter.lineSpans().slice(0, ADDRESS_LINES)),
  ];
}

function nameLines(flow: FlowText, lines: readonly Span[]): NameMention[] {
  return lines.flatMap((line) => {
    const read = readNameIn(flow.text, line);
    const rest = read === undefined ? '' : flow.text.slice(read.end, line.end);
    if (read === undefined || !hasLegalForm(read.name) || !/^[\s.,:]*$|^\s*[–|-]\s/.test(rest)) return [];
    return [{ name: read.name, weight: 2, flow, span: read, focus: read.start }];
  });
}

function describe(view: DocumentView, { mentions, weight }: Candidate): VendorRead {
  const weights = new Map<string, number>();
  for (const mention of mentions)
    weights.set(mention.name, (weights.get(mention.name) ?? 0) + mention.weight);
  const byWeight = [...weights].sort((a, b) => b[1] - a[1]).map(([name]) => name);
  const legal = byWeight.filter(hasLegalForm);
  const [usual] = byWeight;
  if (usual === undefined) return NO_VENDOR;
  const inMentions = legal.length > 0 ? legal.reduce(fullerName) : undefined;
  const spelledOut = inMentions === undefined ? legalNameElsewhere(view, usual) : undefined;
  const chosen = spelledOut ?? mentions.find(({ name }) => name === (inMentions ?? usual));
  if (chosen === undefined) return NO_VENDOR;
  const certainty = weight >= CERTAIN_WEIGHT ? 'certain' : 'likely';
  const vendor = factFrom(chosen.name, chosen.flow, chosen.span, certainty, chosen.focus);
  const others = mentions.filter(
    ({ name }, i) => name !== chosen.name && mentions.findIndex((other) => other.name === name) === i,
  );
  const aliases = [...others.map(factOf), ...definedNames(chosen, mentions)];
  return {
    ...NO_VENDOR,
    vendor,
    aliases: aliases.filter(
      ({ value }, i) => value !== chosen.name && aliases.findIndex((other) => other.value === value) === i,
    ),
  };
}

const escapeRegExp = (text: string): string => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');

/** The same name with its legal form, where the report prints it once: in the letter's address, on the cover. */
function legalNameElsewhere(view: DocumentView, name: string): NameMention | undefined {
  const pattern = new RegExp(`(?<![\\p{L}\\d])${escapeRegExp(name)},?\\s+(?=\\S)`, 'giu');
  for (const flow of [
    view.flow('auditors-report'),
    view.flow('assertion'),
    view.flow('cover'),
    view.flow('description'),
    view.runningText,
  ]) {
    for (const match of flow.text.matchAll(pattern)) {
      const next = /^\S+/.exec(flow.text.slice(match.index + match[0].length))?.[0] ?? '';
      if (!isLegalForm(next) || /^[a-z]/.test(next)) continue;
      const read = readName(flow.text, match.index);
      if (
        read !== undefined &&
        nameWords(read.name).join(' ') === nameWords(name).join(' ') &&
        hasLegalForm(read.name)
      )
        return { name: read.name, weight: 1, flow, span: read, focus: read.start };
    }
  }
  return undefined;
}

const DEFINED =
  /^[\s,]*(?:\((?:the |hereinafter|hereafter|collectively|referred to as|or |also |known as|,|\s)*((?:["'][^"'()]{2,60}["'](?:\s*(?:,|or|and|\/)\s*(?:the\s+)?)*)+)[^)]{0,40}\)|,?\s*(?:d\/b\/a|dba|doing business as|trading as|t\/a)\s+([^,.;()\n]{2,60}))/i;
/** What a definition calls every service organization. */
const GENERIC =
  /^(?:the )?(?:company|service organi[sz]ation|organi[sz]ation|system|service provider|firm|corporation|management|entity|group)$/i;

/** Names that the report gives it in brackets: "Google" or "the Company". */
function definedNames(chosen: NameMention, mentions: readonly NameMention[]): Fact<string>[] {
  return [chosen, ...mentions.filter(({ name }) => name === chosen.name)].flatMap(({ flow, span }) => {
    const match = DEFINED.exec(flow.text.slice(span.end, span.end + 240));
    if (match === null) return [];
    const names =
      match[2] !== undefined
        ? [match[2].trim()]
        : [...(match[1] ?? '').matchAll(/["']([^"'()]{2,60}?),?["']/g)].map((quoted) =>
            (quoted[1] ?? '').trim(),
          );
    const end = span.end + match.index + match[0].length;
    return names
      .filter((name) => name !== '' && !GENERIC.test(name) && /\p{Lu}/u.test(name))
      .map((name) => factFrom(name, flow, { start: span.end, end }));
  });
}
