import type * as vscode from 'vscode';
import { FACTS_WIDTH, type ReadingPosition, type ViewerPreferences } from '../../webview/protocol.ts';
import type { Disposable } from '../disposables.ts';

const POSITIONS = 'reportPositions';
const PREFERENCES = 'reportViewer';
/** Enough for everything that somebody reads in a year; the oldest go first. */
const MOST_KEPT = 300;
/** A reader who scrolls moves several times a second; it is enough to write the place down afterwards. */
const WRITE_AFTER_MS = 500;

const DEFAULTS: ViewerPreferences = {
  darkPages: false,
  sideBar: 'closed',
  facts: 'open',
  factsWidth: FACTS_WIDTH.usual,
};

/**
 * Where a reader was in each report, in this workspace, and how they like the viewer, everywhere. By file, not by
 * its bytes: who replaces a report by a corrected one goes on reading at the same place.
 */
export class ReadingPositions implements Disposable {
  readonly #context: vscode.ExtensionContext;
  readonly #positions: Map<string, ReadingPosition>;
  #writing: ReturnType<typeof setTimeout> | undefined;

  constructor(context: vscode.ExtensionContext) {
    this.#context = context;
    this.#positions = new Map(context.workspaceState.get<[string, ReadingPosition][]>(POSITIONS, []));
  }

  get preferences(): ViewerPreferences {
    return { ...DEFAULTS, ...this.#context.globalState.get<Partial<ViewerPreferences>>(PREFERENCES, {}) };
  }

  of(file: vscode.Uri): ReadingPosition | null {
    return this.#positions.get(file.toString()) ?? null;
  }

  keep(file: vscode.Uri, position: ReadingPosition): void {
    const key = file.toString();
    this.#positions.delete(key);
    this.#positions.set(key, position);
    this.#writing ??= setTimeout(() => {
      this.#write();
    }, WRITE_AFTER_MS);
  }

  keepPreferences(preferences: ViewerPreferences): void {
    void this.#context.globalState.update(PREFERENCES, preferences);
  }

  dispose(): void {
    if (this.#writing !== undefined) this.#write();
  }

  #write(): void {
    clearTimeout(this.#writing);
    this.#writing = undefined;
    void this.#context.workspaceState.update(POSITIONS, [...this.#positions].slice(-MOST_KEPT));
  }
}
