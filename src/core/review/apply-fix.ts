import { toMarkdown } from 'mdast-util-to-markdown';
import type { CalendarDate } from '../calendar/calendar-date.ts';
import { gfmToMarkdown } from 'mdast-util-gfm';
import type { CompletionFix } from './completion-problem.ts';
import { withConfirmedEntry } from './edit-confirmed-entries.ts';
import { setReviewFields } from './edit-review.ts';
import { parseReview } from './parse-review.ts';
import { bodySections, isTable, tableRows } from './review-body.ts';

/** What a fix needs to know beside itself. */
export interface FixContext {
  readonly path: string;
  /** The line that the problem stands on, counted from 1. */
  readonly line: number;
  readonly reviewer: string;
  readonly today: CalendarDate;
}

/** A text as it stands in a cell of a table. */
const cellMarkdown = (text: string): string =>
  toMarkdown(
    { type: 'tableCell', children: [{ type: 'text', value: text }] },
    { extensions: [gfmToMarkdown()] },
  ).trim();

/** Fills a cell of the row on a line; leaves the text as it is when there is no such cell, or it isn't empty. */
function fillCell(text: string, line: number, column: string, value: string): string {
  const row = bodySections(text)
    .flatMap(({ contents }) => contents.filter(isTable).flatMap(tableRows))
    .find((one) => one.line === line);
  const cell = row?.cells.get(column);
  const from = cell?.position?.start.offset;
  if (cell === undefined || from === undefined || cell.children.length > 0) return text;
  // An empty cell starts with the bar before it, where that belongs to it.
  const at = text[from] === '|' ? from + 1 : from;
  return `${text.slice(0, at)} ${cellMarkdown(value)}${text.slice(at)}`;
}

/**
 * The text of a review after a fix.
 *
 * @throws UneditableError where the record can't be written to
 */
export function applyFix(text: string, fix: CompletionFix, context: FixContext): string {
  switch (fix.kind) {
    case 'fill-in-reviewer':
      return setReviewFields(text, { reviewer: context.reviewer });
    case 'review-today':
      return setReviewFields(text, { reviewed: context.today });
    case 'conclude':
      return setReviewFields(text, { conclusion: fix.conclusion });
    case 'bind':
      return setReviewFields(text, { sha256: fix.sha256 });
    case 'confirm-facts': {
      const { record } = parseReview(context.path, text);
      const own = Object.fromEntries(fix.fields.map((field) => [field, 'extracted']));
      return setReviewFields(text, { confirmed: { ...record?.confirmed, ...own } });
    }
    case 'confirm-entries':
      return fix.entries.reduce(withConfirmedEntry, text);
    case 'fill-cell':
      return fillCell(text, context.line, fix.column, fix.text);
  }
}
