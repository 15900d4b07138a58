import type { TestException } from '../../reading.ts';
import type { DocumentView } from '../../view/document-view.ts';
import type { FlowText } from '../../view/flow-text.ts';
import { findTables } from '../../view/tables.ts';
import { RESPONSE_LABEL } from './result-wordings.ts';

interface Answer {
  readonly text: string;
  readonly page: number;
}

const RESPONSE_TITLE = /\bmanagement'?s?'?\s+(?:response|comment|remediation|action)|^response$/i;
const escape = (text: string): string => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');

/** Fills in responses that stand in paragraphs under the tables: "Management's response to the exception for AC-5: …". */
export function responsesBelowTables(
  view: DocumentView,
  exceptions: readonly TestException[],
): TestException[] {
  return exceptions.map((exception): TestException => {
    if (exception.managementResponse !== null || exception.control === null) return exception;
    // Most of a report is tests: as running text, they are made only where an exception has no response.
    const flow = view.flow('tests');
    const named = new RegExp(
      String.raw`\bmanagement'?s?'?\s+responses?\b[^:.\n]{0,80}(?<![\w.])${escape(exception.control)}(?![\w]|\.\d)[^:\n]{0,60}:\s*([^\n]+)`,
      'i',
    ).exec(flow.text);
    const text = named?.[1]?.trim();
    if (named === null || text === undefined) return exception;
    const page = flow.pageAt(named.index + named[0].length - text.length);
    return { ...exception, managementResponse: { text, page, section: 'tests' } };
  });
}

/** Fills in responses that stand in the unaudited section, by the number of the control that they answer. */
export function respondFromOtherInformation(
  view: DocumentView,
  exceptions: readonly TestException[],
): TestException[] {
  const open = exceptions.filter((exception) => exception.managementResponse === null);
  if (open.length === 0 || !view.has('other-information')) return [...exceptions];
  const inTables = tableAnswers(view);
  const flow = view.flow('other-information');
  const controls = exceptions.flatMap(({ control }) => control ?? []);
  return exceptions.map((exception): TestException => {
    if (exception.managementResponse !== null || exception.control === null) return exception;
    const answer = inTables.get(exception.control) ?? answerInText(flow, exception.control, controls);
    if (answer === undefined) return exception;
    return { ...exception, managementResponse: { ...answer, section: 'other-information' } };
  });
}

/** Rows of control, exception and response; the response is the titled column, else the last. */
function tableAnswers(view: DocumentView): ReadonlyMap<string, Answer> {
  const answers = new Map<string, Answer>();
  for (const part of view.parts.filter(({ kind }) => kind === 'other-information')) {
    let column: number | undefined;
    let last: string | undefined;
    for (const table of findTables(part.lines)) {
      for (const row of table.rows) {
        const titled = row.cells.findIndex(({ text }) => RESPONSE_TITLE.test(text) && text.length < 60);
        if (titled >= 0) {
          column = titled;
          continue;
        }
        const cell = row.cells[column ?? row.cells.length - 1];
        const [control] = row.cells;
        if (column === undefined || cell === undefined || control === undefined) continue;
        const before = last === undefined ? undefined : answers.get(last);
        if (control.text === '' && last !== undefined && before !== undefined) {
          answers.set(last, { ...before, text: `${before.text} ${cell.text}`.trim() });
          continue;
        }
        last = control.text.replace(/^control\s+/i, '').split(/[\s:]/)[0] ?? control.text;
        if (cell.text !== '') answers.set(last, { text: cell.text, page: row.page });
      }
    }
  }
  return answers;
}

/** What follows the control's number, up to the next control that has an answer or the end of its paragraphs. */
function answerInText(flow: FlowText, control: string, controls: readonly string[]): Answer | undefined {
  const number = (name: string): string => String.raw`(?<![\w.-])${escape(name)}(?![\w]|[.-]\d)`;
  const found = new RegExp(number(control)).exec(flow.text);
  if (found === null) return undefined;
  const start = found.index + control.length;
  const others = controls.filter((other) => other !== control).map(number);
  const rest = flow.text.slice(start);
  const next = others.length === 0 ? -1 : rest.search(new RegExp(others.join('|')));
  const passage = next < 0 ? rest : rest.slice(0, next);
  const label = RESPONSE_LABEL.exec(passage);
  const skipped =
    label === null ? (/^[\s:.–-]*/.exec(passage)?.[0].length ?? 0) : label.index + label[0].length;
  const text = endOfAnswer(passage.slice(skipped));
  return text === '' ? undefined : { text, page: flow.pageAt(start + skipped) };
}

/** An answer is one paragraph; a label of the next one, or a number before the next control, is not part of it. */
const endOfAnswer = (text: string): string =>
  (text.trim().split('\n')[0] ?? '').replace(/\s*(?:control|exception|criteri(?:on|a))?\s*$/i, '').trim();
