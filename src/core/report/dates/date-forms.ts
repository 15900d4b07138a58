/** Month names as English reports write them; the abbreviations of three letters, and "Sept". */
const MONTH_NAMES = [
  'january',
  'february',
  'march',
  'april',
  'may',
  'june',
  'july',
  'august',
  'september',
  'october',
  'november',
  'december',
];

/** The month (1–12) that a name or an abbreviation means; undefined when it means none. */
export function monthOf(name: string): number | undefined {
  const letters = name.toLowerCase().replace(/[^a-z]/g, '');
  const index = MONTH_NAMES.findIndex((month) => letters.length >= 3 && month.startsWith(letters));
  return index < 0 ? undefined : index + 1;
}

/** A name whose letters a PDF may have torn apart: "Sept ember". */
const torn = (name: string): string => name.split('').join(' ?');
const MONTH = `(?<![a-z])(?:${MONTH_NAMES.map(torn).join('|')}|sept?|jan|feb|mar|apr|jun|jul|aug|oct|nov|dec)\\.?(?![a-z])`;
const DAY = '(?:3[01]|[12]\\d|0?[1-9])(?!\\d)';
const YEAR = '(?:19|20) ?\\d ?\\d';
/** A fifth digit of a year is a footnote's. */
const FOOTNOTE = '(?:\\d(?!\\d)|(?!\\d))';
const ORDINAL = '(?: ?(?:st|nd|rd|th)\\b)?';

const named = (name: string, pattern: string): string => `(?<${name}>${pattern})`;

/** The forms of one date. Groups end in a letter of their own, as a pattern may name a group only once. */
export const DATE_FORMS = {
  /** "January 1, 2023", "Jan. 1st 2023", and "January 1" where the year stands with the end of the range. */
  monthFirst: `${named('monthA', MONTH)}\\s*${named('dayA', DAY)}${ORDINAL}(?:\\s*,?\\s*${named('yearA', YEAR)}${FOOTNOTE})?`,
  /** "1 January 2023", "26th January, 2024", "the 1st day of January 2023", "01-Jan-2024". */
  dayFirst: `(?<![\\d.,/-])${named('dayB', DAY)}${ORDINAL}[\\s/-]*(?:(?:day )?of )?${named('monthB', MONTH)}(?:[\\s,/-]*${named('yearB', YEAR)}${FOOTNOTE})?`,
  /** "2023-01-31", "2023/01/31". */
  iso: `(?<!\\d)${named('yearC', '(?:19|20)\\d\\d')}(?<sepC>[-/.])${named('monthC', '0[1-9]|1[0-2]')}\\k<sepC>${named('dayC', '0[1-9]|[12]\\d|3[01]')}(?!\\d)`,
  /** "1/31/2023", "31.01.2023", "01-31-23": which is the month, the others of the report must tell. */
  numeric: `(?<![\\d/.-])${named('first', '\\d{1,2}')}(?<sepD>[-/.])${named('second', '\\d{1,2}')}\\k<sepD>${named('yearD', '(?:19|20)\\d\\d|\\d\\d')}(?![\\d/]|[.-]\\d)`,
} as const;

/** "January 2023": a month, without a day. */
export const MONTH_AND_YEAR = `${named('monthE', MONTH)}\\s*,?\\s*${named('yearE', YEAR)}${FOOTNOTE}`;
