import { posix } from 'node:path';
import * as vscode from 'vscode';
import type { CalendarDate } from '../../core/calendar/calendar-date.ts';
import { folderProblem } from '../../core/library/file-problem.ts';
import { Library } from '../../core/library/library.ts';
import { patientFiles } from '../../core/library/patient-files.ts';
import type { CacheStore, CancelSignal, ReportReader } from '../../core/library/ports.ts';
import type { ReadingDepth } from '../../core/report/read-report.ts';
import type { LibraryDocument, LibrarySnapshot } from '../../core/library/snapshot.ts';
import { verifyLibrary } from '../../core/library/verify-library.ts';
import type { VerifiedRecord } from '../../core/review/verify-records.ts';
import { excludedBy } from '../adapters/exclude.ts';
import { sha256 } from '../adapters/sha256.ts';
import { WorkspaceFiles } from '../adapters/workspace-files.ts';
import { Disposables, type Disposable } from '../disposables.ts';
import type { ReportPasswords } from '../report-editor/report-passwords.ts';
import type { FolderSettings } from '../settings.ts';
import { chooseCache } from './choose-cache.ts';
import { watchFolder } from './folder-watcher.ts';
import { openFiles } from './open-files.ts';
import { isLibraryFile, relevantChanges, type FileChange, type WatchedFolder } from './relevant-changes.ts';

/** What appears in greater numbers is looked at by one listing instead of one by one. */
const MOST_SINGLE_LOOKS = 50;

export interface FolderLibraryOptions {
  readonly folder: vscode.WorkspaceFolder;
  readonly settings: FolderSettings;
  readonly reader: ReportReader;
  readonly passwords: ReportPasswords;
  /** The extension's storage; the library keeps its cache in a folder of its own below it. */
  readonly storage: vscode.Uri;
  readonly today: () => CalendarDate;
  readonly onChange: () => void;
  readonly onProgress: () => void;
  readonly log: vscode.LogOutputChannel;
}

export interface Progress {
  readonly done: number;
  readonly total: number;
  /** Whether facts are being looked for, or all of each report is being read. */
  readonly depth: ReadingDepth;
}

/** The library of one workspace folder, kept current as its files change. Reads nothing before `index` is called. */
export class FolderLibrary implements Disposable {
  readonly folder: vscode.WorkspaceFolder;
  readonly settings: FolderSettings;
  readonly #options: FolderLibraryOptions;
  readonly #library: Library;
  readonly #files: WorkspaceFiles;
  readonly #watched: WatchedFolder;
  readonly #cache: CacheStore;
  readonly #owned = new Disposables();
  readonly #closed = new AbortController();
  /** The paths of reports that somebody waits for. */
  readonly #wanted = new Set<string>();
  #cancellation = new AbortController();
  #running: Promise<void> | undefined;
  #progress: Progress | undefined;
  #complete = false;
  #problem: string | undefined;
  #watching = false;

  constructor(options: FolderLibraryOptions) {
    const { folder, settings, reader, passwords, storage, today, onChange } = options;
    this.folder = folder;
    this.settings = settings;
    this.#options = options;
    const { register, reviewFolder } = settings;
    const isExcluded = excludedBy(settings.exclude);
    this.#files = new WorkspaceFiles(folder.uri, { reviewFolder, isExcluded });
    this.#watched = {
      register,
      reviewFolder,
      isExcluded,
      known: () => [...this.snapshot.documents, ...this.snapshot.reviews].map(({ path }) => path),
    };
    this.#cache = chooseCache(storage, folder.uri);
    this.#library = new Library(
      {
        files: patientFiles(this.#files, globalThis),
        reader,
        cache: this.#cache,
        hash: sha256,
        today,
        urgent: () => this.#urgent(),
        passwords: (path) => passwords.get(vscode.Uri.joinPath(folder.uri, path)),
      },
      { registerPath: register, reviewFolder, depth: 'full', factsFirst: true },
    );
    this.#owned.add({ dispose: this.#library.onDidChange(onChange) });
  }

  get snapshot(): LibrarySnapshot {
    return this.#library.snapshot;
  }

  /** How far the indexing is that runs now; undefined when none does. */
  get progress(): Progress | undefined {
    return this.#progress;
  }

  /** True once every file's facts are known since the library was opened: from then on it is only brought up to date. */
  get isComplete(): boolean {
    return this.#complete;
  }

  /** Why the folder could not be listed, in a reader's words; undefined when it could. */
  get problem(): string | undefined {
    return this.#problem;
  }

  documentAt(file: vscode.Uri): LibraryDocument | undefined {
    return this.#library.documentAt(this.#pathOf(file));
  }

  /** The report with all that it says, which may have to be read first; as far as it is known when that is stopped. */
  async readInFull(path: string): Promise<LibraryDocument | undefined> {
    const isWaiting = (): boolean => this.#library.documentAt(path)?.isFirstLook === true;
    if (isWaiting()) {
      this.#wanted.add(path);
      await Promise.race([
        this.settled(),
        new Promise<void>((resolve) => {
          const stop = this.#library.onDidChange(() => {
            if (isWaiting()) return;
            stop();
            resolve();
          });
        }),
      ]);
      this.#wanted.delete(path);
    }
    return this.#library.documentAt(path);
  }

  /** Has one file looked at again. */
  async fileChanged(file: vscode.Uri): Promise<void> {
    await this.#library.filesChanged([this.#pathOf(file)], this.#closed.signal);
  }

  /**
   * Brings the library up to date; joins an indexing that already runs, unless everything is to be read anew.
   * Resolves when it has ended in any way.
   */
  async index({ ignoreCache = false } = {}): Promise<void> {
    if (ignoreCache) {
      this.cancel();
      await this.settled();
    }
    await (this.#running ??= this.#index(ignoreCache).finally(() => {
      this.#running = undefined;
      this.#progress = undefined;
      this.#options.onProgress();
    }));
  }

  /** Stops the indexing that runs; what was read so far stays. */
  cancel(): void {
    this.#cancellation.abort();
  }

  /** Compares all reviews with the PDFs as they are now. Rejects when the folder or a review can't be read. */
  async verify(
    signal: CancelSignal,
    onProgress: (done: number, total: number) => void,
  ): Promise<readonly VerifiedRecord[]> {
    const files = patientFiles(this.#files, globalThis);
    return await verifyLibrary({ files, hash: sha256, today: this.#options.today(), signal, onProgress });
  }

  /** Stops the indexing that runs, and removes what is kept for the next start. */
  async clearCache(): Promise<void> {
    this.cancel();
    await this.settled();
    await this.#cache.clear();
  }

  /** Resolves when the indexing that runs has ended. */
  async settled(): Promise<void> {
    await this.#running;
  }

  dispose(): void {
    this.#closed.abort();
    this.#cancellation.abort();
    this.#owned.dispose();
    this.#library.dispose();
  }

  async #index(ignoreCache: boolean): Promise<void> {
    this.#watch();
    const cancellation = (this.#cancellation = new AbortController());
    this.#progress = { done: 0, total: 0, depth: 'facts' };
    this.#problem = undefined;
    this.#options.onProgress();
    try {
      await this.#library.refresh({
        signal: cancellation.signal,
        ignoreCache,
        onProgress: (done, total, depth) => {
          this.#progress = { done, total, depth };
          this.#options.onProgress();
        },
        onKnown: () => {
          this.#complete = true;
          this.#options.onChange();
        },
      });
    } catch (error) {
      if (cancellation.signal.aborted) return;
      this.#problem = folderProblem(error);
      this.#options.log.error(error as Error);
    }
  }

  /** What somebody asked for, and what stands open in the editor. */
  #urgent(): ReadonlySet<string> {
    const open = openFiles().map((file) => this.#pathOf(file));
    return new Set([...this.#wanted, ...open]);
  }

  #pathOf(file: vscode.Uri): string {
    return posix.relative(this.folder.uri.path, file.path);
  }

  #watch(): void {
    if (this.#watching) return;
    this.#watching = true;
    this.#owned.add(watchFolder(this.folder.uri, (changes) => this.#follow(changes)));
  }

  async #follow(changes: readonly FileChange[]): Promise<void> {
    const { files, perhapsFolders } = relevantChanges(changes, this.#watched);
    try {
      const appeared = await this.#filesIn(perhapsFolders);
      const paths = [...files, ...(appeared ?? [])];
      // Not waited for: what changes while all is read is followed meanwhile.
      if (appeared === undefined) void this.#listAgain();
      else if (paths.length > 0) await this.#library.filesChanged(paths, this.#closed.signal);
    } catch (error) {
      if (!this.#closed.signal.aborted) this.#options.log.error(error as Error);
    }
  }

  /** The indexing that runs may have listed the folder before. */
  async #listAgain(): Promise<void> {
    await this.settled();
    if (!this.#closed.signal.aborted) await this.index();
  }

  /** The library's files in folders that appeared; undefined when it takes a whole listing to tell. */
  async #filesIn(places: readonly string[]): Promise<readonly string[] | undefined> {
    if (places.length > MOST_SINGLE_LOOKS) return undefined;
    const found: string[] = [];
    for (const place of places) {
      const files = await this.#files.below(
        place,
        (path) => isLibraryFile(path, this.#watched),
        this.#closed.signal,
      );
      if (files === undefined) return undefined;
      found.push(...files);
    }
    return found;
  }
}
