import type { UserControl } from '../../reading.ts';
import type { DocumentView } from '../../view/document-view.ts';
import type { Line } from '../../view/lines.ts';
import { findTables, joinLines, type Table, type TableRow } from '../../view/tables.ts';
import { subsections, isTitleLike } from './subsection.ts';

const USER = String.raw`(?:user(?:[\s-]?(?:entit(?:y|ies)|organi[sz]ations?))?|customers?|clients?|subscribers?|tenants?|plan sponsors?)(?:'s|s'|')?`;
/**
 * How the section is headed. AICPA guides since SSAE 16 say complementary user entity controls; SAS 70 said user
 * control considerations; firms and vendors vary.
 */
export const USER_CONTROLS_HEADING = new RegExp(
  [
    String.raw`complementary\s+(?:controls?\s+(?:at|of|for)\s+)?${USER}(?:[\s-]+(?:entit(?:y|ies)|organi[sz]ations?))?(?:[\s-]+(?:control|consideration|responsibilit)\w*)*`,
    String.raw`${USER}\s+(?:entity\s+)?(?:control(?:s|\s+considerations?|\s+responsibilities)?|responsibilities)(?:\s+considerations?)?$`,
    String.raw`(?:responsibilities|controls?|control considerations|considerations)\s+(?:(?!of|for|at|by)\w+\s+){0,3}(?:of|for|at|by)\s+(?:the\s+)?${USER}`,
    String.raw`\bCUECs?\b`,
  ].join('|'),
  'i',
);
/** What is worded alike and lists other controls, or explains whose the responsibilities are. */
const OTHER_HEADING =
  /\bsub-?\s?service\b|\bservice organi[sz]ation'?s? responsib|\bmanagement'?s? responsib|\bauditor/i;

/** "None required", and lists that are kept elsewhere. */
const NONE =
  /\bno complementary\b|\bnot (?:require|include|rely on) any\b|\bnone (?:are |is )?required\b|\bare not (?:required|necessary)\b|\bdo(?:es)? not (?:require|rely|depend)\b[^.]{0,60}\b(?:user|customer|client)/i;

/** What stands before an item of a list. */
const MARK =
  /^(?:•|[–o*-](?=\s)|\(?(?:\d{1,3}|[a-z]|[ivx]{1,5})[.)](?=\s|$)|(?:C?U[EC]{0,2}C|CUOC|UCC|CCC|UE|UC)S?[\s#.–-]{0,3}\d{1,3}(?:\.\d{1,3})*[.:)]?(?=\s|$))\s*/i;
const CODE = /^(?:C?U[EC]{0,2}C|CUOC|UCC|CCC|UE|UC)S?[\s#.–-]{0,3}\d/i;

/** A sentence that lays something on the reader. */
const DUTY = new RegExp(
  String.raw`^(?:(?:the|each|all|it is the)\s+)?(?:responsibility of\s+)?${USER}\b.{0,80}?\b(?:should|must|shall|are|is|need|needs|will|have|has|maintain|implement|ensure|establish|review|restrict|notify|provide|protect|configure|manage|monitor|approve|remove|secure|submit|verify|inform)`,
  'i',
);
/** Sentences that introduce or explain the list. */
const INTRODUCES =
  /:$|\bassumption\b|\bthe following\b|\bbelow\b|\bthis (?:section|list)\b|\bcomprehensive list\b|\bother controls may be\b|\bauditors? should\b|\bwithin the scope\b|\bwere (?:not )?designed with\b|\bin order for\b|\bcomplement(?:ary|ed)?\b.{0,80}\b(?:controls?|necessary)\b.{0,200}\b(?:achieve|necessary|rely)\b/i;
const SHORTEST_ITEM = 12;

/** Reads the complementary user entity controls: what the report expects its reader to do. */
export function readUserControls(view: DocumentView): UserControl[] {
  const found = subsections(
    view,
    ['description', 'tests', 'other-information', 'auditors-report', 'cover'],
    USER_CONTROLS_HEADING,
  )
    .filter(({ title }) => !OTHER_HEADING.test(title))
    .flatMap(({ lines }) => controlsIn(lines));
  const seen = new Set<string>();
  return found.filter(({ text }) => {
    const key = text.toLowerCase();
    if (seen.has(key)) return false;
    seen.add(key);
    return true;
  });
}

function controlsIn(lines: readonly Line[]): UserControl[] {
  const opening = joinLines(lines.slice(0, 6).map(({ text }) => text));
  const tables = [...findTables(lines)].filter(isList);
  const inTables = tables.flatMap((table, i) => rowsOf(table, tables[i - 1]));
  const outside = lines.filter(
    (_, i) => !tables.some(({ firstLine, endLine }) => i >= firstLine && i < endLine),
  );
  const listed = itemsOf(outside);
  if (inTables.length === 0 && listed.length === 0) return [];
  if (NONE.test(opening) && inTables.length === 0 && listed.every(({ marked }) => !marked)) return [];
  const marked = listed.filter((item) => item.marked);
  const items = marked.length > 0 ? marked : listed;
  const controls = inTables.length >= items.length ? mergeContinued(inTables) : items;
  return controls.map(({ id, text, page }) => ({ id, text, page }));
}

interface Item {
  readonly id: string | null;
  readonly text: string;
  readonly page: number;
  readonly marked: boolean;
}

/** A table whose titles speak of tests lists the service organization's controls. */
const TESTED = /^(?:tests?|testing|(?:test )?results?|results? of)\b/i;

const isList = (table: Table): boolean =>
  (table.rows[0]?.cells.length ?? 0) <= 5 &&
  !table.rows.some((row) => row.cells.some(({ text }) => TESTED.test(text) && text.length < 60));

const TEXT_TITLE =
  /\b(?:user|customer|client|complementary|cuec|responsibilit|consideration|control description|description|subscriber)/i;
const TITLE =
  /^(?:(?:related |applicable |corresponding )?(?:trust services? )?(?:criteri(?:a|on)|control objectives?|objectives?|controls?|no\.?|#|ref(?:erence)?\.?|id|category|topic|area|principle|tsc?)(?:\s+(?:#|no\.?|number|ref(?:erence)?|id|addressed|supported))?|.{0,40}complementary.{0,60}|cuecs?|.{0,30}user (?:entity|organi[sz]ation) (?:controls?|responsibilit\w+|control considerations?)|(?:controls?|responsibilit\w+|considerations?) (?:\w+ ){0,5}(?:user entit(?:y|ies)|user organi[sz]ations?|customers?|clients?))$/i;

const isTitles = (row: TableRow): boolean => {
  const filled = row.cells.map(({ text }) => text).filter((text) => text !== '');
  return (
    filled.length > 0 && filled.every((text) => TITLE.test(text) && !/\.$/.test(text.replace(/no\.$/i, '')))
  );
};

/** The rows of a table of controls; the column of text is the titled one, else the one with most text. */
function rowsOf(table: Table, before: Table | undefined): Item[] {
  const titles =
    table.rows.find(isTitles) ?? (sameShape(table, before) ? before?.rows.find(isTitles) : undefined);
  const count = table.rows[0]?.cells.length ?? 0;
  const length = (column: number): number =>
    table.rows
      .filter((row) => row !== titles)
      .reduce((sum, row) => sum + (row.cells[column]?.text.length ?? 0), 0);
  const columns = [...Array(count).keys()];
  const longest = columns.reduce((best, column) => (length(column) > length(best) ? column : best), 0);
  const titled = columns.filter((column) => TEXT_TITLE.test(titles?.cells[column]?.text ?? ''));
  const column = titled.includes(longest) || titled.length !== 1 ? longest : (titled[0] ?? longest);
  return table.rows.filter((row) => !isTitles(row)).flatMap((row) => itemsOfRow(row, column));
}

const sameShape = (table: Table, before: Table | undefined): boolean =>
  before !== undefined && before.rows[0]?.cells.length === table.rows[0]?.cells.length;

function itemsOfRow(row: TableRow, column: number): Item[] {
  const cell = row.cells[column];
  if (cell === undefined || cell.text === '') return [];
  const filled = row.cells.filter(({ text }) => text !== '');
  if (filled.length === 1 && isTitleLike(cell.text) && !DUTY.test(cell.text)) return [];
  const others = row.cells.filter((_, i) => i !== column).map(({ text }) => text.trim());
  const code =
    others.find((text) => CODE.test(text)) ?? others.find((text) => /^\(?(?:\d{1,3}|[a-z])[.)]$/i.test(text));
  const id = code === undefined ? null : bare(code);
  const several = splitMarked(cell.lines);
  const texts = several.length > 1 ? several : [{ id: null, text: cell.text.replace(MARK, '') }];
  const isWholeRow = filled.length > 1 || texts.length > 1;
  return texts.map((item) => ({ id: item.id ?? id, text: item.text, page: row.page, marked: isWholeRow }));
}

/** A row parted by a page break goes on in a row of its own, with nothing in its other columns. */
function mergeContinued(items: readonly Item[]): Item[] {
  const merged: Item[] = [];
  for (const item of items) {
    const last = merged.at(-1);
    const goesOn =
      last !== undefined && !item.marked && (!/[.:;)]$/.test(last.text) || /^\p{Ll}/u.test(item.text));
    if (goesOn) merged[merged.length - 1] = { ...last, text: joinLines([last.text, item.text]) };
    else if (item.text.length >= SHORTEST_ITEM) merged.push(item);
  }
  return merged;
}

const SHORT_WORDS = /^(?:an?|in|if|to|it|we|on|at|by|is|as|or|no|of|be|do|us)$/i;

/** Bullets of a font that tells no characters come out as odd letters, the same before every item. */
function bulletGlyph(lines: readonly Line[]): RegExp | undefined {
  const counts = new Map<string, number>();
  for (const { text } of lines) {
    const token = /^(\S{1,2})\s+(?=\p{Lu})/u.exec(text)?.[1];
    if (token !== undefined && !SHORT_WORDS.test(token) && !/^[\d(]|[.)]$/.test(token))
      counts.set(token, (counts.get(token) ?? 0) + 1);
  }
  const [glyph, count] = [...counts].sort((a, b) => b[1] - a[1])[0] ?? ['', 0];
  return count >= 3 ? new RegExp(`^${glyph.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')}\\s+`) : undefined;
}

const bare = (mark: string): string | null => {
  const text = mark
    .trim()
    .replace(/^\(/, '')
    .replace(/[.:)]+$/, '')
    .trim();
  return /^(?:[•–o*-]|[^\p{L}\d]|\p{L}{2})?$/u.test(text) ? null : text;
};

function splitMarked(lines: readonly string[]): { id: string | null; text: string }[] {
  const items: { id: string | null; lines: string[] }[] = [];
  for (const line of lines) {
    const mark = MARK.exec(line);
    const last = items.at(-1);
    if (mark !== null || last === undefined)
      items.push({ id: mark === null ? null : bare(mark[0]), lines: [line.slice(mark?.[0].length ?? 0)] });
    else last.lines.push(line);
  }
  return items
    .map((item) => ({ id: item.id, text: joinLines(item.lines) }))
    .filter(({ text }) => text !== '');
}

/** Items of a list that is set as lines: each begins with a mark, or is a paragraph that lays down a duty. */
function itemsOf(lines: readonly Line[]): Item[] {
  const glyph = bulletGlyph(lines);
  const paragraphs: { id: string | null; lines: string[]; page: number; marked: boolean; indent: number }[] =
    [];
  lines.forEach((line, i) => {
    const previous = lines[i - 1];
    const last = paragraphs.at(-1);
    const mark = glyph?.exec(line.text) ?? MARK.exec(line.text);
    const isNumbered = mark !== null && (mark[0].trim() !== 'o' || line.text.length > 20);
    if (isNumbered) {
      paragraphs.push({
        id: bare(mark[0]),
        lines: [line.text.slice(mark[0].length)],
        page: line.page,
        marked: true,
        indent: line.x,
      });
    } else if (last === undefined || startsParagraph(line, previous, last)) {
      paragraphs.push({ id: null, lines: [line.text], page: line.page, marked: false, indent: line.x });
    } else last.lines.push(line.text);
  });
  return paragraphs
    .map(({ id, lines: texts, page, marked }): Item => ({
      id,
      text: joinLines(texts.filter((text) => text !== '')),
      page,
      marked,
    }))
    .filter(
      ({ text, marked }) =>
        text.length >= SHORTEST_ITEM &&
        (marked ? !/:$/.test(text) : DUTY.test(text) && !INTRODUCES.test(text)),
    );
}

function startsParagraph(
  line: Line,
  previous: Line | undefined,
  last: { marked: boolean; indent: number; lines: string[] },
): boolean {
  if (previous === undefined) return true;
  const ended = /[.:;?!]$/.test(last.lines.at(-1) ?? '');
  if (previous.page !== line.page || line.y < previous.y) return ended && /^\p{Lu}/u.test(line.text);
  if (Math.abs(line.size - previous.size) > 0.6) return true;
  const gap = line.y - previous.y;
  if (gap > line.size * 1.75) return ended || isTitleLike(line.text);
  if (!ended) return false;
  return last.marked ? line.x < last.indent - 2 : gap > line.size * 1.45 || DUTY.test(line.text);
}
