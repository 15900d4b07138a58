/**
 * What the report viewer (the webview) and the extension (its host) say to each other. Pure types: both sides
 * import this file. The host checks everything that arrives with `HOST_CHECKS` of protocol-checks.ts.
 *
 * How it goes: the host sets the webview's HTML to `reportViewerPage(…)` of report-viewer/page.ts, listens, and
 * waits. The viewer asks `open`; the host answers with the report. The viewer then pulls the file by `readRange`
 * and tells where the reader is by `positionChanged`; the host keeps that, since a hidden webview is destroyed
 * and asks `open` anew when it is shown again.
 *
 * Bytes come by message, not by fetching a webview URI: a webview's resource service keeps a copy of what it
 * serves in the browser's cache storage unless every answer is partial, which depends on the editor's version.
 * By message nothing of a confidential report is stored, and the viewer needs no access to the report's folder.
 */
import type { FactAction, Facts } from './facts.ts';
import type { ViewerStrings } from './strings.ts';

/** How large pages are shown: a factor (1 = 100 %) or a rule that follows the size of the window. */
export type Zoom = number | 'fit-width' | 'fit-page';

/** Where a reader is in a report. */
export interface ReadingPosition {
  /** The PDF page at the top, counted from 1. */
  readonly page: number;
  /** How far down that page the window's top edge is, in PDF points from the page's top; null: at its top. */
  readonly offset: number | null;
  readonly zoom: Zoom;
  /** Degrees clockwise. */
  readonly rotation: 0 | 90 | 180 | 270;
}

/** How a reader likes the viewer, for all reports. */
export interface ViewerPreferences {
  /** Dark paper. Pages are white unless a reader asks otherwise, whatever the theme is. */
  readonly darkPages: boolean;
  readonly sideBar: 'closed' | 'outline' | 'thumbnails';
  readonly facts: 'closed' | 'open';
  /** Of the facts panel beside the pages, in CSS pixels. */
  readonly factsWidth: number;
}

/** The facts panel can't be made narrower or wider than this, in CSS pixels. */
export const FACTS_WIDTH = { least: 220, usual: 340, most: 900 } as const;

/** A passage to show: a page, and the words on it where they are known. */
export interface Passage {
  /** The PDF page, counted from 1. */
  readonly page: number;
  /** As read from the report; compared without regard to white space. Null: only go to the page. */
  readonly quote: string | null;
}

/** A heading that stands in for the PDF's own outline when it has none. */
export interface OutlineEntry {
  readonly title: string;
  /** The PDF page, counted from 1. */
  readonly page: number;
}

/** One state of the file on disk. */
export interface FileVersion {
  /** Opaque; differs whenever the bytes may differ. */
  readonly fileId: string;
  /** Bytes. */
  readonly size: number;
}

export interface OpenReport {
  readonly file: FileVersion;
  /** The file's name, for the title of the page. */
  readonly name: string;
  /** Where the reader was last time; null: the first page, at the width of the window. */
  readonly position: ReadingPosition | null;
  /** The passage that the report was opened for; wins over `position`'s page. */
  readonly passage: Passage | null;
  readonly preferences: ViewerPreferences;
  readonly strings: ViewerStrings;
  /** What the index knows about the file, if it has read it already; else it follows by `factsKnown`. */
  readonly known: KnownAboutReport | null;
  /** Whether a second report beside it is to be kept in step. */
  readonly isPaired: boolean;
}

/** What the host's reading of the report adds to the view. */
export interface KnownAboutReport {
  /** The number printed on each PDF page, in order from page 1; null where none is printed. */
  readonly printedPages: readonly (string | null)[];
  /** The recognised sections, shown when the PDF brings no outline. */
  readonly sections: readonly OutlineEntry[];
  /** Null for a file of which there are none: no report, or not read yet. */
  readonly facts: Facts | null;
}

/** Words that a reader has selected on a page. */
export interface SelectedText {
  /** The PDF page on which the selection begins, counted from 1. */
  readonly page: number;
  readonly text: string;
}

/** The longest selection that is taken over, in characters. */
export const MAX_SELECTION = 20_000;

/**
 * `exact`: the quote itself is marked. `search`: the find bar had to look for it. `none`: only the page is shown.
 * `overtaken`: the reader went on before it was there, so nothing can be said of it.
 */
export const HIGHLIGHTS = ['exact', 'search', 'none', 'overtaken'] as const;
export type Highlight = (typeof HIGHLIGHTS)[number];

export interface Revealed {
  readonly highlight: Highlight;
  /** The words that are marked, in the order of the page; empty when none are. */
  readonly markedText: string;
}

/** Why a report can't be shown. */
export const PROBLEMS = ['empty', 'not-a-pdf', 'damaged', 'locked', 'deleted', 'unreadable'] as const;
export type Problem = (typeof PROBLEMS)[number];

/** What the viewer asks and tells its host. */
export type HostContract = {
  readonly requests: {
    /** Asked once, as soon as the viewer's script runs, and again after a reader pressed "Try again". */
    readonly open: { readonly params: null; readonly result: OpenReport };
    /**
     * Bytes `begin` to `end` (not included) of that version of the file; at most `MAX_RANGE_BYTES`. Fails with
     * `changed` when the file is another one by now, with `gone` when it was deleted.
     */
    readonly readRange: {
      readonly params: { readonly fileId: string; readonly begin: number; readonly end: number };
      readonly result: Uint8Array<ArrayBuffer>;
    };
    /** The PDF needs a password. `rejected`: the one given before was wrong. Null: the reader gave up. */
    readonly password: {
      readonly params: { readonly fileId: string; readonly rejected: boolean };
      readonly result: string | null;
    };
    /** Shows the file in the program that the system has for PDFs, where it has the file. */
    readonly openExternally: { readonly params: null; readonly result: { readonly isOpened: boolean } };
  };
  readonly notices: {
    /** The reader moved; at most a few times a second. */
    readonly positionChanged: { readonly fileId: string; readonly position: ReadingPosition };
    /**
     * A reader moves through a report that is paired with another; once per frame. 12.5 is the middle of page 12.
     */
    readonly scrolled: { readonly place: number };
    readonly preferencesChanged: ViewerPreferences;
    /** A reader wants something done with a fact of the panel. */
    readonly factAction: { readonly fact: string; readonly action: FactAction };
    /** Takes back what was decided last. */
    readonly undo: null;
    /** A reader wants the selected words to be the value of a field, which they are asked for. */
    readonly useSelection: SelectedText;
    /** A reader wants the selected words quoted in the review. */
    readonly quoteSelection: SelectedText;
    /** A link out of the report was clicked. The host decides whether to open it. */
    readonly openLink: { readonly url: string };
    /** The first page is on the screen. */
    readonly painted: { readonly page: number; readonly pages: number; readonly milliseconds: number };
    /** The report can't be shown, and the viewer says so; `detail` is for the log. */
    readonly problem: { readonly problem: Problem; readonly detail: string };
  };
};

/** What the host asks and tells the viewer. */
export type ViewerContract = {
  readonly requests: {
    /** Goes to a passage and marks it. Answered once it is on the screen. */
    readonly reveal: { readonly params: Passage; readonly result: Revealed };
    /** What the reader has selected; null when nothing is. */
    readonly selection: { readonly params: null; readonly result: SelectedText | null };
  };
  readonly notices: {
    /** The file has other bytes now: show them, at the same place. */
    readonly fileChanged: FileVersion;
    readonly fileDeleted: null;
    readonly factsKnown: KnownAboutReport;
    /** The find bar, asked for by the editor's own command. */
    readonly showFind: null;
    /** Goes on to the next passage that a fact was read from, or back. */
    readonly walk: { readonly backwards: boolean };
    /** Whether a second report beside this one is to be kept in step from now on. */
    readonly pair: { readonly isPaired: boolean };
    /** Goes where the paired report is; 12.5 is the middle of page 12. */
    readonly follow: { readonly place: number };
  };
};

/** The most that one `readRange` may ask for. */
export const MAX_RANGE_BYTES = 4 * 1024 * 1024;
