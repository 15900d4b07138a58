import type { Fact } from '../fact.ts';
import { hasLegalForm, nameWords } from '../names/legal-forms.ts';
import { readName, readNameIn, type NameRead } from '../names/read-name.ts';
import { isSameName } from '../names/same-name.ts';
import { factFrom, type DocumentView } from '../view/document-view.ts';
import type { FlowText } from '../view/flow-text.ts';
import { type Span } from '../view/flow-text.ts';
import {
  FIRM_ENDING,
  FIRM_WORD,
  KNOWN_FIRMS,
  OFFICE,
  NO_FIRM,
  OF_GOVERNMENT,
  PROFESSION,
  STANDARD_SETTER,
  PROVIDED_BY,
  PUBLIC_AUDITOR,
  TESTED_BY,
} from './auditor-wordings.ts';

interface Found {
  readonly name: string;
  readonly flow: FlowText;
  readonly span: Span;
  readonly weight: number;
}

/** How much a mention counts, by its place: the signature and the letterhead before the cover and the footer. */
const WEIGHT = { signature: 4, letterhead: 3, providedBy: 3, cover: 2, running: 1, tests: 0.9 } as const;
const LETTERHEAD_LENGTH = 700;
const FOOTERS = 12;

/**
 * Reads the firm that signed: in the letter's head and signature, on the cover, in the footer.
 *
 * @param vendorNames the service organization's names, which stand in the same places
 */
export function readAuditor(view: DocumentView, vendorNames: readonly string[]): Fact<string> | null {
  const letter = view.flow('auditors-report');
  const cover = view.flow('cover');
  const found = [
    ...firmsIn(letter, signatureSpan(letter), WEIGHT.signature, looksLikeFirm),
    ...firmsIn(letter, letterheadSpan(letter), WEIGHT.letterhead, looksLikeFirm),
    ...namedAfter(cover, PROVIDED_BY, WEIGHT.providedBy),
    ...namedAfter(letter, PROVIDED_BY, WEIGHT.providedBy),
    ...namedAfter(view.opening('tests'), TESTED_BY, WEIGHT.tests),
    ...firmsIn(cover, { start: 0, end: cover.text.length }, WEIGHT.cover, isFirm),
    ...firmsInFooters(view),
  ].filter(({ name }) => !vendorNames.some((vendor) => isSameName(vendor, name)));
  const scored = found.map((firm) => ({ firm, weight: support(firm, found) }));
  const [best] = scored.sort((a, b) => b.weight - a.weight || rank(b.firm.name) - rank(a.firm.name));
  if (best === undefined) return null;
  return factFrom(
    best.firm.name,
    best.firm.flow,
    best.firm.span,
    best.weight > WEIGHT.running ? 'certain' : 'likely',
  );
}

/** How much all mentions of a firm count together; many footers are one mention. */
function support(firm: Found, found: readonly Found[]): number {
  const weights = found.filter((other) => isSameName(other.name, firm.name)).map(({ weight }) => weight);
  return [...new Set(weights)].reduce((sum, weight) => sum + weight, 0);
}

/** Of two forms of one name, the one with the firm's legal form. */
const rank = (name: string): number => (FIRM_ENDING.test(name) ? 2 : 0) + (hasLegalForm(name) ? 1 : 0);

/** From the opinion to the letter's end. */
function signatureSpan(letter: FlowText): Span {
  const opinion = letter.text.search(/\bin our opinion\b|\bdo not express an opinion\b/i);
  return { start: Math.max(0, opinion), end: opinion < 0 ? 0 : letter.text.length };
}

/** From the letter's beginning to its addressee. */
function letterheadSpan(letter: FlowText): Span {
  const addressee = letter.text
    .slice(0, 2 * LETTERHEAD_LENGTH)
    .search(/(?:^|\n|\s)to\s*:?\s+(?:the\s+)?(?:board|management|members|audit)/i);
  return { start: 0, end: addressee < 0 ? LETTERHEAD_LENGTH : addressee };
}

/** The first firms that headers and footers name. Their lines are the same on every page: each is looked at once. */
function firmsInFooters({ runningText: flow }: DocumentView): Found[] {
  const found: Found[] = [];
  const others = new Set<string>();
  for (const line of flow.lineSpans()) {
    const text = flow.text.slice(line.start, line.end);
    if (others.has(text)) continue;
    const firms = firmsIn(flow, line, WEIGHT.running, isFirm);
    if (firms.length === 0) others.add(text);
    found.push(...firms);
    if (found.length >= FOOTERS) break;
  }
  return found;
}

/**
 * Lines in a stretch of text that are a firm's name, or begin with one that nobody but a firm has. `accepts` says
 * which names count when they fill their line.
 */
function firmsIn(flow: FlowText, stretch: Span, weight: number, accepts: (name: string) => boolean): Found[] {
  const lines = flow.linesWithin(stretch);
  return lines.flatMap((line) => {
    const text = flow.text.slice(line.start, line.end);
    const lead = /^(?:\/s\/\s*|by:\s*|©\s*(?:\d{4}\s*)?)?/i.exec(text)?.[0].length ?? 0;
    const read = readFirmIn(flow.text, { start: line.start + lead, end: line.end });
    if (
      read === undefined ||
      read.possessive ||
      !/^[\p{Lu}\d]/u.test(read.name) ||
      NO_FIRM.test(read.name) ||
      read.start !== line.start + lead
    )
      return [];
    const fillsLine = read.end >= line.end - 2 || PROFESSION.test(flow.text.slice(read.end, line.end));
    const counts = isFirm(read.name) || (fillsLine && accepts(read.name));
    return counts ? [{ name: read.name, flow, span: read, weight }] : [];
  });
}

/** The name that begins a line; a public auditor's with the part of government whose it is. */
function readFirmIn(text: string, line: Span): NameRead | undefined {
  const read = readNameIn(text, line);
  if (read === undefined || !PUBLIC_AUDITOR.test(read.name)) return read;
  const comma = OF_GOVERNMENT.exec(text.slice(read.end, line.end))?.[0];
  const part = comma && readNameIn(text, { start: read.end + comma.length, end: line.end });
  return part ? { ...read, name: `${read.name}, ${part.name}`, end: part.end } : read;
}

/** What counts where a firm's name is expected: a legal form of any kind, or a word of the trade. */
const looksLikeFirm = (name: string): boolean =>
  hasLegalForm(name) ||
  (FIRM_WORD.test(name) && name.includes(' ') && !OFFICE.test(name) && !STANDARD_SETTER.test(name));

const isFirm = (name: string): boolean =>
  !/\bInstitute\b/.test(name) &&
  ((FIRM_ENDING.test(name) && nameWords(name).length > 0 && !PROFESSION.test(name)) ||
    KNOWN_FIRMS.test(name) ||
    PUBLIC_AUDITOR.test(name));

function namedAfter(flow: FlowText, pattern: RegExp, weight: number): Found[] {
  return [...flow.text.slice(0, 4000).matchAll(pattern)].flatMap((match) => {
    const read = readName(flow.text, match.index + match[0].length);
    if (read === undefined || NO_FIRM.test(read.name) || !(isFirm(read.name) || hasLegalForm(read.name)))
      return [];
    return [{ name: read.name, flow, span: { start: match.index, end: read.end }, weight }];
  });
}
