import { parseRegister } from '../register/parse-register.ts';
import { EMPTY_REGISTER, type Problem, type Register } from '../register/register.ts';
import { parseReview, unreadableReview } from '../review/parse-review.ts';
import { isDatedAhead, type ReviewFile } from '../review/review.ts';
import type { CalendarDate } from '../calendar/calendar-date.ts';
import { fileProblem } from './file-problem.ts';
import { forEachConcurrently } from './for-each-concurrently.ts';
import { PathOrdered } from './path-ordered.ts';
import type { CancelSignal, FileEntry, LibraryFiles } from './ports.ts';

/** How many small text files are read at the same time. */
const CONCURRENT_FILES = 16;

/** A problem with a file as a whole, at its first line. */
const wholeFile = (message: string): Problem => ({
  severity: 'error',
  message,
  line: 1,
  column: 1,
  endLine: 1,
  endColumn: 1,
});

/**
 * What people write: the register and the reviews. They are always taken from the files themselves, never from a
 * cache; parsed again only when they have changed.
 */
export class HumanFiles {
  readonly #files: LibraryFiles;
  readonly #registerPath: string;
  readonly #today: (() => CalendarDate) | undefined;
  #registerText: string | undefined;
  #register: Register = EMPTY_REGISTER;
  readonly #reviews = new PathOrdered<ReviewFile>();
  /** The files of the reviews as they were when they were read. */
  readonly #entries = new Map<string, FileEntry>();

  /** @param today Which day it is; without it, no review is taken for one that is dated in the future. */
  constructor(files: LibraryFiles, registerPath: string, today?: () => CalendarDate) {
    this.#files = files;
    this.#registerPath = registerPath;
    this.#today = today;
  }

  get register(): Register {
    return this.#register;
  }

  /** In path order. */
  get reviews(): readonly ReviewFile[] {
    return this.#reviews.list;
  }

  async readRegister(): Promise<void> {
    try {
      const text = await this.#files.readText(this.#registerPath);
      if (text === this.#registerText) return;
      this.#registerText = text;
      this.#register = text === undefined ? EMPTY_REGISTER : parseRegister(text);
    } catch (error) {
      this.#registerText = undefined;
      this.#register = { ...EMPTY_REGISTER, problems: [wholeFile(fileProblem(error))] };
    }
  }

  /** Takes over the whole list of reviews. */
  async readReviews(entries: readonly FileEntry[], signal: CancelSignal): Promise<void> {
    const listed = new Set(entries.map(({ path }) => path));
    for (const path of this.#reviews.paths()) {
      if (!listed.has(path)) this.#drop(path);
    }
    await forEachConcurrently(entries, CONCURRENT_FILES, signal, (entry) => this.#readReview(entry));
  }

  /** Takes over one review; undefined when the file is gone. */
  async readReview(path: string): Promise<void> {
    const entry = await this.#files.stat(path).catch(() => ({ path, bytes: 0, modified: NaN }));
    if (entry === undefined) this.#drop(path);
    else await this.#readReview(entry, true);
  }

  /** The paths of the reviews that lie in a folder. */
  below(folder: string): string[] {
    return this.#reviews.paths().filter((path) => path.startsWith(`${folder}/`));
  }

  async #readReview(entry: FileEntry, changed = false): Promise<void> {
    const { path } = entry;
    const known = this.#reviews.get(path);
    const before = this.#entries.get(path);
    // What was dated in the future yesterday may be a review today.
    const isSettled = known !== undefined && (!isDatedAhead(known) || known.readOn === this.#today?.());
    const isSame = before?.bytes === entry.bytes && before.modified === entry.modified;
    if (!changed && isSettled && isSame) return;
    const review = await this.#reviewIn(path);
    if (review === undefined) {
      this.#drop(path);
      return;
    }
    this.#reviews.set(review);
    this.#entries.set(path, entry);
  }

  #drop(path: string): void {
    this.#reviews.delete(path);
    this.#entries.delete(path);
  }

  async #reviewIn(path: string): Promise<ReviewFile | undefined> {
    try {
      const text = await this.#files.readText(path);
      return text === undefined ? undefined : parseReview(path, text, this.#today?.());
    } catch (error) {
      return unreadableReview(path, [wholeFile(fileProblem(error))]);
    }
  }
}
