import { ENGLISH } from '../../language/language.ts';
import type { ReportType } from '../reading.ts';
import { factFrom, type DocumentView } from '../view/document-view.ts';
import type { FlowText, Span } from '../view/flow-text.ts';
import { wording } from '../view/wording.ts';
import { hasDay, hasPeriod } from './period.ts';
import type { Recognition } from './recognition.ts';
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

/** Titles that tell the type without naming it. */
const TITLE_OF_TYPE_2 =
  /\bdesign and (?:the )?operating effectiveness of\b|\btests of operating effectiveness\b/i;
const TITLE_OF_TYPE_1 = /\bsuitability of (?:the )?design of\b/i;

/** Reads the type as printed, or as the title or the service auditor's opinion implies it. */
export function readType(view: DocumentView): Recognition<ReportType> {
  const cover = view.flow('cover');
  const letter = view.flow('auditors-report');
  const implied = impliedType(view, letter) ?? impliedType(view, view.flow('assertion'));
  const printed =
    printedType(cover) ?? titledType(cover) ?? printedType(letter, 2500) ?? printedType(view.runningText);
  if (printed === null) return { fact: implied, warnings: [] };
  if (implied === null || implied.value === printed.value) return { fact: printed, warnings: [] };
  return {
    fact: implied,
    warnings: [
      ENGLISH.say(
        'The report calls itself Type {0} (page {1}), but its opinion is that of a Type {2} (page {3}).',
        printed.value,
        printed.page,
        implied.value,
        implied.page,
      ),
    ],
  };
}

function printedType(flow: FlowText, within = flow.text.length): Fact<ReportType> | null {
  const mentions = [...flow.text.slice(0, within).matchAll(PRINTED_TYPE)];
  const types = new Set(mentions.map((match) => (match[1] === undefined ? 1 : 2)));
  const [first] = mentions;
  const [type] = types;
  if (first === undefined || type === undefined || types.size > 1) return null;
  return factFrom(type, flow, spanOf(first));
}

function titledType(cover: FlowText): Fact<ReportType> | null {
  const second = wording(TITLE_OF_TYPE_2).exec(cover.text);
  if (second !== null) return factFrom(2, cover, spanOf(second));
  const first = wording(TITLE_OF_TYPE_1).exec(cover.text);
  return first === null ? null : factFrom(1, cover, spanOf(first));
}

const spanOf = (match: RegExpExecArray): Span => ({
  start: match.index,
  end: match.index + Math.min(match[0].length, 300),
});

/** What the letter, or the assertion, speaks of: a period over which controls operated, or a day. */
function impliedType(view: DocumentView, flow: FlowText): Fact<ReportType> | null {
  const { text } = flow;
  const untested = DID_NOT_TEST.test(text);
  const day = hasDay(view, flow) ? ON_A_DAY.exec(text) : null;
  const period =
    hasPeriod(view, flow) || (TIME_PASSES.test(text) && day === null) ? OVER_A_PERIOD.exec(text) : null;
  if (period !== null && !untested) return factFrom(2, flow, spanOf(period));
  return day === null ? null : factFrom(1, flow, spanOf(day));
}
