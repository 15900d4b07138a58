import { compareLists, isRight } from './compare.ts';
import { FIELDS, LISTS, type ExpectedDocument, type Field, type List } from './expected.ts';

/** What a reader said about one document. */
export interface ReadItem {
  readonly text: string;
  readonly page: number;
}

export interface ReadDocument {
  readonly kind: string;
  readonly fields: Partial<Readonly<Record<Field, ReadValue>>>;
  readonly lists: Partial<Readonly<Record<List, readonly ReadItem[]>>>;
}

export interface ReadValue {
  readonly value: string;
  /** The page cited; null for a reader that cites none. */
  readonly page: number | null;
}

export interface FieldScore {
  right: number;
  wrong: number;
  /** Printed, and not read. */
  absent: number;
  pagesRight: number;
  pagesWrong: number;
  /** Not printed, and rightly not read. */
  rightlyAbsent: number;
}

const EMPTY: FieldScore = { right: 0, wrong: 0, absent: 0, pagesRight: 0, pagesWrong: 0, rightlyAbsent: 0 };

/** The scores of one reader over a set of documents, with the list of what it missed. */
export class Scores {
  readonly #fields = new Map<string, FieldScore>();
  readonly misses: string[] = [];

  get(field: string): FieldScore {
    const score = this.#fields.get(field) ?? { ...EMPTY };
    this.#fields.set(field, score);
    return score;
  }

  /** In the order in which they were first scored. */
  get entries(): readonly (readonly [field: string, score: FieldScore])[] {
    return [...this.#fields];
  }

  add(expected: ExpectedDocument, read: ReadDocument): void {
    const kind = this.get('kind');
    if (read.kind === expected.kind) kind.right++;
    else {
      kind.wrong++;
      this.misses.push(`${expected.path}: kind is ${expected.kind}, read ${read.kind}`);
    }
    for (const field of FIELDS) this.#addField(expected, read, field);
    for (const list of LISTS) this.#addList(expected, read, list);
  }

  #addField({ path, fields }: ExpectedDocument, read: ReadDocument, field: Field): void {
    const wanted = fields[field];
    if (wanted === undefined) return;
    const score = this.get(field);
    const value = read.fields[field];
    if (value === undefined) {
      if (wanted === null) {
        score.rightlyAbsent++;
        return;
      }
      score.absent++;
      this.misses.push(
        `${path}: ${field} "${wanted.value}" is printed on page ${wanted.pages.join(', ') || '?'}, not read`,
      );
      return;
    }
    if (wanted === null || !isRight(field, value.value, wanted)) {
      score.wrong++;
      const truth = wanted === null ? 'not printed' : `"${wanted.value}"`;
      this.misses.push(`${path}: ${field} is ${truth}, read "${value.value}" on page ${String(value.page)}`);
      return;
    }
    score.right++;
    // Where an alternative stands, the truth doesn't say.
    const isAlternative = wanted.alsoRight.length > 0 && value.value !== wanted.value;
    if (value.page === null || wanted.pages.length === 0 || isAlternative) return;
    if (wanted.pages.includes(value.page)) score.pagesRight++;
    else {
      score.pagesWrong++;
      this.misses.push(
        `${path}: ${field} stands on page ${wanted.pages.join(', ')}, page ${String(value.page)} cited`,
      );
    }
  }

  #addList({ path, lists }: ExpectedDocument, read: ReadDocument, list: List): void {
    const wanted = lists[list];
    if (wanted === undefined) return;
    const result = compareLists(read.lists[list] ?? [], wanted);
    const score = this.get(list);
    score.right += result.found;
    score.absent += result.missed.length;
    score.wrong += result.invented.length;
    score.pagesRight += result.pagesRight;
    score.pagesWrong += result.pagesWrong;
    const short = (text: string): string => (text.length > 90 ? `${text.slice(0, 90)}…` : text);
    for (const text of result.missed) this.misses.push(`${path}: ${list} without "${short(text)}"`);
    for (const text of result.invented)
      this.misses.push(`${path}: ${list} with "${short(text)}", which is none`);
  }
}

const share = (part: number, whole: number): number | null => (whole === 0 ? null : part / whole);

/** Of the values printed, how many were read rightly; null when none is printed. */
export const recall = ({ right, wrong, absent }: FieldScore): number | null =>
  share(right, right + wrong + absent);
/** Of the values given, how many are right. */
export const precision = ({ right, wrong }: FieldScore): number | null => share(right, right + wrong);
/** Of the pages cited for right values, how many are right. */
export const citation = ({ pagesRight, pagesWrong }: FieldScore): number | null =>
  share(pagesRight, pagesRight + pagesWrong);
/** The harmonic mean of what was found of a list and what of it is right. */
export function f1({ right, wrong, absent }: FieldScore): number | null {
  return share(2 * right, 2 * right + wrong + absent);
}
