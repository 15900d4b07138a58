import type { Facility } from '../../reading.ts';
import { factFrom, type DocumentView } from '../../view/document-view.ts';
import type { FlowText } from '../../view/flow-text.ts';
import { findTables } from '../../view/tables.ts';
import { placeOfSite, splitPlaces } from './places.ts';
import { subsections, type Subsection } from './subsection.ts';

const SITE = String.raw`(?:(?:data|colocation|computing|hosting|service|processing|operations?|call|support)\s*cent(?:er|re)s?|facilit(?:y|ies)|sites?|locations?|offices?|campus(?:es)?)`;
const HEADING = new RegExp(
  String.raw`^(?:(?:in[- ]scope|physical|primary|covered|examined|scope of|our|the|data cent(?:er|re))\s+)*${SITE}(?:\s+(?:in scope|covered|locations?|facilit(?:y|ies)|addresses|examined|included|overview))*(?:\s+(?:and|in|within)\s+(?:scope|locations?|facilit(?:y|ies)|the scope.{0,40}))?$|^scope of (?:the )?facilit|^${SITE} (?:in|within|included in) (?:the )?scope`,
  'i',
);

/** "The scope of this report covers the following facilities: …", "limited to the data centers in …". */
const INCLUDED = new RegExp(
  String.raw`\b(?:scope|report|examination|description)\b[^.:\n]{0,100}\b(?:covers?|covered|includes?|included|limited to|comprises?|encompass(?:es|ed)?|applies to|extends? to|addresses)\b[^.:;\n]{0,60}?\b${SITE}\b(?:\s+(?:located|situated|operated|listed below))?(?:\s*(?:in|at|of|are|include)\s*:?|\s*:)\s*`,
  'gi',
);
/** "The following facilities are excluded from the scope: …", "did not extend to the sites at …". */
const EXCLUDED = new RegExp(
  String.raw`\b${SITE}\b[^.:;\n]{0,60}\b(?:excluded from|not (?:included )?(?:in|within)|outside(?: of)?|out of)\s+(?:the\s+)?(?:scope)\b[^.:\n]{0,60}:\s*|\bnot (?:included |covered )?(?:in|within|by)\s+(?:the\s+)?scope[^.:\n]{0,60}:\s*|\b(?:did|does) not (?:extend to|include|cover)\b[^.:;\n]{0,50}?\b${SITE}\b(?:\s+(?:located|situated))?(?:\s*(?:in|at|of)\s*:?|\s*:)\s*`,
  'gi',
);
/** "The Chicago, Illinois facility was not included in the scope of this report." */
const NAMED_EXCLUDED = new RegExp(
  String.raw`\b[Tt]he ((?:[\p{Lu}][\p{L}.'-]*,?\s+(?:and\s+)?){1,10})${SITE}\s+(?:was|were|is|are)\s+(?:not (?:included |covered )?(?:in|within|by|part of)|excluded from|outside(?: of)?|out of)\s+(?:the\s+)?(?:scope|examination|report)`,
  'gu',
);

interface Site {
  /** As printed: a code, a street and a city, or less. */
  readonly printed: string;
  readonly inScope: boolean;
  readonly flow: FlowText;
  readonly start: number;
}

/** Reads the facilities that the report names as examined, and those that it names as left out. */
export function readFacilities(view: DocumentView): Facility[] {
  const sites = [
    ...subsections(view, ['description'], HEADING).flatMap((section) => sitesOf(view, section)),
    ...inSentences(view.flow('auditors-report')),
    ...inSentences(view.flow('description')),
    ...inSentences(view.flow('assertion')),
  ];
  const merged = new Map<string, Site>();
  for (const site of sites) {
    const key = placeOfSite(site.printed).toLowerCase();
    const isKnown = [...merged.keys()].some(
      (other) => other === key || other.startsWith(`${key},`) || key.startsWith(`${other},`),
    );
    if (!isKnown) merged.set(key, site);
  }
  return [...merged.values()].map(({ printed, inScope, flow, start }) => ({
    ...factFrom(placeOfSite(printed), flow, { start, end: start + printed.length }),
    inScope,
  }));
}

function inSentences(flow: FlowText): Site[] {
  return [
    ...listedAfter(flow, EXCLUDED, false),
    ...namedExcluded(flow),
    ...listedAfter(flow, INCLUDED, true),
  ];
}

function listedAfter(flow: FlowText, wording: RegExp, inScope: boolean): Site[] {
  return [...flow.text.matchAll(wording)].flatMap((match) => {
    const negated = inScope && /\bnot\b|\bexclud/i.test(match[0]);
    if (negated) return [];
    const start = match.index + match[0].length;
    const stop = flow.text.slice(start).search(/\.(?:\s|$)|\n/);
    const end = stop < 0 ? flow.text.length : start + stop;
    return placesAt(flow, flow.text.slice(start, end), start, inScope);
  });
}

const namedExcluded = (flow: FlowText): Site[] =>
  [...flow.text.matchAll(NAMED_EXCLUDED)].flatMap((match) =>
    placesAt(flow, match[1] ?? '', match.index + 4, false),
  );

function placesAt(flow: FlowText, text: string, start: number, inScope: boolean): Site[] {
  let from = 0;
  return splitPlaces(text).flatMap((name) => {
    const at = text.indexOf(name, from);
    if (at < 0) return [];
    from = at + name.length;
    return [{ printed: name, inScope, flow, start: start + at }];
  });
}

const SCOPE_TITLE = /\bin[- ]?scope\b|\bscope\b|\bcovered\b|\bexamined\b|\bincluded\b/i;
const SITE_TITLE = new RegExp(
  String.raw`^(?:(?:data\s*cent(?:er|re)|facility|site|location|city)\s*)?(?:${SITE}|city|name|address|region|code|id)(?:\s+(?:name|address|in scope))?$`,
  'i',
);
const NO = /^(?:no|n|out(?: of scope)?|excluded|not (?:in scope|included|examined|covered)|–|x)$/i;

/** Sites of the section on facilities: a table with a column for the scope or without, or a list. */
function sitesOf(view: DocumentView, { part, lines }: Subsection): Site[] {
  const flow = view.flowOf(part);
  const place = (text: string, page: number, inScope: boolean): Site[] => {
    for (let at = flow.text.indexOf(text); at >= 0; at = flow.text.indexOf(text, at + 1))
      if (flow.pageAt(at) === page) return [{ printed: text, inScope, flow, start: at }];
    return [];
  };
  const found: Site[] = [];
  let siteColumn: number | undefined;
  let scopeColumn: number | undefined;
  for (const table of findTables(lines)) {
    for (const row of table.rows) {
      const titles = row.cells.map(({ text }) => text);
      if (
        titles.every((title) => title.length < 50) &&
        titles.some((title) => SITE_TITLE.test(title)) &&
        !titles.some((title) => NO.test(title) || /^yes$/i.test(title))
      ) {
        siteColumn = titles.findIndex((title) => SITE_TITLE.test(title) && !SCOPE_TITLE.test(title));
        const scope = titles.findIndex(
          (title, i) => i !== siteColumn && SCOPE_TITLE.test(title) && !/services?/i.test(title),
        );
        scopeColumn = scope < 0 ? undefined : scope;
        continue;
      }
      const cell = siteColumn === undefined ? undefined : row.cells[siteColumn];
      if (cell === undefined || !/^[\p{Lu}\d]/u.test(cell.text) || cell.text.length > 90) continue;
      const scope = scopeColumn === undefined ? '' : (row.cells[scopeColumn]?.text ?? '');
      found.push(
        ...place(cell.lines.length > 1 ? (cell.lines[0] ?? '') : cell.text, row.page, !NO.test(scope)),
      );
    }
  }
  let inScope = true;
  for (const line of lines) {
    if (/:$/.test(line.text))
      inScope = !/\bexclud|\bnot (?:included|covered|in|within)\b|\bout of scope\b/i.test(line.text);
    const item = /^•\s*(.{2,90})$/.exec(line.text)?.[1];
    const name = item?.replace(/[;.,]$/, '');
    if (name !== undefined && /^[\p{Lu}\d]/u.test(name) && name.split(/\s+/).length <= 9)
      found.push(...place(name, line.page, inScope));
  }
  return found;
}
