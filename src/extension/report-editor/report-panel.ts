import { randomBytes } from 'node:crypto';
import * as vscode from 'vscode';
import { Channel, RequestError } from '../../webview/channel.ts';
import { HOST_CHECKS } from '../../webview/protocol-checks.ts';
import type {
  FileVersion,
  HostContract,
  KnownAboutReport,
  Passage,
  SelectedText,
  ViewerContract,
} from '../../webview/protocol.ts';
import type { FactAction } from '../../webview/facts.ts';
import { reportViewerPage } from '../../webview/report-viewer/page.ts';
import { viewerStrings } from '../../webview/strings.ts';
import { readersLanguage } from '../language.ts';
import { Disposables, type Disposable } from '../disposables.ts';
import { openInSystem, type System } from './open-in-system.ts';
import { openLink } from './open-link.ts';
import type { ReadingPositions } from './reading-positions.ts';
import { ReportFile } from './report-file.ts';
import type { ReportPasswords } from './report-passwords.ts';
import { watchFile } from './watch-file.ts';

export interface ReportPanelOptions {
  readonly file: vscode.Uri;
  readonly webview: vscode.Webview;
  /** The folder with the viewer's script and styles: all that the webview may load. */
  readonly assets: vscode.Uri;
  /** The passage that the report is opened for. */
  readonly passage: Passage | null;
  readonly positions: ReadingPositions;
  readonly passwords: ReportPasswords;
  readonly log: vscode.LogOutputChannel;
  /** What the index knows about the file by now. */
  readonly known: () => KnownAboutReport | null;
  readonly actions: ReportActions;
  /** Of a report that is paired with another one beside it. */
  readonly pairing: {
    readonly isPaired: () => boolean;
    readonly onScrolled: (place: number) => void;
  };
  /** A password was entered that opens the file. */
  readonly onUnlocked: () => void;
}

/** What a reader can have done with what they see. */
export interface ReportActions {
  readonly onFact: (file: vscode.Uri, fact: string, action: FactAction) => void;
  /** Takes back what was decided last. */
  readonly onUndo: () => void;
  /** Asks which value of the report the selected words are. */
  readonly onUseSelection: (file: vscode.Uri, selected: SelectedText) => void;
  /** Quotes the selected words in the review. */
  readonly onQuoteSelection: (file: vscode.Uri, selected: SelectedText) => void;
}

/** One open report: the extension's side of the conversation with its viewer. */
export class ReportPanel implements Disposable {
  readonly #options: ReportPanelOptions;
  readonly #file: ReportFile;
  readonly #owned = new Disposables();
  readonly #channel: Channel<HostContract, ViewerContract>;
  #passage: Passage | null;
  /** What the viewer shows; null before it asked. */
  #shown: FileVersion | null = null;
  #known: KnownAboutReport | null = null;

  constructor(options: ReportPanelOptions) {
    const { file, webview, assets, passage, log } = options;
    this.#options = options;
    this.#passage = passage;
    this.#file = new ReportFile(file);
    this.#channel = this.#owned.add(
      new Channel<HostContract, ViewerContract>({
        post: (message) => void webview.postMessage(message),
        checks: HOST_CHECKS,
        handlers: this.#handlers(),
        onInvalid: (message) => {
          log.warn(`Report viewer: ${message}`);
        },
      }),
    );
    this.#owned.add(
      webview.onDidReceiveMessage((message) => {
        this.#channel.receive(message);
      }),
    );
    this.#owned.add(watchFile(file, () => void this.#fileTouched()));
    webview.options = { enableScripts: true, localResourceRoots: [assets] };
    webview.html = reportViewerPage({
      cspSource: webview.cspSource,
      nonce: randomBytes(24).toString('base64url'),
      assets: webview.asWebviewUri(assets).toString(),
      language: vscode.env.language,
    });
  }

  /** Goes to a passage: at once when the viewer is there, else as soon as it is. */
  async reveal(passage: Passage): Promise<void> {
    if (this.#shown === null) {
      this.#passage = passage;
      return;
    }
    try {
      await this.#channel.request('reveal', passage);
    } catch (error) {
      this.#options.log.debug(`Report viewer: ${String(error)}`);
    }
  }

  /** What the reader has selected; null when nothing is, or the viewer isn't there. */
  async selection(): Promise<SelectedText | null> {
    return this.#shown === null ? null : await this.#channel.request('selection', null);
  }

  /** Goes on to the next passage that a fact was read from, or back. */
  walk(backwards: boolean): void {
    this.#channel.notify('walk', { backwards });
  }

  /** Keeps step with a second report from now on, or no longer. */
  setPaired(isPaired: boolean): void {
    this.#channel.notify('pair', { isPaired });
  }

  /** Goes where the paired report is. */
  follow(place: number): void {
    if (this.#shown !== null) this.#channel.notify('follow', { place });
  }

  showFind(): void {
    this.#channel.notify('showFind', null);
  }

  /** The editor throws away a webview that is not visible; a new one asks for everything again. */
  hidden(): void {
    this.#shown = null;
  }

  /** The index may know more about the file now. */
  factsMayHaveChanged(): void {
    if (this.#shown === null) return;
    const known = this.#options.known();
    if (known === null || JSON.stringify(known) === JSON.stringify(this.#known)) return;
    this.#known = known;
    this.#channel.notify('factsKnown', known);
  }

  dispose(): void {
    this.#owned.dispose();
  }

  #handlers(): ConstructorParameters<typeof Channel<HostContract, ViewerContract>>[0]['handlers'] {
    const { file, positions, passwords, log, known, actions, pairing, onUnlocked } = this.#options;
    return {
      requests: {
        open: async () => {
          const version = await this.#file.version();
          const passage = this.#passage;
          this.#shown = version;
          this.#passage = null;
          this.#known = known();
          return {
            file: version,
            name: file.path.slice(file.path.lastIndexOf('/') + 1),
            position: positions.of(file),
            passage,
            preferences: positions.preferences,
            strings: viewerStrings(readersLanguage.say),
            known: this.#known,
            isPaired: pairing.isPaired(),
          };
        },
        readRange: ({ fileId, begin, end }) => this.#file.read(fileId, begin, end),
        password: ({ rejected }) => passwords.ask(file, rejected),
        openExternally: async () => ({ isOpened: await openInSystem(file, system) }),
      },
      notices: {
        positionChanged: ({ position }) => {
          positions.keep(file, position);
        },
        preferencesChanged: (preferences) => {
          positions.keepPreferences(preferences);
        },
        scrolled: ({ place }) => {
          pairing.onScrolled(place);
        },
        factAction: ({ fact, action }) => {
          actions.onFact(file, fact, action);
        },
        undo: () => {
          actions.onUndo();
        },
        useSelection: (selected) => {
          actions.onUseSelection(file, selected);
        },
        quoteSelection: (selected) => {
          actions.onQuoteSelection(file, selected);
        },
        openLink: ({ url }) => void openLink(url),
        painted: ({ page, pages, milliseconds }) => {
          log.debug(`Report viewer: page ${page} of ${pages} after ${Math.round(milliseconds)} ms`);
          void passwords.opened(file).then((learnt) => {
            if (learnt) onUnlocked();
          });
        },
        problem: ({ problem, detail }) => {
          log.info(`Report viewer: ${problem}: ${detail}`);
        },
      },
    };
  }

  async #fileTouched(): Promise<void> {
    if (this.#shown === null) return;
    try {
      const version = await this.#file.version();
      if (version.fileId === this.#shown.fileId) return;
      this.#shown = version;
      this.#channel.notify('fileChanged', version);
    } catch (error) {
      if (error instanceof RequestError && error.failure === 'gone')
        this.#channel.notify('fileDeleted', null);
      else this.#options.log.warn(`Report viewer: ${String(error)}`);
    }
  }
}

/** A browser, or a window into another machine, can't hand its files to programs here. */
const system: System<vscode.Uri> = {
  hasFile: ({ scheme }) =>
    scheme === 'file' && vscode.env.uiKind === vscode.UIKind.Desktop && vscode.env.remoteName === undefined,
  open: (file) => vscode.env.openExternal(file),
};
