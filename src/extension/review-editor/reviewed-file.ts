import * as vscode from 'vscode';
import type { LibraryDocument, LibrarySnapshot, VendorDossier } from '../../core/library/snapshot.ts';
import { parseReview } from '../../core/review/parse-review.ts';
import type { ReviewFile } from '../../core/review/review.ts';
import { reviewedDocument } from '../../core/standing/on-day.ts';
import type { Libraries } from '../library/libraries.ts';
import type { FolderLibrary } from '../library/folder-library.ts';

/** A review as it stands in the editor, saved or not, with what it is about. */
export interface ReviewedFile {
  readonly library: FolderLibrary;
  readonly snapshot: LibrarySnapshot;
  readonly dossier: VendorDossier;
  readonly review: ReviewFile;
  readonly text: string;
  /** Null when the report isn't on file. */
  readonly document: LibraryDocument | null;
}

/** Finds what a text is about; undefined for one that is no review of the library. */
export function reviewedFile(libraries: Libraries, file: vscode.TextDocument): ReviewedFile | undefined {
  const folder = vscode.workspace.getWorkspaceFolder(file.uri);
  const library = folder && libraries.get(folder.uri.toString());
  if (library === undefined) return undefined;
  const { snapshot } = library;
  for (const dossier of snapshot.dossiers) {
    for (const { path } of dossier.reviews) {
      if (vscode.Uri.joinPath(library.folder.uri, path).toString() !== file.uri.toString()) continue;
      const text = file.getText();
      const review = parseReview(path, text);
      const document =
        review.record === null ? null : reviewedDocument(review.record, dossier.reports).document;
      return { library, snapshot, dossier, review, text, document };
    }
  }
  return undefined;
}
