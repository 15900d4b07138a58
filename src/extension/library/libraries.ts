import * as vscode from 'vscode';
import type { CalendarDate } from '../../core/calendar/calendar-date.ts';
import type { ReportReader } from '../../core/library/ports.ts';
import type { LibraryDocument } from '../../core/library/snapshot.ts';
import { changesFolderSettings, folderSettings } from '../settings.ts';
import type { ReportPasswords } from '../report-editor/report-passwords.ts';
import { FolderLibrary, type Progress } from './folder-library.ts';
import type { Disposable } from '../disposables.ts';

/** A library changes with every file that is read; views follow at this pace. */
const PACE_MS = 200;

/**
 * - `waiting`: nobody has asked for anything yet, or files are being read for the first time.
 * - `stopped`: the first reading was cancelled before it showed anything.
 * - `empty`: there is no PDF and no vendor.
 * - `ready`: there is something to show.
 */
export type LibraryState = 'waiting' | 'stopped' | 'empty' | 'ready';

export interface LibrariesOptions {
  readonly reader: ReportReader;
  readonly passwords: ReportPasswords;
  readonly storage: vscode.Uri;
  readonly today: () => CalendarDate;
  readonly log: vscode.LogOutputChannel;
}

/** The libraries of all workspace folders. They follow the folders and settings, and read nothing before `start`. */
export class Libraries implements Disposable {
  readonly #options: LibrariesOptions;
  readonly #byFolder = new Map<string, FolderLibrary>();
  readonly #changed = new vscode.EventEmitter<void>();
  readonly #progressed = new vscode.EventEmitter<void>();
  readonly #subscriptions: vscode.Disposable;
  #pace: ReturnType<typeof setTimeout> | undefined;
  #started = false;

  /** Snapshots, folders or settings changed. Fires at most a few times a second. */
  readonly onDidChange = this.#changed.event;
  /** Indexing began, went on or ended. */
  readonly onDidProgress = this.#progressed.event;

  constructor(options: LibrariesOptions) {
    this.#options = options;
    for (const folder of vscode.workspace.workspaceFolders ?? []) this.#open(folder);
    this.#subscriptions = vscode.Disposable.from(
      vscode.workspace.onDidChangeWorkspaceFolders(({ added, removed }) => {
        for (const folder of removed) this.#close(folder);
        for (const folder of added) this.#open(folder);
        this.#change();
      }),
      vscode.workspace.onDidChangeConfiguration((event) => {
        for (const { folder } of [...this.#byFolder.values()]) {
          if (!changesFolderSettings(event, folder)) continue;
          this.#close(folder);
          this.#open(folder);
          this.#change();
        }
      }),
    );
  }

  /** In the order of the workspace's folders. */
  get all(): readonly FolderLibrary[] {
    return [...this.#byFolder.values()].sort((a, b) => a.folder.index - b.folder.index);
  }

  get(folderUri: string): FolderLibrary | undefined {
    return this.#byFolder.get(folderUri);
  }

  /** The library that a file belongs to, whether it has been read yet or not. */
  of(file: vscode.Uri): FolderLibrary | undefined {
    const folder = vscode.workspace.getWorkspaceFolder(file);
    return folder && this.get(folder.uri.toString());
  }

  /** What was read from a file; undefined when it belongs to no library, or is not read yet. */
  documentAt(file: vscode.Uri): LibraryDocument | undefined {
    return this.of(file)?.documentAt(file);
  }

  /** Has one file looked at again. */
  async fileChanged(file: vscode.Uri): Promise<void> {
    await this.of(file)?.fileChanged(file);
  }

  /** How far all indexing is that runs now; undefined when none does. */
  get progress(): Progress | undefined {
    const running = this.all.flatMap(({ progress }) => progress ?? []);
    if (running.length === 0) return undefined;
    return {
      done: running.reduce((sum, { done }) => sum + done, 0),
      total: running.reduce((sum, { total }) => sum + total, 0),
      depth: running.some(({ depth }) => depth === 'facts') ? 'facts' : 'full',
    };
  }

  /** Why folders could not be listed; empty when all could. */
  get problems(): readonly string[] {
    return this.all.flatMap(({ folder, problem }) =>
      problem === undefined ? [] : [this.all.length > 1 ? `${folder.name}: ${problem}` : problem],
    );
  }

  get state(): LibraryState {
    const libraries = this.all;
    const isEmpty = ({ snapshot }: FolderLibrary): boolean =>
      snapshot.documents.length === 0 && snapshot.dossiers.length === 0;
    if (!libraries.every(isEmpty)) return 'ready';
    if (!this.#started || this.progress !== undefined) return 'waiting';
    return libraries.every(({ isComplete }) => isComplete) ? 'empty' : 'stopped';
  }

  /** Begins to read, once: called by whoever first needs to know something. */
  start(): void {
    if (this.#started) return;
    this.#started = true;
    for (const library of this.all) void library.index();
  }

  /** Brings everything up to date. Resolves when all indexing has ended in any way. */
  async refresh(options: { readonly ignoreCache?: boolean } = {}): Promise<void> {
    this.#started = true;
    await Promise.all(this.all.map((library) => library.index(options)));
  }

  cancel(): void {
    for (const library of this.all) library.cancel();
  }

  /** Stops reading, and removes everything that is kept of the reports on the disk. What is shown stays. */
  async clearCache(): Promise<void> {
    await Promise.all(this.all.map((library) => library.clearCache()));
    await vscode.workspace.fs
      .delete(vscode.Uri.joinPath(this.#options.storage, 'index'), { recursive: true })
      .then(undefined, () => undefined);
  }

  /** Starts if need be, and resolves when nothing is being read any more. */
  async whenIndexed(): Promise<void> {
    this.start();
    await Promise.all(this.all.map((library) => library.settled()));
  }

  dispose(): void {
    clearTimeout(this.#pace);
    this.#subscriptions.dispose();
    for (const { folder } of this.all) this.#close(folder);
    this.#changed.dispose();
    this.#progressed.dispose();
  }

  #open(folder: vscode.WorkspaceFolder): void {
    const library = new FolderLibrary({
      ...this.#options,
      folder,
      settings: folderSettings(folder),
      onChange: () => {
        this.#pace ??= setTimeout(() => {
          this.#change();
        }, PACE_MS);
      },
      onProgress: () => {
        this.#progressed.fire();
      },
    });
    this.#byFolder.set(folder.uri.toString(), library);
    if (this.#started) void library.index();
  }

  #close(folder: vscode.WorkspaceFolder): void {
    const key = folder.uri.toString();
    this.#byFolder.get(key)?.dispose();
    this.#byFolder.delete(key);
  }

  #change(): void {
    clearTimeout(this.#pace);
    this.#pace = undefined;
    this.#changed.fire();
  }
}
