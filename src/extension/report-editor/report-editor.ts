import * as vscode from 'vscode';
import type { KnownAboutReport, Passage } from '../../webview/protocol.ts';
import { REPORT_EDITOR } from '../contributions.ts';
import { Disposables, type Disposable } from '../disposables.ts';
import { ReadingPositions } from './reading-positions.ts';
import { ReportPanel } from './report-panel.ts';
import type { ReportPasswords } from './report-passwords.ts';

export interface ReportEditorOptions {
  readonly context: vscode.ExtensionContext;
  readonly passwords: ReportPasswords;
  readonly log: vscode.LogOutputChannel;
  /** What the index knows about a file by now. */
  readonly known: (file: vscode.Uri) => KnownAboutReport | null;
  /** Fires when the index may know more. */
  readonly onDidLearn: vscode.Event<void>;
  /** A password was entered that opens the file. */
  readonly onUnlocked: (file: vscode.Uri) => void;
}

/** The read-only editor for reports. It knows its open reports, so that a passage is shown in the one that is there. */
export class ReportEditor implements vscode.CustomReadonlyEditorProvider, Disposable {
  readonly #options: ReportEditorOptions;
  readonly #owned = new Disposables();
  readonly #positions: ReadingPositions;
  readonly #open = new Map<string, Set<ReportPanel>>();
  readonly #wanted = new Map<string, Passage>();

  constructor(options: ReportEditorOptions) {
    this.#options = options;
    this.#positions = this.#owned.add(new ReadingPositions(options.context));
    this.#owned.add(
      vscode.window.registerCustomEditorProvider(REPORT_EDITOR, this, {
        supportsMultipleEditorsPerDocument: true,
      }),
    );
    this.#owned.add(
      options.onDidLearn(() => {
        for (const panels of this.#open.values()) for (const panel of panels) panel.factsMayHaveChanged();
      }),
    );
  }

  /** Opens a report, at a passage if one is given. */
  async open(file: vscode.Uri, passage: Passage | null = null): Promise<void> {
    const key = file.toString();
    const [panel] = this.#open.get(key) ?? [];
    if (passage !== null && panel === undefined) this.#wanted.set(key, passage);
    await vscode.commands.executeCommand('vscode.openWith', file, REPORT_EDITOR);
    if (passage !== null && panel !== undefined) await panel.reveal(passage);
  }

  openCustomDocument(uri: vscode.Uri): vscode.CustomDocument {
    return { uri, dispose: () => undefined };
  }

  resolveCustomEditor({ uri }: vscode.CustomDocument, view: vscode.WebviewPanel): void {
    const { context, passwords, log, known, onUnlocked } = this.#options;
    const key = uri.toString();
    const panel = new ReportPanel({
      file: uri,
      webview: view.webview,
      assets: vscode.Uri.joinPath(context.extensionUri, 'dist', 'webview'),
      passage: this.#wanted.get(key) ?? null,
      positions: this.#positions,
      passwords,
      log,
      known: () => known(uri),
      onUnlocked: () => {
        onUnlocked(uri);
      },
    });
    this.#wanted.delete(key);
    const panels = this.#open.get(key) ?? new Set();
    this.#open.set(key, panels.add(panel));
    view.onDidChangeViewState(() => {
      if (!view.visible) panel.hidden();
    });
    view.onDidDispose(() => {
      panel.dispose();
      panels.delete(panel);
      if (panels.size === 0) this.#open.delete(key);
    });
  }

  dispose(): void {
    this.#owned.dispose();
  }
}
