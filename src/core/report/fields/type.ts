import type { ReportType } from '../reading.ts';
import { factFrom, type DocumentView } from '../view/document-view.ts';
import type { FlowText } from '../view/flow-text.ts';
import { placeOf, type Recognition } from './recognition.ts';
import type { Fact } from '../fact.ts';

/** "Type II", "TYPE-2", "type two". */
const PRINTED_TYPE = /\btype[\s-]*(?:(ii|2|two)|(i|1|one))\b/gi;
/** The auditor's opinion on a period: controls operated. */
const OVER_A_PERIOD =
  /\b(?:controls?|they)\b[^.]{0,200}\boperat(?:ed|ing) (?:effectively|with sufficient effectiveness)\b|\bdesign and operating effectiveness\b|\btests? of (?:the )?operating effectiveness\b|\bthroughout the (?:specified )?period\b/i;
const TIME_PASSES = /\b(?:throughout|during|for|over) the\s+(?:\S+\s+){0,2}?(?:period|year|months)\b/i;
/** The auditor's opinion on a day: nothing but design. */
const ON_A_DAY =
  /\bsuitab(?:ly|ility of (?:the )?)\s*design(?:ed)?\b|\bplaced in operation\b|\bimplemented as (?:of|at)\b/i;
const DID_NOT_TEST =
  /\bdid not perform (?:any )?(?:procedures|tests?)[^.]{0,80}operating effectiveness\b[^.]{0,120}\b(?:accordingly|do not express)\b|\bno opinion[^.]{0,60}operating effectiveness\b|\bnot express an opinion[^.]{0,40}operating effectiveness\b/i;

/** Reads the type as printed, or as the service auditor's opinion implies it. */
export function readType(view: DocumentView): Recognition<ReportType> {
  const letter = view.flow('auditors-report');
  const implied = impliedType(letter) ?? impliedType(view.flow('assertion'));
  const printed =
    printedType(view.flow('cover')) ?? printedType(letter, 2500) ?? printedType(view.runningText);
  if (printed === null) return { fact: implied, warnings: [] };
  if (implied === null || implied.value === printed.value) return { fact: printed, warnings: [] };
  return {
    fact: implied,
    warnings: [
      `The report calls itself Type ${String(printed.value)} (${placeOf(printed)}), but its opinion is that of a Type ${String(implied.value)} (${placeOf(implied)}).`,
    ],
  };
}

function printedType(flow: FlowText, within = flow.text.length): Fact<ReportType> | null {
  const mentions = [...flow.text.slice(0, within).matchAll(PRINTED_TYPE)];
  const types = new Set(mentions.map((match) => (match[1] === undefined ? 1 : 2)));
  const [first] = mentions;
  const [type] = types;
  if (first === undefined || type === undefined || types.size > 1) return null;
  return factFrom(type, flow, { start: first.index, end: first.index + first[0].length });
}

function impliedType(flow: FlowText): Fact<ReportType> | null {
  const { text } = flow;
  const untested = DID_NOT_TEST.exec(text);
  const period = TIME_PASSES.test(text) ? OVER_A_PERIOD.exec(text) : null;
  const spanOf = (match: RegExpExecArray): { start: number; end: number } => ({
    start: match.index,
    end: match.index + Math.min(match[0].length, 300),
  });
  if (period !== null && untested === null) return factFrom(2, flow, spanOf(period));
  const day = /\bas (?:of|at)\b/i.test(text) ? ON_A_DAY.exec(text) : null;
  return day === null ? null : factFrom(1, flow, spanOf(day));
}
