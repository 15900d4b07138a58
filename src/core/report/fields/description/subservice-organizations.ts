import type { SubserviceOrganization } from '../../reading.ts';
import { isLegalForm } from '../../names/legal-forms.ts';
import { fullerName, isSameName } from '../../names/same-name.ts';
import { readName } from '../../names/read-name.ts';
import { factFrom, type DocumentView } from '../../view/document-view.ts';
import type { FlowText } from '../../view/flow-text.ts';
import { findTables, type TableRow } from '../../view/tables.ts';
import type { Part, PartKind } from '../../view/sections.ts';
import { apart, namesEndingAt } from './joined-names.ts';
import { subsections, type Subsection } from './subsection.ts';

const SUBSERVICE = /\bsub-?\s?service\b|\bsubcontract|\bthird[- ]party service (?:organi[sz]ation|provider)/i;
const HEADING =
  /\bsub-?\s?service (?:organi[sz]ations?|providers?|entit(?:y|ies))\b|\bsubcontract(?:ed|ors?)\b|\bthird[- ]party service (?:organi[sz]ations?|providers?)\b|\bcarve[sd]?[- ]out\b/i;

/** What a letter says of those whose controls it did not look at, and of what they do, where it has no word for them. */
const LEFT_OUT = /\bexamination did not (?:extend|include)\b|\bcarve[sd]?[- ]out\b|\bexcludes? the control/i;
const PROVIDES =
  /\b(?:uses|utili[sz]es|engages|relies (?:up)?on|outsources)\b[^.\n]{0,160}\b(?:hosting|data cent(?:er|re)s?|colocation|co-location|cloud|infrastructure|managed services?|print(?:ing)?|network operations)\b/i;

/** Verbs after which a subservice organization is named. */
const NAMED_AFTER =
  /\b(?:uses?|using|utili[sz]es?|engages?|engaged|employs?|leverages?|relies (?:up)?on|contracts? with|contracted with|partners? with|(?:outsource[sd]?|subcontract(?:s|ed)?) [^.\n]{3,120}? to|(?:is|are) (?:provided|hosted|operated|managed|performed|housed|maintained|supported|delivered) (?:by|at|in|on|within)|services? provided by|(?:relevant )?controls (?:of|at)|performed by|hosted (?:by|at|in|on)|following (?:third[- ]party )?sub-?service (?:organi[sz]ations?|providers?)(?: [^:.\n]{0,80})?:)\s+(?:the (?:services|subservice organi[sz]ations?|infrastructure|platform|data cent(?:er|re)s?) of\s+|(?:the )?(?:third[- ]party |following )?sub-?service (?:organi[sz]ations?|providers?),?\s+)?/gi;
/** Names that stand before the words: "Acme Hosting, Inc., a subservice organization, …". */
const NAMED_BEFORE =
  /,?\s+(?:\([^)\n]{0,40}\)\s*)?(?:\(\s*(?:the |a |collectively,? )?["']?sub-?service organi[sz]ations?|,?\s*(?:is )?(?:an?|the|our) (?:independent |third[- ]party )?sub-?service (?:organi[sz]ation|provider))/gi;

const SERVICE_CLAUSE =
  /^\s*(?:\([^)\n]{0,90}\)\s*)?,?\s*(?:an? [^,.\n]{0,60}sub-?service (?:organi[sz]ation|provider),?\s*)?(?:for|to (?:provide|perform|host|deliver|support|manage|process|house|operate)|as(?= an?| its| the)|which (?:provides?|hosts?)|that (?:provides?|hosts?)|who provides?|with respect to|provid(?:es|ing))\s+(?:the |its |an? )?([^.;\n]{3,160}?)(?=,?\s+and\s+[\p{Lu}]|,\s+(?:both|each|all|which|who|as)\s|,\s+[\p{Lu}][^.\n]{2,60}\b(?:for|to)\b|\s*\(\s*(?:the\s+)?["']?sub-?service|[.;\n]|$)/u;
const CONNECTOR = /^\s*(?:\([^)\n]{0,90}\))?\s*(?:,\s*(?:and\s+)?|;\s*(?:and\s+)?|and\s+|&\s+)/;
const PARENTHESIS = /^\s*\([^)\n]{0,90}\)/;

/** Words that stand where a name would and name nobody. */
const NOT_AN_ORGANIZATION =
  /^(?:complementary|control|type|trust|criteri|tsp|section|aicpa|soc\b|services?\b|applicable|physical|logical|environmental|user|customer|client|various|several|multiple|certain|other|third|cloud|colocation|data cent|infrastructure|hosting|internet|saas|iaas|paas|vendor|provider|sub-?\s?service|carve|inclusive|description|system|production|backup|monitoring|cc\d|a1\.|n\/?a\b|none\b|organi[sz]ation|name|restricted|security|availability)/i;

interface Named {
  readonly name: string;
  readonly service: string | null;
  readonly flow: FlowText;
  readonly start: number;
  readonly end: number;
}

/**
 * Reads the organizations whose services the service organization builds on. A tool that the description mentions is
 * none of them: what counts is the letter's and the assertion's sentences, the section on them, and whoever is called
 * one. `own` holds the names of the service organization and its auditor.
 */
export function readSubserviceOrganizations(
  view: DocumentView,
  own: readonly string[],
): SubserviceOrganization[] {
  const sections = subsections(view, ['description', 'other-information'], HEADING);
  const named = [
    ...sections.flatMap((section) => [
      ...inTables(view, section),
      ...inLists(view, section),
      ...inSentences(view, section),
    ]),
    ...(['auditors-report', 'assertion', 'description'] as const).flatMap((kind) => inFlow(view, kind)),
  ]
    .map(withoutSmallWords)
    .filter(({ name }) => isOrganization(name, own));
  return merge(named);
}

function withoutSmallWords(named: Named): Named {
  const before = /^(?:(?:by|with|from|at|of|to|the|and)\s+)*/i.exec(named.name)?.[0].length ?? 0;
  const name = named.name.slice(before).replace(AROUND, '');
  return name === named.name
    ? named
    : { ...named, name, start: named.start + before, end: named.start + before + name.length };
}

const isOrganization = (name: string, own: readonly string[]): boolean =>
  name.length > 1 &&
  name.length < 80 &&
  /\p{L}/u.test(name) &&
  !NOT_AN_ORGANIZATION.test(name) &&
  !own.some((each) => isSameName(each, name));

/** One organization however often and in whatever form it is named. */
function merge(named: readonly Named[]): SubserviceOrganization[] {
  const merged: { best: Named; service: string | null }[] = [];
  for (const each of named) {
    const known = merged.find(({ best }) => isSameName(best.name, each.name));
    if (known === undefined) {
      merged.push({ best: each, service: each.service });
      continue;
    }
    known.service ??= each.service;
    if (saysMore(each.name, known.best.name)) known.best = each;
  }
  return merged.map(({ best, service }) => ({
    ...factFrom(best.name, best.flow, { start: best.start, end: best.end }),
    service,
  }));
}

/** A longer form is a fuller name when it spells out an abbreviation or ends in a legal form. */
function saysMore(name: string, than: string): boolean {
  if (name === than || fullerName(than, name) !== name) return false;
  return isLegalForm(name.split(/\s+/).at(-1) ?? '') || (/^\p{Lu}{2,6}$/u.test(than) && name.includes(' '));
}

const NAME_TITLE =
  /\bsub-?\s?service\b|\borgani[sz]ation\b|\bvendor\b|\bprovider\b|\bthird part|\bcompany\b|\bname\b|\bentity\b/i;
const SERVICE_TITLE =
  /\bservices?\b(?! organi[sz]| provider)|\bfunction\b|\bpurpose\b|\bdescription\b|\brole\b/i;
const CONTROL_TITLE = /\bcontrols?\b|\bcriteri/i;

function inTables(view: DocumentView, { part, lines }: Subsection): Named[] {
  const found: Named[] = [];
  let column: number | undefined;
  let service: number | undefined;
  for (const table of findTables(lines)) {
    for (const row of table.rows) {
      if (isTitleRow(row)) {
        const titles = row.cells.map(({ text }) => text);
        const at = titles.findIndex((title) => NAME_TITLE.test(title) && !/\bcontrols?\b/i.test(title));
        column = at < 0 ? undefined : at;
        const other = titles.findIndex(
          (title, i) => i !== at && SERVICE_TITLE.test(title) && !CONTROL_TITLE.test(title),
        );
        service = other < 0 ? undefined : other;
        continue;
      }
      const cell = column === undefined ? undefined : row.cells[column];
      if (
        cell === undefined ||
        cell.text === '' ||
        /[.:]$/.test(cell.text.replace(/\b(?:inc|ltd|corp|co|s\.a|n\.v|b\.v)\.$/i, ''))
      )
        continue;
      const name = cell.text.replace(/\s*\([^)]*\)\s*$/, '').trim();
      const where = locate(view, part, cell.lines[0] ?? name, row.page);
      const does = service === undefined ? '' : (row.cells[service]?.text ?? '');
      if (where !== undefined && /^[\p{Lu}\d]/u.test(name))
        found.push({ name, service: does === '' ? null : does, ...where });
    }
  }
  return found;
}

const isTitleRow = (row: TableRow): boolean => {
  const filled = row.cells.map(({ text }) => text).filter((text) => text !== '');
  return (
    filled.length > 1 &&
    filled.every(
      (text) =>
        text.length < 80 && (NAME_TITLE.test(text) || SERVICE_TITLE.test(text) || CONTROL_TITLE.test(text)),
    )
  );
};

/** Where a text stands in a part on a page. */
function locate(
  view: DocumentView,
  part: Part,
  text: string,
  page: number,
): Omit<Named, 'name' | 'service'> | undefined {
  const flow = view.flowOf(part);
  for (let at = flow.text.indexOf(text); at >= 0; at = flow.text.indexOf(text, at + 1))
    if (flow.pageAt(at) === page) return { flow, start: at, end: at + text.length };
  return undefined;
}

/** Bullets that begin with a name: "• Amazon Web Services (AWS) – cloud hosting". */
function inLists(view: DocumentView, { part, lines }: Subsection): Named[] {
  return lines.flatMap((line): Named[] => {
    const mark = /^(?:•|[–*-]|\(?(?:\d{1,2}|[a-z])[.)])\s*/.exec(line.text);
    if (mark === null) return [];
    const where = locate(view, part, line.text, line.page);
    if (where === undefined) return [];
    const { flow } = where;
    const name = readName(flow.text, where.start + mark[0].length);
    if (name === undefined) return [];
    const after = flow.text.slice(name.end, name.end + 200);
    const does = /^\s*(?:\([^)\n]{0,90}\))?\s*(?:[–:-]|provides|hosts|for|,)\s*([^\n.;]{3,160})/.exec(
      after,
    )?.[1];
    const standsAlone = /^\s*(?:\([^)\n]{0,90}\))?\s*(?:\n|$|;|\.)/.test(after);
    if (does === undefined && !standsAlone) return [];
    return [{ name: name.name, service: does?.trim() ?? null, flow, start: name.start, end: name.end }];
  });
}

/** Every sentence of the section on subservice organizations is about them. */
function inSentences(view: DocumentView, { part, lines }: Subsection): Named[] {
  const [first, last] = [lines[0], lines.at(-1)];
  if (first === undefined || last === undefined) return [];
  const start = locate(view, part, first.text, first.page);
  const end = locate(view, part, last.text, last.page);
  return start === undefined || end === undefined
    ? []
    : namesBetween(start.flow, start.start, Math.max(end.end, start.end), () => true);
}

function inFlow(view: DocumentView, kind: PartKind): Named[] {
  const flow = view.flow(kind);
  const isLetter = kind !== 'description';
  return namesBetween(
    flow,
    0,
    flow.text.length,
    (sentence, following) =>
      SUBSERVICE.test(sentence) ||
      (isLetter && (SUBSERVICE.test(following) || LEFT_OUT.test(following) || PROVIDES.test(sentence))),
  );
}

function namesBetween(
  flow: FlowText,
  from: number,
  to: number,
  isAboutThem: (sentence: string, following: string) => boolean,
): Named[] {
  const text = flow.text.slice(0, to);
  const found: Named[] = [];
  NAMED_AFTER.lastIndex = from;
  for (let match = NAMED_AFTER.exec(text); match !== null; match = NAMED_AFTER.exec(text)) {
    const start = match.index + match[0].length;
    const end = sentenceEnd(text, start);
    const sentence = text.slice(sentenceStart(text, match.index), end);
    if (isAboutThem(sentence, text.slice(end, end + 250)))
      found.push(...enumerated(flow, text, start, end, serviceBefore(match[0])));
  }
  NAMED_BEFORE.lastIndex = from;
  for (let match = NAMED_BEFORE.exec(text); match !== null; match = NAMED_BEFORE.exec(text)) {
    for (const { name, start, end } of namesEndingAt(text, match.index))
      found.push({ name, service: null, flow, start, end });
  }
  return found;
}

/** "outsources infrastructure hosting to". */
const serviceBefore = (words: string): string | null =>
  /^(?:outsource[sd]?|subcontract(?:s|ed)?) (?:the |its )?([^.\n]{3,120}?) to\s/i.exec(words)?.[1]?.trim() ??
  null;

/** The names from `start` on, as far as they are enumerated: "A (a) for hosting, B and C for support". */
function enumerated(
  flow: FlowText,
  text: string,
  start: number,
  end: number,
  service: string | null,
): Named[] {
  const found: Named[] = [];
  let at = start;
  while (at < end) {
    const name = readName(text, at);
    if (name === undefined || name.possessive || name.end > end) break;
    const clause = SERVICE_CLAUSE.exec(text.slice(name.end, end));
    const does = clause?.[1]?.trim() ?? service;
    for (const each of apart(text, name))
      found.push({ name: each.name, service: does, flow, start: each.start, end: each.end });
    at = name.end + (clause?.[0].length ?? 0);
    if (clause === null) at += PARENTHESIS.exec(text.slice(at, end))?.[0].length ?? 0;
    const connector = CONNECTOR.exec(text.slice(at, end));
    if (connector === null) break;
    at += connector[0].length;
    if (!/^["']?[\p{Lu}\d]/u.test(text.slice(at, at + 2))) break;
  }
  return found;
}

/** Small words that a sentence puts after a name. */
const AROUND = /\s+(?:as|for|to|which|that|is|are|by|with|in|on|and|of)$/i;

const ABBREVIATED = /\b(?:inc|ltd|co|corp|llc|s\.a|n\.v|b\.v|u\.s|e\.g|i\.e|no|st)\.$/i;

function sentenceEnd(text: string, from: number): number {
  const pattern = /\.(?=\s+["']?\p{Lu})|\n|\.$/gu;
  pattern.lastIndex = from;
  for (let match = pattern.exec(text); match !== null; match = pattern.exec(text))
    if (match[0] === '\n' || !ABBREVIATED.test(text.slice(Math.max(0, match.index - 6), match.index + 1)))
      return match.index + 1;
  return text.length;
}

const sentenceStart = (text: string, before: number): number =>
  Math.max(text.lastIndexOf('. ', before), text.lastIndexOf('\n', before), before - 400, 0);
