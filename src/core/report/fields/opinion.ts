import type { Fact } from '../fact.ts';
import type { Opinion } from '../reading.ts';
import { factFrom, type DocumentView } from '../view/document-view.ts';
import type { FlowText, Span } from '../view/flow-text.ts';
import { OPINION_HEADINGS, OPINION_STATED, OPINION_WORDINGS, WINDOW } from './opinion-wordings.ts';

export interface OpinionRead {
  readonly opinion: Fact<Opinion> | null;
  /** For a modified opinion, the text of the matter. */
  readonly matter: Fact<string> | null;
}

const NO_OPINION: OpinionRead = { opinion: null, matter: null };

/** Reads the opinion, in the service auditor's letter only: management may say "except for" beside a clean one. */
export function readOpinion(view: DocumentView): OpinionRead {
  const flow = view.flow('auditors-report');
  const stated = [...flow.text.matchAll(OPINION_STATED)];
  const byHeading = headedOpinion(flow);
  const byWording = stated.length === 0 ? null : wordedOpinion(flow, stated);
  const opinion = byHeading ?? byWording ?? basisOfOpinion(flow) ?? unmodifiedOpinion(flow, stated);
  if (opinion === null) return NO_OPINION;
  return { opinion, matter: opinion.value === 'unmodified' ? null : readMatter(flow, stated) };
}

/** "Qualified Opinion" as a heading of its own. */
function headedOpinion(flow: FlowText): Fact<Opinion> | null {
  for (const { opinion, heading } of OPINION_HEADINGS) {
    const match = heading.exec(flow.text);
    if (match === null) continue;
    const title = match[0].trim();
    const start = match.index + match[0].indexOf(title);
    return factFrom(opinion, flow, { start, end: start + title.length });
  }
  return null;
}

/** "Basis for Qualified Opinion" over an opinion that doesn't repeat the word. */
function basisOfOpinion(flow: FlowText): Fact<Opinion> | null {
  const match = /(?:^|\n)\s*basis for (?:(qualified|modified)|(adverse)|(disclaimer of)) opinion\b/i.exec(
    flow.text,
  );
  if (match === null) return null;
  const opinion = match[1] !== undefined ? 'qualified' : match[2] !== undefined ? 'adverse' : 'disclaimer';
  return factFrom(opinion, flow, {
    start: match.index + match[0].search(/\S/),
    end: match.index + match[0].length,
  });
}

/** The opinion's own sentences: from "In our opinion" on, and the words right before it. */
function windowOf(flow: FlowText, at: number): Span {
  const before = flow.text.slice(Math.max(0, at - WINDOW.before), at);
  const sentence = Math.max(before.lastIndexOf('. '), before.lastIndexOf('\n')) + 1;
  return { start: at - before.length + sentence, end: endOfOpinion(flow.text, at) };
}

/** Items of the opinion's list, and paragraphs that a page break cut in two. */
const GOES_ON = /^(?:\(?(?:[a-z]|\d{1,2}|[ivx]{1,4})[.)]\s|[•–-]|\p{Ll})/u;

/** The opinion ends with its paragraph, or with the list that follows it. */
function endOfOpinion(text: string, at: number): number {
  const limit = Math.min(text.length, at + WINDOW.after);
  for (let end = text.indexOf('\n', at); end >= 0 && end < limit; end = text.indexOf('\n', end + 1))
    if (!GOES_ON.test(text.slice(end + 1, end + 12))) return end;
  return limit;
}

function wordedOpinion(flow: FlowText, stated: readonly RegExpExecArray[]): Fact<Opinion> | null {
  for (const { opinion, wording } of OPINION_WORDINGS) {
    for (const { index } of stated) {
      const window = windowOf(flow, index);
      const match = wording.exec(flow.text.slice(window.start, window.end));
      if (match === null) continue;
      const start = window.start + match.index;
      return factFrom(opinion, flow, { start, end: start + Math.min(match[0].length, 300) });
    }
  }
  return null;
}

/** An opinion that says nothing against the description or the controls. */
function unmodifiedOpinion(flow: FlowText, stated: readonly RegExpExecArray[]): Fact<Opinion> | null {
  const given = stated.find(({ 0: words }) => /^in our/i.test(words));
  if (given === undefined) return null;
  const end = flow.text.slice(given.index, given.index + 260).search(/[.:;](?:\s|$)|\n/);
  return factFrom('unmodified', flow, { start: given.index, end: given.index + (end < 0 ? 200 : end) });
}

const BASIS_HEADING =
  /(?:^|\n)\s*(?:basis for (?:the |our )?(?:qualified|adverse|modified|disclaimer of)\s*(?:opinion)?|matters? giving rise to[^\n]{0,60}|basis for (?:the |our )?(?:qualification|disclaimer))[:.]?\s+/i;
const NEXT_HEADING =
  /\n\s*(?:qualified |adverse |disclaimer of |modified )?opinion\b|\n\s*(?:restricted use|restriction on use|description of tests of controls|inherent limitations|emphasis)/i;
const REFERS_BACK =
  /\b(?:preceding|previous|above|following)\b[^.\n]{0,20}\bparagraphs?\b|\b(?:discussed|described|noted|referred to) (?:above|below|in the)\b/i;
const LONGEST_MATTER = 4000;

/** The paragraph that says why: under its heading, or the one to which the opinion refers back. */
function readMatter(flow: FlowText, stated: readonly RegExpExecArray[]): Fact<string> | null {
  const heading = BASIS_HEADING.exec(flow.text);
  if (heading !== null) {
    const start = heading.index + heading[0].length;
    const rest = flow.text.slice(start, start + LONGEST_MATTER);
    const end = rest.search(NEXT_HEADING);
    return matterFact(flow, start, end < 0 ? rest.indexOf('\n') : end);
  }
  for (const { index } of stated) {
    const window = flow.text.slice(index, index + 400);
    const paragraph = flow.text.lastIndexOf('\n', index);
    if (!REFERS_BACK.test(window) || paragraph <= 0) continue;
    const before = flow.text.slice(0, paragraph).trimEnd();
    const start = before.lastIndexOf('\n') + 1;
    return matterFact(flow, start, before.length - start);
  }
  return null;
}

function matterFact(flow: FlowText, start: number, length: number): Fact<string> | null {
  const value = flow.text.slice(start, length < 0 ? start + 600 : start + length).trim();
  return value.length < 20 ? null : factFrom(value, flow, { start, end: start + value.length });
}
