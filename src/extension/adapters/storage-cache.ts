import { randomUUID } from 'node:crypto';
import { chmod } from 'node:fs/promises';
import * as vscode from 'vscode';
import type { CacheStore } from '../../core/library/ports.ts';

/**
 * Derived data in the extension's own storage, one file per key. What it keeps is text of confidential reports:
 * only the user's account may read the folder.
 */
export class StorageCache implements CacheStore {
  readonly #folder: vscode.Uri;
  #ready: Promise<void> | undefined;

  constructor(folder: vscode.Uri) {
    this.#folder = folder;
  }

  async get(key: string): Promise<Uint8Array | undefined> {
    try {
      return await vscode.workspace.fs.readFile(this.#file(key));
    } catch {
      return undefined;
    }
  }

  async put(key: string, bytes: Uint8Array): Promise<void> {
    const temporary = vscode.Uri.joinPath(this.#folder, `${randomUUID()}.tmp`);
    try {
      await (this.#ready ??= this.#makeFolder());
      await vscode.workspace.fs.writeFile(temporary, bytes);
      await vscode.workspace.fs.rename(temporary, this.#file(key), { overwrite: true });
    } catch {
      // Losing an entry costs time only; the folder may be gone, full or read-only. Try to make it again next time.
      this.#ready = undefined;
      await vscode.workspace.fs.delete(temporary).then(undefined, () => undefined);
    }
  }

  async clear(): Promise<void> {
    this.#ready = undefined;
    await vscode.workspace.fs.delete(this.#folder, { recursive: true }).then(undefined, () => undefined);
  }

  async #makeFolder(): Promise<void> {
    await vscode.workspace.fs.createDirectory(this.#folder);
    if (this.#folder.scheme === 'file') await chmod(this.#folder.fsPath, 0o700);
  }

  #file(key: string): vscode.Uri {
    return vscode.Uri.joinPath(this.#folder, encodeURIComponent(key));
  }
}
