import type { CalendarDate } from '../../calendar/calendar-date.ts';
import { ENGLISH } from '../../language/language.ts';
import type { Conclusion } from '../../review/review.ts';
import type { NewVendor } from '../edit-register.ts';
import { foldName } from '../vendor-name.ts';
import { HEADINGS, mapColumns, type Column } from './columns.ts';
import { dateOrderOf, parseTableDate, type DateOrder } from './table-dates.ts';
import {
  CONCLUSION_WORDS,
  meaningOf,
  ROLE_WORDS,
  SERVES_WORDS,
  STATUS_WORDS,
  TIER_WORDS,
} from './table-words.ts';

/** A review that took place, as far as the table tells. */
export interface TableReview {
  readonly reviewed: CalendarDate;
  readonly reviewer: string | null;
  readonly conclusion: Conclusion | null;
  readonly nextReview: CalendarDate | null;
}

/** One vendor of a table, as one row has it. */
export interface TableVendor {
  /** The number of the row as a spreadsheet counts it: the headings are row 1. */
  readonly row: number;
  readonly vendor: Omit<NewVendor, 'services' | 'files' | 'notAliases'>;
  readonly review: TableReview | null;
}

/** Something of a row that is not taken over, and why. */
export interface RowNote {
  readonly row: number;
  readonly message: string;
}

export interface VendorTable {
  readonly vendors: readonly TableVendor[];
  readonly notes: readonly RowNote[];
  readonly columns: readonly Column[];
  /** Headings that mean nothing to us. */
  readonly unknown: readonly string[];
  /** A date that may be either of two days, as it is written; null when there is none. */
  readonly ambiguousDate: string | null;
}

const DATES = ['since', 'lastReview', 'nextReview'] as const satisfies readonly Column[];

/** Cells that say "nothing". */
const NOTHING = /^(?:-+|–|n\/?a|none|keine?r?s?|tbd|\?+)$/i;

/** A cell as it was written, without the apostrophe that keeps a spreadsheet from running it as a formula. */
const cellText = (cell: string | undefined): string => {
  const text = (cell ?? '').trim().replace(/^'(?=[=+\-@\t\r])/, '');
  return NOTHING.test(text) ? '' : text;
};

/** Several names in one cell stand between semicolons or on lines of their own: a comma is part of many names. */
const list = (cell: string): string[] =>
  cell
    .split(/[;\n|]/)
    .map((part) => part.trim())
    .filter((part) => part !== '');

/** Reads one row, collecting what it can't take over. */
class RowReader {
  readonly #cells: ReadonlyMap<Column, string>;
  readonly #order: DateOrder;
  readonly row: number;
  readonly notes: RowNote[] = [];
  ambiguousDate: string | null = null;

  constructor(row: number, cells: ReadonlyMap<Column, string>, order: DateOrder) {
    this.row = row;
    this.#cells = cells;
    this.#order = order;
  }

  text(column: Column): string {
    return this.#cells.get(column) ?? '';
  }

  note(message: string): void {
    this.notes.push({ row: this.row, message });
  }

  word<T extends string>(column: Column, meanings: ReadonlyMap<string, T>): T | undefined {
    const cell = this.text(column);
    if (cell === '') return undefined;
    const meaning = meaningOf(meanings, cell);
    if (meaning === undefined) {
      const known = [...new Set(meanings.values())].join(', ');
      this.note(ENGLISH.say('The {0} "{1}" is none of {2}; it is left out.', HEADINGS[column], cell, known));
    }
    return meaning;
  }

  date(column: (typeof DATES)[number]): CalendarDate | undefined {
    const cell = this.text(column);
    if (cell === '') return undefined;
    const read = parseTableDate(cell, this.#order);
    if ('date' in read) return read.date;
    if ('ambiguous' in read) this.ambiguousDate ??= cell;
    this.note(
      'ambiguous' in read
        ? ENGLISH.say('The {0} "{1}" may be either of two days; it is left out.', HEADINGS[column], cell)
        : ENGLISH.say('The {0} "{1}" is no date; it is left out.', HEADINGS[column], cell),
    );
    return undefined;
  }
}

const withText = <K extends string>(key: K, text: string): Partial<Record<K, string>> =>
  text === '' ? {} : ({ [key]: text } as Record<K, string>);

const withValue = <K extends string, T>(key: K, value: T | undefined): Partial<Record<K, T>> =>
  value === undefined ? {} : ({ [key]: value } as Record<K, T>);

function vendorIn(reader: RowReader): TableVendor['vendor'] {
  const name = reader.text('name');
  const aliases = list(reader.text('aliases'));
  const facilities = list(reader.text('facilities'));
  return {
    name,
    ...(aliases.length === 0 ? {} : { aliases }),
    ...withValue('role', reader.word('role', ROLE_WORDS)),
    ...withValue('serves', reader.word('serves', SERVES_WORDS)),
    ...withValue('tier', reader.word('tier', TIER_WORDS)),
    ...withText('owner', reader.text('owner')),
    ...withText('contact', reader.text('contact')),
    ...withValue('since', reader.date('since')),
    ...withValue('status', reader.word('status', STATUS_WORDS)),
    ...withText('statusReason', reader.text('statusReason')),
    ...(facilities.length === 0 ? {} : { facilities }),
  };
}

function reviewIn(reader: RowReader, today: CalendarDate): TableReview | null {
  const reviewed = reader.date('lastReview');
  const nextReview = reader.date('nextReview');
  const conclusion = reader.word('conclusion', CONCLUSION_WORDS);
  if (reviewed === undefined) {
    if (nextReview !== undefined) {
      reader.note(
        ENGLISH.say(
          'It has a next review and no last one; a next review is set with a review, so it is left out.',
        ),
      );
    }
    return null;
  }
  if (reviewed > today) {
    reader.note(ENGLISH.say('The last review {0} lies in the future; it is left out.', reviewed));
    return null;
  }
  const isLater = nextReview !== undefined && nextReview > reviewed;
  if (nextReview !== undefined && !isLater) {
    reader.note(ENGLISH.say('The next review {0} is not after the last one; it is left out.', nextReview));
  }
  return {
    reviewed,
    reviewer: reader.text('reviewer') || null,
    conclusion: conclusion ?? null,
    nextReview: isLater ? nextReview : null,
  };
}

/**
 * Reads a table of vendors, its columns told by their headings. A row without a name is left out; of every other
 * row what is understood is taken, and what isn't is noted.
 *
 * @param rows the cells, headings first
 * @param today reviews can't lie after it
 * @param order of day and month, where a person has said it; else each column's own dates tell it
 */
export function readVendorTable(
  rows: readonly (readonly string[])[],
  today: CalendarDate,
  order?: DateOrder,
): VendorTable {
  const [headings = [], ...body] = rows;
  const { at, unknown } = mapColumns(headings.map((heading) => heading.replace(/^\uFEFF/, '')));
  const cellsOf = (row: readonly string[]): ReadonlyMap<Column, string> =>
    new Map([...at].map(([column, index]) => [column, cellText(row[index])]));
  const written = body.map(cellsOf);
  const dates = written.flatMap((cells) => DATES.map((column) => cells.get(column) ?? ''));
  const dateOrder = order ?? dateOrderOf(dates);
  const vendors: TableVendor[] = [];
  const notes: RowNote[] = [];
  let ambiguousDate: string | null = null;
  for (const [index, cells] of written.entries()) {
    const reader = new RowReader(index + 2, cells, dateOrder);
    if ([...cells.values()].every((cell) => cell === '')) continue;
    if (foldName(reader.text('name')) === '') {
      notes.push({ row: reader.row, message: ENGLISH.say('The row names no vendor; it is left out.') });
      continue;
    }
    vendors.push({ row: reader.row, vendor: vendorIn(reader), review: reviewIn(reader, today) });
    notes.push(...reader.notes);
    ambiguousDate ??= reader.ambiguousDate;
  }
  return { vendors, notes, columns: [...at.keys()], unknown, ambiguousDate };
}
