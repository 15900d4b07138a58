import * as vscode from 'vscode';
import type { DocumentReading } from '../../core/report/reading.ts';
import { alignReports } from '../../core/summary/align-reports.ts';
import type { KnownAboutReport, Passage } from '../../webview/protocol.ts';
import { REPORT_EDITOR } from '../contributions.ts';
import { Disposables, type Disposable } from '../disposables.ts';
import { ReadingPositions } from './reading-positions.ts';
import { ReportPanel, type ReportActions } from './report-panel.ts';
import type { ReportPasswords } from './report-passwords.ts';
import { SideBySide } from './side-by-side.ts';

export interface ReportEditorOptions {
  readonly context: vscode.ExtensionContext;
  readonly passwords: ReportPasswords;
  readonly log: vscode.LogOutputChannel;
  /** What the index knows about a file by now. */
  readonly known: (file: vscode.Uri) => KnownAboutReport | null;
  /** Fires when the index may know more. */
  readonly onDidLearn: vscode.Event<void>;
  readonly onOpened: (file: vscode.Uri) => void;
  readonly actions: ReportActions;
  /** A password was entered that opens the file. */
  readonly onUnlocked: (file: vscode.Uri) => void;
}

export interface ReportOfPair {
  readonly file: vscode.Uri;
  readonly reading: DocumentReading;
}

/** A report in a tab. */
interface OpenReport {
  readonly panel: ReportPanel;
  readonly view: vscode.WebviewPanel;
}

/** The read-only editor for reports. It knows its open reports, so that a passage is shown in the one that is there. */
export class ReportEditor implements vscode.CustomReadonlyEditorProvider, Disposable {
  readonly #options: ReportEditorOptions;
  readonly #owned = new Disposables();
  readonly #positions: ReadingPositions;
  readonly #open = new Map<string, Set<OpenReport>>();
  readonly #wanted = new Map<string, Passage>();
  readonly #pairs = new SideBySide<vscode.Uri>();

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
        for (const places of this.#open.values()) {
          for (const { panel } of places) panel.factsMayHaveChanged();
        }
      }),
    );
  }

  /**
   * Opens a report, at a passage if one is given: where it is open already, so that a review keeps its place beside
   * it, else in `column`.
   */
  async open(
    file: vscode.Uri,
    passage: Passage | null = null,
    column: vscode.ViewColumn = vscode.ViewColumn.Active,
  ): Promise<void> {
    const key = file.toString();
    const open = [...(this.#open.get(key) ?? [])];
    const place = open.find(({ view }) => view.visible) ?? open[0];
    if (passage !== null && place === undefined) this.#wanted.set(key, passage);
    await vscode.commands.executeCommand(
      'vscode.openWith',
      file,
      REPORT_EDITOR,
      place?.view.viewColumn ?? column,
    );
    if (passage !== null) await place?.panel.reveal(passage);
  }

  /** Shows two reports side by side and keeps their scrolling in step, by the sections that they share. */
  async openPair(left: ReportOfPair, right: ReportOfPair): Promise<void> {
    for (const { file } of [left, right]) this.#part(file);
    const toLeft = alignReports(right.reading, left.reading);
    this.#pairs.pair(
      { file: left.file, placeOf: toLeft },
      { file: right.file, placeOf: alignReports(left.reading, right.reading) },
    );
    for (const [{ file }, column] of [
      [left, vscode.ViewColumn.One],
      [right, vscode.ViewColumn.Two],
    ] as const) {
      await vscode.commands.executeCommand('vscode.openWith', file, REPORT_EDITOR, {
        viewColumn: column,
        preview: false,
      });
      for (const { panel } of this.#placesOf(file)) panel.setPaired(true);
    }
    // They begin in step, where the reader is in the one at the right.
    const page = Math.floor(toLeft(this.#positions.of(right.file)?.page ?? 1));
    for (const { panel } of this.#placesOf(left.file)) void panel.reveal({ page, quote: null });
  }

  #placesOf(file: vscode.Uri): readonly OpenReport[] {
    return [...(this.#open.get(file.toString()) ?? [])];
  }

  /** Ends the pair that a report is in; both go on alone. */
  #part(file: vscode.Uri): void {
    const other = this.#pairs.part(file);
    if (other === undefined) return;
    for (const { panel } of [...this.#placesOf(file), ...this.#placesOf(other)]) panel.setPaired(false);
  }

  /** The report in front, with what its viewer can be told; undefined when something else is in front. */
  get active(): { readonly file: vscode.Uri; readonly panel: ReportPanel } | undefined {
    for (const [key, places] of this.#open) {
      for (const { panel, view } of places) {
        if (view.active) return { file: vscode.Uri.parse(key, true), panel };
      }
    }
    return undefined;
  }

  openCustomDocument(uri: vscode.Uri): vscode.CustomDocument {
    return { uri, dispose: () => undefined };
  }

  resolveCustomEditor({ uri }: vscode.CustomDocument, view: vscode.WebviewPanel): void {
    const { context, passwords, log, known, actions, onUnlocked } = this.#options;
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
      actions,
      pairing: {
        isPaired: () => this.#pairs.isPaired(uri),
        onScrolled: (place) => {
          const other = this.#pairs.follow(uri, place);
          if (other === undefined) return;
          for (const { panel: follower } of this.#placesOf(other.file)) follower.follow(other.place);
        },
      },
      onUnlocked: () => {
        onUnlocked(uri);
      },
    });
    this.#wanted.delete(key);
    this.#options.onOpened(uri);
    const places = this.#open.get(key) ?? new Set();
    const place = { panel, view };
    this.#open.set(key, places.add(place));
    view.onDidChangeViewState(() => {
      if (!view.visible) panel.hidden();
    });
    view.onDidDispose(() => {
      panel.dispose();
      places.delete(place);
      if (places.size === 0) this.#part(uri);
      if (places.size === 0) this.#open.delete(key);
    });
  }

  dispose(): void {
    this.#owned.dispose();
  }
}
