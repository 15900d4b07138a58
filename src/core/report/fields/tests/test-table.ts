import { findTables, joinLines, type Table, type TableRow } from '../../view/tables.ts';
import type { Line } from '../../view/lines.ts';
import { headingNumber, isCriterion, leadingNumber, wholeNumber } from './control-number.ts';
import { stateOf } from './result-wordings.ts';

/** A row of a table of tests, as far as the recognisers need it. */
export interface TestRow {
  /** The PDF page on which the result begins. */
  readonly page: number;
  readonly control: string | null;
  /** The lines of the result. */
  readonly result: readonly string[];
  /** Management's answer, where it has a column of its own. */
  readonly response: { readonly text: string; readonly page: number } | null;
  /** The column holds the test and its result together. */
  readonly isCombined: boolean;
}

interface Layout {
  readonly columns: number;
  readonly result: number;
  readonly control: number | undefined;
  readonly response: number | undefined;
  readonly isCombined: boolean;
}

const RESULT_TITLE = /\b(?:results?|conclusions?|outcomes?|exceptions?|deviations?)\b/i;
const TEST_TITLE =
  /\b(?:tests?|testing|procedures?)\b(?! results?\b)(?!\s*(?:of\s+)?(?:results?|conclusions?))/i;
const RESULT_OF_TESTS =
  /\bresults?\s+(?:of\s+)?(?:the\s+)?(?:service auditor'?s?\s+)?(?:tests?|testing|procedures?)\b|\btest(?:ing|s)?'?\s+results?\b/i;
const RESPONSE_TITLE = /\bmanagement'?s?'?\s+(?:response|comment)/i;
const CONTROL_TITLE =
  /^(?:(?:control|ctrl)s?\s*(?:activity\s*)?(?:#|no\.?|number|id|ref(?:erence)?\.?)|#|no\.?|nr\.?|id|ref(?:erence)?\.?(?: no\.?)?|control ref.*)$/i;
const ANY_TITLE = /\b(?:control|criteri|test|result|objective|description|response|activity|conclusion|ref)/i;
const LONGEST_TITLE = 90;

const texts = (row: TableRow): string[] => row.cells.map((cell) => cell.text);

/** True for the row of column titles. */
function isTitleRow(row: TableRow): boolean {
  const filled = texts(row).filter((text) => text !== '');
  const titled = filled.filter((text) => ANY_TITLE.test(text) || CONTROL_TITLE.test(text));
  return (
    filled.length > 1 &&
    titled.length >= Math.max(2, filled.length - 1) &&
    filled.every((text) => text.length <= LONGEST_TITLE && !/[.;]$/.test(text.replace(/\bno\.$/i, '')))
  );
}

/** Columns by their titles; undefined when no title speaks of results. */
function layoutByTitles(row: TableRow): Layout | undefined {
  const titles = texts(row);
  const response = titles.findIndex((title) => RESPONSE_TITLE.test(title));
  const isResult = (title: string, i: number): boolean => i !== response && RESULT_TITLE.test(title);
  const own = titles.findLastIndex(
    (title, i) => isResult(title, i) && (RESULT_OF_TESTS.test(title) || !TEST_TITLE.test(title)),
  );
  const result = own >= 0 ? own : titles.findLastIndex(isResult);
  if (result < 0) return undefined;
  const control = titles.findIndex((title) => CONTROL_TITLE.test(title));
  return {
    columns: titles.length,
    result,
    control: control < 0 ? undefined : control,
    response: response < 0 ? undefined : response,
    isCombined:
      own < 0 ||
      (/\btests?\b.*\band results?\b|\btests?\s*\/\s*results?\b/i.test(titles[result] ?? '') &&
        !titles.some((title, i) => i !== result && TEST_TITLE.test(title))),
  };
}

/** Columns by what stands in them, where no titles are repeated. */
function layoutByContent(table: Table, before: Layout | undefined): Layout | undefined {
  const [first] = table.rows;
  if (first === undefined) return undefined;
  if (before?.columns === first.cells.length) return before;
  const votes = first.cells.map(
    (_, i) => table.rows.filter((row) => stateOf(row.cells[i]?.text ?? '', false) !== undefined).length,
  );
  const most = Math.max(...votes);
  if (most === 0) return undefined;
  return {
    columns: votes.length,
    result: votes.lastIndexOf(most),
    control: undefined,
    response: undefined,
    isCombined: false,
  };
}

/** The number of the row's control: in its column, else of any cell; a criterion's number only when there is no other. */
function controlOf(row: TableRow, layout: Layout): string | null {
  const own = layout.control === undefined ? undefined : row.cells[layout.control];
  const inColumn =
    own === undefined
      ? undefined
      : (leadingNumber(own.text) ?? (own.text.length < 24 && own.text !== '' ? own.text : undefined));
  if (inColumn !== undefined) return inColumn;
  const cells = row.cells.filter((_, i) => i !== layout.result && i !== layout.response);
  const whole = cells.flatMap((cell) => wholeNumber(cell.lines[0] ?? '') ?? []);
  const found = [...whole, ...cells.flatMap((cell) => leadingNumber(cell.text) ?? [])];
  return found.find((number) => !isCriterion(number)) ?? found[0] ?? null;
}

/** A row that a page break parted has nothing in its number's column, or goes on in the middle of a sentence. */
function isContinuation(row: TableRow, layout: Layout, isFirstOfPage: boolean): boolean {
  if (!isFirstOfPage) return false;
  const result = row.cells[layout.result]?.text ?? '';
  if (controlOf(row, layout) !== null) return false;
  const empty = row.cells.filter((cell) => cell.text === '').length;
  return empty > 0 || /^[\p{Ll}(]/u.test(result);
}

class RowReader {
  readonly rows: TestRow[] = [];
  #layout: Layout | undefined;
  #group: string | null = null;
  /** Texts that were met since the group was last asked for. */
  #met: string[] = [];

  /** Text between tables: a heading names the control objective or criterion of what follows. */
  heading(text: string): void {
    this.#met.push(text);
  }

  /** The group that the last heading with a number names. */
  get group(): string | null {
    for (let text = this.#met.pop(); text !== undefined; text = this.#met.pop()) {
      const number = headingNumber(text);
      if (number === undefined) continue;
      this.#group = number;
      this.#met = [];
    }
    return this.#group;
  }

  table(table: Table, isTests: boolean): void {
    const titles = table.rows.find(isTitleRow);
    const titled = titles === undefined ? undefined : layoutByTitles(titles);
    const goesOn = this.#layout !== undefined && this.#layout.columns === table.rows[0]?.cells.length;
    if (titled === undefined && !isTests && !goesOn) return;
    this.#layout = titled ?? layoutByContent(table, this.#layout);
    const layout = this.#layout;
    if (layout === undefined) return;
    let isFirst = this.rows.at(-1)?.page !== table.page;
    for (const row of table.rows) {
      if (row === titles || isTitleRow(row)) continue;
      this.#row(row, layout, isFirst);
      isFirst = false;
    }
  }

  #row(row: TableRow, layout: Layout, isFirstOfPage: boolean): void {
    const result = row.cells[layout.result]?.lines ?? [];
    const answer = layout.response === undefined ? '' : (row.cells[layout.response]?.text ?? '');
    const last = this.rows.at(-1);
    if (last !== undefined && isContinuation(row, layout, isFirstOfPage)) {
      const response =
        last.response === null
          ? null
          : { ...last.response, text: joinLines([last.response.text, answer]).trim() };
      this.rows[this.rows.length - 1] = { ...last, result: [...last.result, ...result], response };
      return;
    }
    const control = controlOf(row, layout);
    const [only, ...others] = texts(row).filter((text) => text !== '');
    if (result.length === 0 && only !== undefined && others.length === 0) this.heading(only);
    if (result.length === 0) return;
    this.rows.push({
      page: row.page,
      control: control ?? this.group,
      result,
      response: /^(?:|n\/?a\.?|none\.?|not applicable\.?|[–-])$/i.test(answer)
        ? null
        : { text: answer, page: row.page },
      isCombined: layout.isCombined,
    });
  }
}

/**
 * The rows of the tables of tests among the lines of a section. `isTests` says that the section holds tests, so that
 * a table without titles counts; elsewhere only a table whose titles speak of results does.
 */
export function testRows(lines: readonly Line[], isTests: boolean): TestRow[] {
  const reader = new RowReader();
  let done = 0;
  for (const table of findTables(lines)) {
    for (const line of lines.slice(done, table.firstLine)) reader.heading(line.text);
    reader.table(table, isTests);
    done = table.endLine;
  }
  return reader.rows;
}
