import { realpath } from 'node:fs/promises';
import * as vscode from 'vscode';
import { ENGLISH } from '../../core/language/language.ts';
import { fileProblem } from '../../core/library/file-problem.ts';
import type {
  CancelSignal,
  FileEntry,
  FileListing,
  LibraryFiles,
  UnlistedFile,
} from '../../core/library/ports.ts';
import { folderProblem, isNotFound } from './file-errors.ts';
import { walk, type FolderEntry, type FolderTree, type WalkWords, type Walked } from './walk.ts';

const walkWords = (): WalkWords => ({
  unreadable: folderProblem,
  brokenLink: ENGLISH.say('A link that leads nowhere. Restore what it points to, or remove it.'),
  linkToUnknown: ENGLISH.say('A link to a folder. Links are not followed in this kind of workspace.'),
  linkToParent: ENGLISH.say('A link to a folder that holds this one. It is not followed.'),
});

const isPdf = (path: string): boolean => /\.pdf$/i.test(path);
const NOTHING: Walked = { files: [], unlisted: [] };

const isMarkdown = (path: string): boolean => /\.md$/i.test(path);

export interface WorkspaceFilesOptions {
  /** Path of the review folder, relative to the root. Its reviews are read whatever is excluded. */
  readonly reviewFolder: string;
  /** Which PDFs and folders are not looked at. */
  readonly isExcluded: (path: string) => boolean;
}

/**
 * The files below a workspace folder, through the editor's own file systems: remote and virtual workspaces are
 * read like local ones. It walks the folders itself instead of using the editor's search, which needs a search
 * provider, keeps silent about folders that it can't read, and differs in what `.pdf` it finds.
 */
export class WorkspaceFiles implements LibraryFiles {
  readonly #root: vscode.Uri;
  readonly #options: WorkspaceFilesOptions;

  constructor(root: vscode.Uri, options: WorkspaceFilesOptions) {
    this.#root = root;
    this.#options = options;
  }

  async list(signal: CancelSignal): Promise<FileListing> {
    const { reviewFolder, isExcluded } = this.#options;
    const everything = { signal, words: walkWords(), isExcluded: () => false };
    const [pdfs, reviews] = await Promise.all([
      walk(this.#tree, '', { ...everything, isWanted: isPdf, isExcluded }),
      this.#isFolder(reviewFolder).then((isFolder) =>
        isFolder ? walk(this.#tree, reviewFolder, { ...everything, isWanted: isMarkdown }) : NOTHING,
      ),
    ]);
    const unlisted: UnlistedFile[] = [...pdfs.unlisted, ...reviews.unlisted];
    return {
      pdfs: await this.#statAll(pdfs.files, unlisted),
      reviews: await this.#statAll(reviews.files, unlisted),
      unlisted,
    };
  }

  /** Wanted files below a place that may be a folder; none when it is something else. */
  async below(place: string, isWanted: (path: string) => boolean, signal: CancelSignal): Promise<Walked> {
    if (!(await this.#isFolder(place))) return NOTHING;
    const { reviewFolder } = this.#options;
    const isExcluded = (path: string): boolean =>
      this.#options.isExcluded(path) && !`${path}/`.startsWith(`${reviewFolder}/`);
    return await walk(this.#tree, place, { words: walkWords(), signal, isWanted, isExcluded });
  }

  async stat(path: string): Promise<FileEntry | undefined> {
    try {
      const { size, mtime } = await vscode.workspace.fs.stat(this.#uri(path));
      return { path, bytes: size, modified: mtime };
    } catch (error) {
      if (isNotFound(error)) return undefined;
      throw error;
    }
  }

  async readBytes(path: string): Promise<Uint8Array<ArrayBuffer>> {
    const bytes = await vscode.workspace.fs.readFile(this.#uri(path));
    return this.#root.scheme === 'file' ? ownBytes(bytes) : new Uint8Array(bytes);
  }

  async readText(path: string): Promise<string | undefined> {
    try {
      return new TextDecoder().decode(await vscode.workspace.fs.readFile(this.#uri(path)));
    } catch (error) {
      if (isNotFound(error)) return undefined;
      throw error;
    }
  }

  async #isFolder(path: string): Promise<boolean> {
    return vscode.workspace.fs.stat(this.#uri(path)).then(
      ({ type }) => (type & vscode.FileType.Directory) !== 0,
      () => false,
    );
  }

  async #statAll(paths: readonly string[], unlisted: UnlistedFile[]): Promise<FileEntry[]> {
    const entries = await Promise.all(
      paths.map((path) =>
        this.stat(path).catch((error: unknown) => {
          unlisted.push({ path, reason: fileProblem(error) });
          return undefined;
        }),
      ),
    );
    // A file that vanished between the walk and now is not there: nothing to list.
    return entries.filter((entry) => entry !== undefined);
  }

  readonly #tree: FolderTree = {
    entries: async (folder) => (await vscode.workspace.fs.readDirectory(this.#uri(folder))).map(folderEntry),
    realPath: async (folder) => {
      const uri = this.#uri(folder);
      if (uri.scheme !== 'file') return folder === '' ? uri.path : undefined;
      return realpath(uri.fsPath).then(
        (path) => path.replaceAll('\\', '/'),
        () => undefined,
      );
    },
  };

  #uri(path: string): vscode.Uri {
    return path === '' ? this.#root : vscode.Uri.joinPath(this.#root, path);
  }
}

function folderEntry([name, type]: [string, vscode.FileType]): FolderEntry {
  const isLink = (type & vscode.FileType.SymbolicLink) !== 0;
  const kind =
    (type & vscode.FileType.Directory) !== 0
      ? 'folder'
      : (type & vscode.FileType.File) !== 0
        ? 'file'
        : 'unknown';
  return { name, kind, isLink };
}

/**
 * The same bytes, typed by what holds them; copied only when other threads could change them. For files on a disk
 * only: from the provider of a virtual file system in this very process the editor may hand on its own memory, which
 * would be gone when the reader takes it away.
 */
function ownBytes(bytes: Uint8Array): Uint8Array<ArrayBuffer> {
  const { buffer, byteOffset, byteLength } = bytes;
  return buffer instanceof ArrayBuffer
    ? new Uint8Array(buffer, byteOffset, byteLength)
    : new Uint8Array(bytes);
}
