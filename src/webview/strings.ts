import type { FactAction } from './facts.ts';

export { fill } from '../core/language/fill.ts';

/** The words of the report viewer, in the reader's language. `{0}`, `{1}` stand for what the viewer fills in. */
export interface ViewerStrings {
  readonly toolbar: string;
  readonly pages: string;
  readonly sideBar: string;
  readonly outline: string;
  readonly thumbnails: string;
  readonly noOutline: string;
  readonly previousPage: string;
  readonly nextPage: string;
  readonly pageNumber: string;
  /** After the page number: "of 96". */
  readonly ofPages: string;
  /** After that: "printed 8". */
  readonly printedPage: string;
  /** Said of a page and its picture: "Page 12". */
  readonly page: string;
  /** "Page {0} of {1}", and where a number is printed on it: "Page 12 of 96 · printed 8". */
  readonly pageOf: string;
  readonly pagePrinted: string;
  readonly zoomIn: string;
  readonly zoomOut: string;
  readonly zoom: string;
  readonly fitWidth: string;
  readonly fitPage: string;
  readonly rotate: string;
  readonly darkPages: string;
  readonly print: string;
  readonly find: string;
  readonly findInReport: string;
  readonly findPrevious: string;
  readonly findNext: string;
  readonly matchCase: string;
  readonly wholeWords: string;
  readonly highlightAll: string;
  readonly closeFind: string;
  /** "3 of 17" */
  readonly findCount: string;
  readonly findNone: string;
  readonly findSearching: string;
  readonly opening: string;
  readonly tryAgain: string;
  readonly quoteNotFound: string;
  readonly facts: {
    readonly title: string;
    readonly toggle: string;
    readonly resize: string;
    readonly next: string;
    readonly previous: string;
    /** Which of all passages is shown: "3 of 57". */
    readonly place: string;
    readonly close: string;
    readonly actions: Readonly<Record<FactAction, string>>;
  };
  readonly selection: {
    readonly title: string;
    readonly use: string;
    readonly quote: string;
  };
  readonly problems: {
    readonly empty: string;
    readonly notPdf: string;
    readonly damaged: string;
    readonly locked: string;
    readonly deleted: string;
    readonly unreadable: string;
  };
}

/**
 * The English words, each run through `translate` (`vscode.l10n.t` in the extension). The one place where the
 * viewer's words stand.
 */
export const viewerStrings = (translate: (message: string) => string): ViewerStrings => ({
  toolbar: translate('Report toolbar'),
  pages: translate('Pages of the report'),
  sideBar: translate('Side bar'),
  outline: translate('Outline'),
  thumbnails: translate('Thumbnails'),
  noOutline: translate('This report has no outline.'),
  previousPage: translate('Previous page'),
  nextPage: translate('Next page'),
  pageNumber: translate('Page number'),
  ofPages: translate('of {0}'),
  printedPage: translate('printed {0}'),
  page: translate('Page {0}'),
  pageOf: translate('Page {0} of {1}'),
  pagePrinted: translate('Page {0} of {1} · printed {2}'),
  zoomIn: translate('Zoom in'),
  zoomOut: translate('Zoom out'),
  zoom: translate('Zoom'),
  fitWidth: translate('Fit width'),
  fitPage: translate('Fit page'),
  rotate: translate('Rotate clockwise'),
  darkPages: translate('Dark pages'),
  print: translate('Open in the system’s PDF program, to print'),
  find: translate('Find'),
  findInReport: translate('Find in the report'),
  findPrevious: translate('Previous match'),
  findNext: translate('Next match'),
  matchCase: translate('Match case'),
  wholeWords: translate('Whole words'),
  highlightAll: translate('Highlight all'),
  closeFind: translate('Close'),
  findCount: translate('{0} of {1}'),
  findNone: translate('No results'),
  findSearching: translate('Searching…'),
  opening: translate('Opening the report…'),
  tryAgain: translate('Try again'),
  quoteNotFound: translate('The quoted passage was not found on page {0}.'),
  facts: {
    title: translate('Facts of the report'),
    toggle: translate('Facts'),
    resize: translate('Width of the facts'),
    next: translate('Next passage'),
    previous: translate('Previous passage'),
    place: translate('Passage {0} of {1}'),
    close: translate('Close the facts'),
    actions: {
      confirm: translate('Confirm'),
      correct: translate('Correct…'),
      'mark-absent': translate('Not in the report'),
      'take-back': translate('Take the decision back'),
      'add-to-review': translate('Add to the review'),
    },
  },
  selection: {
    title: translate('Selected words'),
    use: translate('Use as…'),
    quote: translate('Add to review'),
  },
  problems: {
    empty: translate('This file is empty. Ask for the report again, or restore the file.'),
    notPdf: translate(
      'This file is not a PDF, although its name says so. Open it with the text editor to see what it is.',
    ),
    damaged: translate(
      'This PDF is damaged and can’t be shown. Ask for the report again, or restore the file.',
    ),
    locked: translate('This PDF is protected by a password. It is shown when you enter it.'),
    deleted: translate('This file was deleted or moved.'),
    unreadable: translate('This file can’t be read.'),
  },
});
