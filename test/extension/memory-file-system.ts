import { posix } from 'node:path';
import * as vscode from 'vscode';

interface Entry extends vscode.FileStat {
  /** Null for a folder. */
  readonly bytes: Uint8Array | null;
}

/** A file system that lies on no disk, as a virtual workspace has it. Files only come into folders that exist. */
export class MemoryFileSystem implements vscode.FileSystemProvider {
  readonly #entries = new Map<string, Entry>([['/', folder()]]);
  readonly #changed = new vscode.EventEmitter<vscode.FileChangeEvent[]>();

  readonly onDidChangeFile = this.#changed.event;

  watch(): vscode.Disposable {
    return new vscode.Disposable(() => undefined);
  }

  stat(uri: vscode.Uri): Entry {
    return this.#entry(uri);
  }

  readDirectory(uri: vscode.Uri): [string, vscode.FileType][] {
    this.#entry(uri);
    return [...this.#entries]
      .filter(([path]) => path !== '/' && posix.dirname(path) === uri.path)
      .map(([path, { type }]) => [posix.basename(path), type]);
  }

  createDirectory(uri: vscode.Uri): void {
    if (this.#entries.has(uri.path)) return;
    this.#entry(parent(uri));
    this.#put(uri, folder());
  }

  readFile(uri: vscode.Uri): Uint8Array {
    const { bytes } = this.#entry(uri);
    if (bytes === null) throw vscode.FileSystemError.FileIsADirectory(uri);
    return bytes;
  }

  writeFile(uri: vscode.Uri, bytes: Uint8Array): void {
    this.#entry(parent(uri));
    const now = Date.now();
    this.#put(uri, { type: vscode.FileType.File, ctime: now, mtime: now, size: bytes.length, bytes });
  }

  delete(uri: vscode.Uri): void {
    this.#entries.delete(uri.path);
    this.#changed.fire([{ type: vscode.FileChangeType.Deleted, uri }]);
  }

  rename(from: vscode.Uri, to: vscode.Uri): void {
    this.writeFile(to, this.readFile(from));
    this.delete(from);
  }

  #entry(uri: vscode.Uri): Entry {
    const entry = this.#entries.get(uri.path);
    if (entry === undefined) throw vscode.FileSystemError.FileNotFound(uri);
    return entry;
  }

  #put(uri: vscode.Uri, entry: Entry): void {
    const type = this.#entries.has(uri.path) ? vscode.FileChangeType.Changed : vscode.FileChangeType.Created;
    this.#entries.set(uri.path, entry);
    this.#changed.fire([{ type, uri }]);
  }
}

const folder = (): Entry => ({ type: vscode.FileType.Directory, ctime: 0, mtime: 0, size: 0, bytes: null });

const parent = (uri: vscode.Uri): vscode.Uri => uri.with({ path: posix.dirname(uri.path) });
