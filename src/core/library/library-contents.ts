import { emptyReading } from '../report/reading.ts';
import type { ReadingDepth } from '../report/read-report.ts';
import {
  isUnchanged,
  loadCatalogue,
  partOf,
  saveCatalogue,
  wasRead,
  type CatalogueRecord,
  type ReadRecord,
} from './catalogue.ts';
import { DocumentReader, type Look } from './document-reader.ts';
import { fileProblem } from './file-problem.ts';
import { forEachConcurrently } from './for-each-concurrently.ts';
import { HumanFiles } from './human-files.ts';
import { InTurn } from './in-turn.ts';
import { PathOrdered } from './path-ordered.ts';
import { inOrderOf, urgentFirst } from './reading-order.ts';
import { byPath } from './order.ts';
import type { CancelSignal, FileEntry, FileListing, LibraryPorts } from './ports.ts';
import { isDeepEnough, ReadingCache } from './reading-cache.ts';
import type { LibraryDocument } from './snapshot.ts';

export interface LibraryOptions {
  /** Path of the register, relative to the root. */
  readonly registerPath: string;
  /** The folder of the reviews, relative to the root. */
  readonly reviewFolder: string;
  readonly depth: ReadingDepth;
  /** To look at every file's facts first, and to read all of it when the facts of all are known. */
  readonly factsFirst?: boolean;
}

/** One pass over files: who may stop it, and who wants to hear of it. */
export interface Pass {
  readonly signal: CancelSignal;
  readonly ignoreCache: boolean;
  /** Called with the number of PDFs that are known by now at a depth, and of all. */
  readonly onProgress: (done: number, total: number, depth: ReadingDepth) => void;
  /** Called when the facts of every file are known. */
  readonly onKnown: () => void;
  /** The paths of all documents, those first of which most is wanted. */
  readonly order: () => readonly string[];
  /** Called when the contents have changed. */
  readonly onChange: () => void;
}

/** As many files wait with their bytes in memory as keep the reader busy while the next one is fetched. */
const AHEAD_OF_READER = 1;
/** How many files are asked at a time whether they are still there. */
const CONCURRENT_FILES = 16;

/** Asked anew each time: it changes while others work. */
const isStopped = ({ signal }: Pass): boolean => signal.aborted;

const FIRST_LOOK = { isFirstLook: true } as const;
const NOTHING_URGENT: ReadonlySet<string> = new Set();

const PDF = /\.pdf$/i;
const MARKDOWN = /\.md$/i;

/** What lies in the folder, file by file, and the passes that keep it current. Joining is done elsewhere. */
export class LibraryContents {
  readonly human: HumanFiles;
  readonly #ports: LibraryPorts;
  readonly #options: LibraryOptions;
  readonly #reader: DocumentReader;
  readonly #documents = new PathOrdered<LibraryDocument>();
  /** What the documents rest on; those without a record are looked at again each time. */
  readonly #records = new Map<string, ReadRecord>();
  /** What the last session knew; each record is used up by the first pass that meets its file. */
  #remembered: Map<string, CatalogueRecord> | undefined;
  /** One look at a file at a time, so that what is seen last is what stays. */
  readonly #looks = new InTurn<string>();
  /** The parts of the catalogue in which something has changed. */
  readonly #unsaved = new Set<string>();

  constructor(ports: LibraryPorts, options: LibraryOptions) {
    this.#ports = ports;
    this.#options = options;
    this.#reader = new DocumentReader(ports, new ReadingCache(ports.cache));
    this.human = new HumanFiles(ports.files, options.registerPath, ports.today);
  }

  /** In path order. */
  get documents(): readonly LibraryDocument[] {
    return this.#documents.list;
  }

  documentAt(path: string): LibraryDocument | undefined {
    return this.#documents.get(path);
  }

  /**
   * Takes up which files there are, and what people wrote. Not while `takeUp` runs: a file that has come since would be
   * forgotten. Rejects when the folder can't be listed, or when the signal aborts.
   */
  async list(pass: Pass): Promise<FileListing | undefined> {
    const [listing] = await Promise.all([
      this.#ports.files.list(pass.signal),
      this.#remember(pass.ignoreCache),
      this.human.readRegister(),
    ]);
    if (pass.signal.aborted) return undefined;
    await this.#forgetAllBut([...listing.pdfs, ...listing.unlisted]);
    for (const { path, reason } of listing.unlisted) this.#holdUnreadable({ path, bytes: 0 }, reason);
    await this.human.readReviews(listing.reviews, pass.signal);
    return listing;
  }

  /** Looks at all files of a listing. Meanwhile, files that change may be followed. */
  async read({ pdfs, unlisted }: FileListing, pass: Pass): Promise<void> {
    const total = pdfs.length + unlisted.length;
    try {
      // Not before the folder is listed: where that fails or is stopped, nothing would be read anew.
      if (pass.ignoreCache) await this.#clearCache();
      if (this.#options.factsFirst === true) await this.#bringTo('facts', pdfs, total, pass);
      if (!isStopped(pass)) pass.onKnown();
      const inOrder = inOrderOf(pdfs, pass.order());
      await this.#bringTo(this.#options.depth, inOrder, total, pass, pass.ignoreCache);
    } finally {
      await this.#save();
    }
  }

  /** Looks at those of the files of which less is known than is wanted; or at all, to read all of them anew. */
  async #bringTo(
    depth: ReadingDepth,
    pdfs: readonly FileEntry[],
    total: number,
    pass: Pass,
    anew = false,
  ): Promise<void> {
    const stale = pdfs.filter((entry) => anew || !this.#takeOver(entry, depth));
    let done = total - stale.length;
    pass.onProgress(done, total, depth);
    pass.onChange();
    await this.#lookAtAll(stale, depth, pass, () => {
      pass.onProgress(++done, total, depth);
    });
  }

  /**
   * Takes up what people wrote of the files that are named, and of those known below a folder that is named. Returns
   * the PDFs among them, for `lookAgain`.
   */
  async takeUp(paths: readonly string[], pass: Pass): Promise<readonly string[]> {
    const pdfs: string[] = [];
    for (const path of this.#withFilesBelow(paths)) {
      if (path === this.#options.registerPath) await this.human.readRegister();
      else if (this.#isReview(path)) await this.human.readReview(path);
      else if (PDF.test(path)) pdfs.push(path);
    }
    pass.onChange();
    return pdfs;
  }

  /** Looks at PDFs that were taken up after they had changed. Meanwhile, the folder may be listed and others taken up. */
  async lookAgain(pdfs: readonly string[], pass: Pass): Promise<void> {
    const there: FileEntry[] = [];
    await forEachConcurrently(pdfs, CONCURRENT_FILES, pass.signal, async (path) => {
      there.push(...(await this.#looks.take(path, () => this.#stillThere(path))));
    });
    pass.onChange();
    await this.#lookAtAll(there.sort(byPath), this.#options.depth, pass, () => undefined);
  }

  /** What is known stays, and is kept again until it is read anew, so that a stop in between costs nothing. */
  async #clearCache(): Promise<void> {
    await this.#ports.cache.clear();
    for (const record of this.#records.values()) this.#markUnsaved(record);
  }

  async #remember(ignoreCache: boolean): Promise<void> {
    if (ignoreCache) this.#remembered = new Map();
    else this.#remembered ??= await loadCatalogue(this.#ports.cache, this.#ports.reader.limits);
  }

  async #lookAtAll(
    entries: readonly FileEntry[],
    depth: ReadingDepth,
    pass: Pass,
    onLooked: () => void,
  ): Promise<void> {
    const limit = (this.#ports.reader.threads ?? 1) + AHEAD_OF_READER;
    const inOrder = urgentFirst(entries, this.#ports.urgent ?? (() => NOTHING_URGENT));
    const options = { depth, ignoreCache: pass.ignoreCache, signal: pass.signal };
    await forEachConcurrently(inOrder, limit, pass.signal, async (entry) => {
      const { path } = entry;
      await this.#looks.take(path, async () => {
        const known = this.#records.get(path) ?? this.#remembered?.get(path);
        this.#take(path, await this.#reader.look(entry, known, options));
      });
      onLooked();
      pass.onChange();
    });
  }

  #take(path: string, look: Look): void {
    switch (look.kind) {
      case 'record':
        this.#markUnsaved(look.record);
        this.#holdRecord(look.record);
        break;
      case 'problem':
        this.#holdUnreadable(look.entry, look.reason);
        break;
      case 'gone':
        this.#drop(path);
        break;
    }
  }

  /** True when what is known of the file still holds, so that it need not be looked at. */
  #takeOver(entry: FileEntry, depth: ReadingDepth): boolean {
    const held = this.#records.get(entry.path);
    const record = held ?? this.#remembered?.get(entry.path);
    if (record === undefined || !wasRead(record) || !isUnchanged(record, entry)) return false;
    if (!isDeepEnough(record.read.depth, depth)) return false;
    // With a password that was given since, a locked file may open.
    if (record.read.reading.kind === 'unreadable' && this.#ports.passwords !== undefined) return false;
    if (held === undefined) this.#holdRecord(record);
    return true;
  }

  /** Keeps the document object when nothing that it shows has changed. */
  #holdRecord(record: ReadRecord): void {
    const { entry, sha256, read } = record;
    const before = this.#documents.get(entry.path);
    const replaced = this.#records.get(entry.path);
    if (replaced?.sha256 !== sha256) this.#markUnsaved(replaced);
    const document =
      before?.sha256 === sha256 && before.reading === read.reading
        ? before
        : {
            path: entry.path,
            sha256,
            bytes: entry.bytes,
            reading: read.reading,
            ...(read.depth === 'full' ? {} : FIRST_LOOK),
          };
    this.#documents.set(document);
    this.#records.set(entry.path, record);
    this.#remembered?.delete(entry.path);
  }

  /** Keeps a file without its bytes, and the same object as long as the reason is the same. */
  #holdUnreadable({ path, bytes }: Omit<FileEntry, 'modified'>, reason: string): void {
    const before = this.#documents.get(path);
    if (before?.sha256 === '' && before.bytes === bytes && before.reading.reason === reason) return;
    this.#documents.set({ path, sha256: '', bytes, reading: emptyReading('unreadable', reason) });
    this.#dropRecord(path);
  }

  #drop(path: string): void {
    this.#documents.delete(path);
    this.#forget(path);
    this.#dropRecord(path);
  }

  #dropRecord(path: string): void {
    this.#markUnsaved(this.#records.get(path));
    this.#records.delete(path);
  }

  #markUnsaved(record: CatalogueRecord | undefined): void {
    if (record !== undefined) this.#unsaved.add(partOf(record.sha256));
  }

  async #forgetAllBut(files: readonly { readonly path: string }[]): Promise<void> {
    const listed = new Set(files.map(({ path }) => path));
    const known = new Set([...this.#documents.paths(), ...this.#looks.keys]);
    const gone = [...known].filter((path) => !listed.has(path));
    // Behind looks that have begun while the files were there.
    const drop = (path: string): Promise<void> =>
      this.#looks.take(path, () => {
        this.#drop(path);
      });
    await Promise.all(gone.map(drop));
    for (const path of this.#remembered?.keys() ?? []) {
      if (!listed.has(path)) this.#forget(path);
    }
  }

  /** Lets go of what the last session knew of a file. */
  #forget(path: string): void {
    this.#markUnsaved(this.#remembered?.get(path));
    this.#remembered?.delete(path);
  }

  /** The file's entry, in a list of one or none; a file that can't even be asked is kept as unreadable. */
  async #stillThere(path: string): Promise<FileEntry[]> {
    try {
      const entry = await this.#ports.files.stat(path);
      if (entry !== undefined) return [entry];
      this.#drop(path);
    } catch (error) {
      this.#holdUnreadable({ path, bytes: 0 }, fileProblem(error));
    }
    return [];
  }

  #isReview(path: string): boolean {
    return MARKDOWN.test(path) && path.startsWith(`${this.#options.reviewFolder}/`);
  }

  /** A watcher names the folder only when a whole folder is removed or renamed. */
  #withFilesBelow(paths: readonly string[]): Set<string> {
    const all = new Set(paths);
    const folders = paths.filter((path) => !PDF.test(path) && !MARKDOWN.test(path));
    for (const folder of folders) {
      for (const path of this.human.below(folder)) all.add(path);
      for (const path of this.#documents.paths()) if (path.startsWith(`${folder}/`)) all.add(path);
    }
    return all;
  }

  /** A record of a file that was not met yet in this pass, or could not be, is kept for the next one. */
  async #save(): Promise<void> {
    if (this.#unsaved.size === 0) return;
    const changed = new Set(this.#unsaved);
    this.#unsaved.clear();
    const unmet = [...(this.#remembered?.values() ?? [])].filter(wasRead);
    const records = [...this.#records.values(), ...unmet];
    await saveCatalogue(this.#ports.cache, records, changed, this.#ports.reader.limits);
  }
}
