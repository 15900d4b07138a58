import type { ReadingDepth } from '../report/read-report.ts';
import { EMPTY_REGISTER } from '../register/register.ts';
import { SharedCancellation } from './cancellation.ts';
import { InTurn } from './in-turn.ts';
import { isSameList, VendorJoin } from './join.ts';
import { LibraryContents, type LibraryOptions, type Pass } from './library-contents.ts';
import type { CancelSignal, LibraryPorts } from './ports.ts';
import { orderOfWorth } from './reading-order.ts';
import type { LibraryDocument, LibrarySnapshot } from './snapshot.ts';

export type { LibraryOptions } from './library-contents.ts';

export interface RefreshOptions {
  /** Stops the work; what is known by then stays. */
  readonly signal: CancelSignal;
  /** Called with the number of PDFs that are known by now, and of all. */
  readonly onProgress?: (done: number, total: number, depth: ReadingDepth) => void;
  /** Called when the facts of every file are known; after that, only what can't be seen in a list is read. */
  readonly onKnown?: () => void;
  /** Reads every file anew, whatever the cache holds. */
  readonly ignoreCache?: boolean;
}

/** While files are read, snapshots follow each other no faster than this. */
const PUBLISH_EVERY_MS = 100;

const EMPTY: LibrarySnapshot = {
  documents: [],
  register: EMPTY_REGISTER,
  reviews: [],
  dossiers: [],
  unassigned: [],
};

/** A refresh that waits for its turn: everyone who asks meanwhile joins it. */
interface PlannedRefresh {
  readonly signal: SharedCancellation;
  readonly onProgress: NonNullable<RefreshOptions['onProgress']>[];
  readonly onKnown: (() => void)[];
  ignoreCache: boolean;
  readonly result: Promise<LibrarySnapshot>;
}

/**
 * The reports below a folder, joined with the register and the reviews, and kept current. One pass over all files
 * runs at a time; the others wait for it. Files that change are followed meanwhile. What it shows depends on the files
 * only, never on the order or the time in which they were read.
 */
export class Library {
  readonly #contents: LibraryContents;
  readonly #today: LibraryPorts['today'];
  readonly #join = new VendorJoin();
  readonly #listeners = new Set<(snapshot: LibrarySnapshot) => void>();
  /** The signals of all passes that run or wait. */
  readonly #passes = new Set<SharedCancellation>();
  #planned: PlannedRefresh | undefined;
  #disposed = false;
  /** Passes over all files; and stock-taking, which is listing the folder or taking up changes. */
  readonly #turns = new InTurn<'pass' | 'stock'>();
  #snapshot: LibrarySnapshot = EMPTY;
  /** When the last snapshot was published, in milliseconds since 1970; undefined before the first. */
  #published: number | undefined;

  constructor(ports: LibraryPorts, options: LibraryOptions) {
    this.#today = ports.today;
    this.#contents = new LibraryContents(ports, {
      ...options,
      registerPath: withoutDots(options.registerPath),
      reviewFolder: withoutDots(options.reviewFolder),
    });
  }

  /** The library as far as it is known. Immutable: a change makes a new one. Empty until the first refresh. */
  get snapshot(): LibrarySnapshot {
    return this.#snapshot;
  }

  documentAt(path: string): LibraryDocument | undefined {
    const document = this.#contents.documentAt(path);
    return document && this.#join.corrected(document);
  }

  /**
   * Calls the listener with every new snapshot: some while files are read, and one at the end of each
   * pass that changed something. The first pass always gives one.
   * @returns a function that ends it
   */
  onDidChange(listener: (snapshot: LibrarySnapshot) => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  /**
   * Looks at all files, and reads those that are new or have changed. While one refresh runs, the next ones become
   * a single further one after it. Resolves with the snapshot at the end, also when it was cancelled: then with
   * what is known by then. Rejects when the folder can't be listed.
   */
  refresh(options: RefreshOptions): Promise<LibrarySnapshot> {
    if (this.#planned?.signal.aborted !== false) this.#planned = this.#planRefresh();
    const planned = this.#planned;
    planned.signal.join(options.signal);
    if (options.onProgress !== undefined) planned.onProgress.push(options.onProgress);
    if (options.onKnown !== undefined) planned.onKnown.push(options.onKnown);
    if (options.ignoreCache === true) planned.ignoreCache = true;
    return planned.result;
  }

  /**
   * Looks only at these files: PDFs, reviews, the register, and removed folders. Resolves when the snapshot shows
   * them, also when it was cancelled.
   */
  async filesChanged(paths: readonly string[], signal: CancelSignal): Promise<void> {
    const own = new SharedCancellation();
    own.join(signal);
    await this.#run(own, async () => {
      const pass: Pass = {
        ...this.#passOf(own),
        ignoreCache: false,
        onProgress: () => undefined,
        onKnown: () => undefined,
      };
      const pdfs = await this.#alone(own, () => this.#contents.takeUp(paths, pass));
      if (pdfs !== undefined) await this.#contents.lookAgain(pdfs, pass);
    });
  }

  /** Stops everything; nothing is looked at or published any more. */
  dispose(): void {
    this.#disposed = true;
    this.#listeners.clear();
    for (const pass of this.#passes) pass.abort();
  }

  #planRefresh(): PlannedRefresh {
    const signal = new SharedCancellation();
    const planned: PlannedRefresh = {
      signal,
      onProgress: [],
      onKnown: [],
      ignoreCache: false,
      result: this.#turns.take('pass', () => this.#run(signal, () => this.#pass(planned))),
    };
    return planned;
  }

  async #pass(planned: PlannedRefresh): Promise<void> {
    const { signal, ignoreCache, onProgress, onKnown } = planned;
    // Whoever asks from now on may have seen a change that this pass misses, and gets a pass of its own.
    this.#planned = undefined;
    const pass: Pass = {
      ...this.#passOf(signal),
      ignoreCache,
      onProgress: (done, total, depth) => {
        for (const listener of onProgress) listener(done, total, depth);
      },
      onKnown: () => {
        this.#publish();
        for (const listener of onKnown) listener();
      },
    };
    const listing = await this.#alone(signal, () => this.#contents.list(pass));
    if (listing !== undefined) await this.#contents.read(listing, pass);
  }

  #passOf(signal: CancelSignal): Pick<Pass, 'signal' | 'onChange' | 'order'> {
    return {
      signal,
      order: () => (this.#today === undefined ? [] : orderOfWorth(this.#snapshot, this.#today())),
      onChange: () => {
        // Where nobody listens, the join at the end of the pass is enough.
        if (this.#listeners.size === 0) return;
        if (Date.now() - (this.#published ?? 0) >= PUBLISH_EVERY_MS) this.#publish();
      },
    };
  }

  /** Takes stock when nobody else does: neither undoes what the other saw. */
  #alone<T>(signal: CancelSignal, work: () => Promise<T>): Promise<T | undefined> {
    return this.#turns.take('stock', () => (signal.aborted ? undefined : work()));
  }

  /** Cancelled work ends quietly. Resolves with what is known then, and published. */
  async #run(signal: SharedCancellation, work: () => Promise<void>): Promise<LibrarySnapshot> {
    if (this.#disposed) signal.abort();
    this.#passes.add(signal);
    try {
      if (!signal.aborted) await work();
    } catch (error) {
      if (!signal.aborted) throw error;
    } finally {
      signal.release();
      this.#passes.delete(signal);
    }
    this.#publish();
    return this.#snapshot;
  }

  #publish(): void {
    const { human } = this.#contents;
    const next = this.#join.join(this.#contents.documents, human.register, human.reviews);
    const isFirst = this.#published === undefined;
    this.#published = Date.now();
    if (!isFirst && isSame(this.#snapshot, next)) return;
    this.#snapshot = next;
    for (const listener of this.#listeners) listener(next);
  }
}

/** Snapshots are made of the same objects as long as these don't change. */
const isSame = (a: LibrarySnapshot, b: LibrarySnapshot): boolean =>
  a.register === b.register && isSameList(a.documents, b.documents) && isSameList(a.reviews, b.reviews);

/** Paths as the listing gives them: without "./" in front and "/" behind. */
const withoutDots = (path: string): string => path.replace(/^(?:\.\/)+/, '').replace(/\/+$/, '');
