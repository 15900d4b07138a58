import type { ManagementResponse, TestException, UntestedControl } from '../../reading.ts';
import type { DocumentView } from '../../view/document-view.ts';
import type { Part } from '../../view/sections.ts';
import { joinLines } from '../../view/tables.ts';
import { headingNumber } from './control-number.ts';
import { respondFromOtherInformation, responsesBelowTables } from './management-responses.ts';
import { sampleIn, splitAnswer, splitResults, stateOf, type ResultState } from './result-wordings.ts';
import { testRows, type TestRow } from './test-table.ts';

export interface TestsRead {
  readonly exceptions: readonly TestException[];
  readonly untested: readonly UntestedControl[];
  /** The numbers of the controls whose tests came to a result, each once. */
  readonly tested: readonly string[];
}

/** What a Type 1 report holds: it examines no operation. */
export const NO_TESTS: TestsRead = { exceptions: [], untested: [], tested: [] };

/** A result with the control that it is about. */
interface Result {
  readonly control: string | null;
  readonly text: string;
  readonly page: number;
  readonly response: { readonly text: string; readonly page: number } | null;
  /** The text holds nothing but the result. */
  readonly isAlone: boolean;
}

/**
 * Reads the tests' results of a Type 2 report: the exceptions with management's responses, and the controls that
 * could not be tested. Tables first; where a section has none, its paragraphs.
 */
export function readTests(view: DocumentView): TestsRead {
  const results = view.parts.flatMap((part) => resultsOf(view, part));
  const exceptions: TestException[] = [];
  const untested: UntestedControl[] = [];
  const tested = new Set<string>();
  const states = new Map<string, ResultState | undefined>();
  for (const { control, text, page, response, isAlone } of distinct(results)) {
    // Hundreds of controls have the same words for their result.
    const key = `${String(isAlone)} ${text}`;
    const state = states.has(key) ? states.get(key) : stateOf(text, isAlone);
    states.set(key, state);
    if (state === 'untested') untested.push({ control, text, page });
    else if (state !== undefined && control !== null) tested.add(control);
    if (state !== 'finding') continue;
    const managementResponse: ManagementResponse | null =
      response === null ? null : { ...response, section: 'tests' };
    exceptions.push({ control, text, page, sample: sampleIn(text), managementResponse });
  }
  return {
    exceptions: respondFromOtherInformation(view, responsesBelowTables(view, exceptions)),
    untested,
    tested: [...tested],
  };
}

function resultsOf(view: DocumentView, part: Part): Result[] {
  const isTests = part.kind === 'tests';
  if (!isTests && part.kind !== 'description') return [];
  const rows = testRows(part.lines, isTests);
  if (rows.length > 0) return rows.flatMap(resultsOfRow);
  return isTests ? resultsInParagraphs(view, part) : [];
}

function resultsOfRow(row: TestRow): Result[] {
  return splitResults(row.result).map((lines): Result => {
    const { text, answer } = splitAnswer(joinLines(lines));
    const response = answer === null ? row.response : { text: answer, page: row.page };
    return { control: row.control, text, page: row.page, response, isAlone: !row.isCombined };
  });
}

/** "Results of testing: …", or a paragraph of its own that says what was found. */
const RESULT_LABEL =
  /\b(?:test(?:ing|s)? )?(?:results?|conclusions?)(?: of (?:the )?(?:tests?|testing))?\s*[:–]\s*/i;
/** Legends explain what the words of the results mean. */
const EXPLAINS =
  /["'][^"']{0,60}(?:exceptions?|deviations?)[^"']{0,30}["']|\b(?:indicates?|means?|refers? to|defined as|is considered|are considered|the following (?:terms|legend))\b|\b(?:exceptions|deviations),? if any\b/i;

function resultsInParagraphs(view: DocumentView, part: Part): Result[] {
  const flow = view.flowOf(part);
  const results: Result[] = [];
  let control: string | null = null;
  let start = 0;
  for (const paragraph of flow.text.split('\n')) {
    control = headingNumber(paragraph) ?? control;
    const label = RESULT_LABEL.exec(paragraph);
    const offset = label === null ? 0 : label.index + label[0].length;
    const body = paragraph.slice(offset);
    const { text, answer } = splitAnswer(body);
    const page = flow.pageAt(start + offset);
    const response = answer === null ? null : { text: answer, page };
    if (text !== '' && (label !== null || control !== null) && !EXPLAINS.test(paragraph))
      results.push({ control, text, page, response, isAlone: label !== null });
    start += paragraph.length + 1;
  }
  return results;
}

/** A control that serves several criteria is printed under each; its result is one. */
function distinct(results: readonly Result[]): Result[] {
  const seen = new Map<string, Result>();
  for (const result of results) {
    const key = `${result.control ?? ''}\n${result.text}`;
    if (!seen.has(key)) seen.set(key, result);
  }
  return [...seen.values()];
}
