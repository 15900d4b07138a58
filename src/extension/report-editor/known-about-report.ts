import type * as vscode from 'vscode';
import type { LibraryDocument } from '../../core/library/snapshot.ts';
import type { KnownAboutReport } from '../../webview/protocol.ts';
import { reportFacts, stillReading } from './facts/report-facts.ts';
import type { Libraries } from '../library/libraries.ts';
import { sectionName } from './facts/words.ts';

/** What the index can tell the viewer: the facts, the recognised sections, and the numbers printed on the pages. */
export function knownAboutReport(document: LibraryDocument): KnownAboutReport {
  const { printedPages, sections } = document.reading;
  return {
    printedPages,
    sections: sections.map(({ kind, title, firstPage }) => ({
      title: title.trim() === '' ? sectionName(kind) : title,
      page: firstPage,
    })),
    facts: document.isFirstLook === true ? stillReading() : reportFacts(document),
  };
}

/** What is known of a file by now; null for one that belongs to no library. */
export function knownAboutFile(libraries: Libraries, file: vscode.Uri): KnownAboutReport | null {
  const document = libraries.documentAt(file);
  if (document !== undefined) return knownAboutReport(document);
  const library = libraries.of(file);
  // What is excluded is never read.
  return library === undefined || library.isComplete ? null : knownWhileReading();
}

const knownWhileReading = (): KnownAboutReport => ({
  printedPages: [],
  sections: [],
  facts: stillReading(),
});
