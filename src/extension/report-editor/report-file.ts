import { open } from 'node:fs/promises';
import * as vscode from 'vscode';
import { RequestError } from '../../webview/channel.ts';
import type { FileVersion } from '../../webview/protocol.ts';
import { isGone } from '../../core/library/file-problem.ts';

/**
 * The bytes of one PDF, piece by piece, each piece from the version that was asked for: a mixture of two versions
 * would be shown as a damaged report.
 */
export class ReportFile {
  readonly #uri: vscode.Uri;
  /** Of a file system that can't read pieces: the whole file, as long as its version is the one that is shown. */
  #whole: { readonly fileId: string; readonly bytes: Uint8Array } | undefined;

  constructor(uri: vscode.Uri) {
    this.#uri = uri;
  }

  /** Fails with `gone` when there is no such file. */
  async version(): Promise<FileVersion> {
    try {
      const { size, mtime } = await vscode.workspace.fs.stat(this.#uri);
      return { fileId: versionId(mtime, size), size };
    } catch (error) {
      throw isGone(error) ? new RequestError('gone', 'The file was deleted or moved.') : error;
    }
  }

  /** Bytes `begin` to `end` (not included). Fails with `changed` or `gone` when that version is no more. */
  async read(fileId: string, begin: number, end: number): Promise<Uint8Array<ArrayBuffer>> {
    return this.#uri.scheme === 'file'
      ? await this.#readPiece(fileId, begin, end)
      : (await this.#readWhole(fileId)).slice(begin, end);
  }

  async #readPiece(fileId: string, begin: number, end: number): Promise<Uint8Array<ArrayBuffer>> {
    const file = await open(this.#uri.fsPath).catch(async (error: unknown) => {
      // Tells a file that is gone from one that can't be opened.
      await this.version();
      throw error;
    });
    try {
      const { mtime, size } = await file.stat();
      if (versionId(mtime.getTime(), size) !== fileId) throw changed();
      const bytes = new Uint8Array(Math.max(0, Math.min(end, size) - begin));
      const { bytesRead } = await file.read(bytes, 0, bytes.length, begin);
      return bytesRead === bytes.length ? bytes : bytes.slice(0, bytesRead);
    } finally {
      await file.close();
    }
  }

  async #readWhole(fileId: string): Promise<Uint8Array<ArrayBuffer>> {
    if (this.#whole?.fileId !== fileId) {
      const bytes = await vscode.workspace.fs.readFile(this.#uri);
      this.#whole = { fileId: (await this.version()).fileId, bytes };
    }
    if (this.#whole.fileId !== fileId) throw changed();
    return new Uint8Array(this.#whole.bytes);
  }
}

const versionId = (modified: number, size: number): string => `${modified}-${size}`;

const changed = (): RequestError => new RequestError('changed', 'The file has changed.');
