import { readdir, realpath } from 'node:fs/promises';
import * as vscode from 'vscode';
import { isGone } from '../../core/library/file-problem.ts';
import { fileAt, type FolderEntry, type FolderTree, type Found } from '../../core/library/folder-tree.ts';
import { listFiles, type ListedFolders } from '../../core/library/list-files.ts';
import type { CancelSignal, FileEntry, FileListing, LibraryFiles } from '../../core/library/ports.ts';
import { walk } from '../../core/library/walk.ts';

/**
 * The files below a workspace folder, through the editor's own file systems: remote and virtual workspaces are
 * read like local ones. It walks the folders itself instead of using the editor's search, which needs a search
 * provider, keeps silent about folders that it can't read, and differs in what `.pdf` it finds.
 */
export class WorkspaceFiles implements LibraryFiles {
  readonly #root: vscode.Uri;
  readonly #listed: ListedFolders;

  constructor(root: vscode.Uri, listed: ListedFolders) {
    this.#root = root;
    this.#listed = listed;
  }

  async list(signal: CancelSignal): Promise<FileListing> {
    return await listFiles(this.#tree, this.#listed, signal);
  }

  /**
   * The paths of wanted files below a place that may be a folder. Undefined when it takes a listing of everything to
   * tell: where something can't be read, or where links lead to folders that may be listed by another path.
   */
  async below(
    place: string,
    isWanted: (path: string) => boolean,
    signal: CancelSignal,
  ): Promise<readonly string[] | undefined> {
    const type = await vscode.workspace.fs.stat(this.#uri(place)).then(
      (stat) => stat.type,
      () => vscode.FileType.Unknown,
    );
    if ((type & vscode.FileType.Directory) === 0) return [];
    if ((type & vscode.FileType.SymbolicLink) !== 0) return undefined;
    const { reviewFolder } = this.#listed;
    const isExcluded = (path: string): boolean =>
      this.#listed.isExcluded(path) && !`${path}/`.startsWith(`${reviewFolder}/`);
    try {
      const walked = await walk(this.#tree, place, { signal, isWanted, isExcluded });
      if (walked.hasFolderLinks || walked.unlisted.length > 0) return undefined;
      return walked.files.map(({ path }) => path);
    } catch {
      return undefined;
    }
  }

  async stat(path: string): Promise<FileEntry | undefined> {
    return await fileAt(this.#tree, path);
  }

  async readBytes(path: string): Promise<Uint8Array<ArrayBuffer>> {
    const bytes = await vscode.workspace.fs.readFile(this.#uri(path));
    return this.#root.scheme === 'file' ? ownBytes(bytes) : new Uint8Array(bytes);
  }

  async readText(path: string): Promise<string | undefined> {
    try {
      return new TextDecoder().decode(await vscode.workspace.fs.readFile(this.#uri(path)));
    } catch (error) {
      if (isGone(error)) return undefined;
      throw error;
    }
  }

  readonly #tree: FolderTree = {
    entries: async (folder) => {
      const entries = (await vscode.workspace.fs.readDirectory(this.#uri(folder))).map(folderEntry);
      return [...entries, ...(await this.#leftOut(folder, entries))];
    },
    look: async (path) => {
      try {
        return found(await vscode.workspace.fs.stat(this.#uri(path)));
      } catch (error) {
        if (isGone(error)) return undefined;
        throw error;
      }
    },
    realPath: async (folder) => {
      const uri = this.#uri(folder);
      if (uri.scheme !== 'file') return folder === '' ? uri.path : undefined;
      return realpath(uri.fsPath).then(
        (path) => path.replaceAll('\\', '/'),
        () => undefined,
      );
    },
  };

  /** The links that the editor leaves out because it can't follow them; none may be passed over in silence. */
  async #leftOut(folder: string, entries: readonly FolderEntry[]): Promise<FolderEntry[]> {
    const { scheme, fsPath } = this.#uri(folder);
    if (scheme !== 'file') return [];
    const names = await readdir(fsPath).catch(() => []);
    if (names.length <= entries.length) return [];
    const known = new Set(entries.map(({ name }) => name));
    return names.filter((name) => !known.has(name)).map((name) => ({ name, kind: 'link' }));
  }

  #uri(path: string): vscode.Uri {
    return path === '' ? this.#root : vscode.Uri.joinPath(this.#root, path);
  }
}

const folderEntry = ([name, type]: [string, vscode.FileType]): FolderEntry => ({
  name,
  kind:
    (type & vscode.FileType.SymbolicLink) !== 0
      ? 'link'
      : (type & vscode.FileType.Directory) !== 0
        ? 'folder'
        : 'other',
});

function found({ type, size, mtime }: vscode.FileStat): Found | undefined {
  // So the editor says that a link leads nowhere.
  if (type === vscode.FileType.SymbolicLink) return undefined;
  const kind =
    (type & vscode.FileType.Directory) !== 0
      ? 'folder'
      : (type & vscode.FileType.File) !== 0
        ? 'file'
        : 'other';
  return { kind, bytes: size, modified: mtime };
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
