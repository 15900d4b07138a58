import * as vscode from 'vscode';
import type { Disposable } from '../disposables.ts';

const SCHEME = 'soc-review';

/**
 * Texts that the program writes for reading: comparisons, lists, what a refresh would change. They lie nowhere and
 * can't be edited; saving one under a name makes it a person's own.
 */
export class GeneratedTexts implements Disposable, vscode.TextDocumentContentProvider {
  readonly #texts = new Map<string, string>();
  readonly #changed = new vscode.EventEmitter<vscode.Uri>();
  readonly #registration: vscode.Disposable;

  readonly onDidChange = this.#changed.event;

  constructor() {
    this.#registration = vscode.Disposable.from(
      vscode.workspace.registerTextDocumentContentProvider(SCHEME, this),
      vscode.workspace.onDidCloseTextDocument(({ uri }) => {
        if (uri.scheme === SCHEME) this.#texts.delete(uri.toString());
      }),
    );
  }

  /**
   * Puts a text where editors can show it. Its links start from the folder.
   * @returns its address: always the same for the same name in the same folder.
   */
  put(folder: vscode.Uri, name: string, text: string): vscode.Uri {
    const uri = vscode.Uri.joinPath(folder, name).with({ scheme: SCHEME, query: folder.scheme });
    this.#texts.set(uri.toString(), text);
    this.#changed.fire(uri);
    return uri;
  }

  /** Shows a text in an editor. */
  async show(folder: vscode.Uri, name: string, text: string): Promise<void> {
    const document = await vscode.workspace.openTextDocument(this.put(folder, name, text));
    await vscode.window.showTextDocument(document, { preview: false });
  }

  provideTextDocumentContent(uri: vscode.Uri): string {
    return this.#texts.get(uri.toString()) ?? '';
  }

  dispose(): void {
    this.#registration.dispose();
    this.#changed.dispose();
    this.#texts.clear();
  }
}

/** True for a text that the program wrote for reading, and that lies nowhere. */
export const isGenerated = (uri: vscode.Uri): boolean => uri.scheme === SCHEME;

/** Where the links of a text start from: a generated one stands in for a file beside the files that it names. */
export const linkOrigin = (uri: vscode.Uri): vscode.Uri =>
  uri.scheme === SCHEME ? uri.with({ scheme: uri.query, query: '' }) : uri;
