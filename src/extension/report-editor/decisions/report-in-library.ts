import type * as vscode from 'vscode';
import type { LibraryDocument, VendorDossier } from '../../../core/library/snapshot.ts';
import type { ReviewFile } from '../../../core/review/review.ts';
import { reviewedDocument } from '../../../core/standing/on-day.ts';
import type { FolderLibrary } from '../../library/folder-library.ts';
import type { Libraries } from '../../library/libraries.ts';

/** A PDF that is open, with everything that is known around it. */
export interface ReportInLibrary {
  readonly library: FolderLibrary;
  readonly document: LibraryDocument;
  /** Null for a file that belongs to no vendor. */
  readonly dossier: VendorDossier | null;
  /** The review of this report that is not signed yet. */
  readonly draft: ReviewFile | null;
}

/** Undefined for a file that belongs to no library, or is not read yet. */
export function reportInLibrary(libraries: Libraries, file: vscode.Uri): ReportInLibrary | undefined {
  const document = libraries.documentAt(file);
  const library = libraries.of(file);
  if (document === undefined || library === undefined) return undefined;
  const dossier =
    library.snapshot.dossiers.find(({ reports, bridgeLetters }) =>
      [...reports, ...bridgeLetters].some(({ path }) => path === document.path),
    ) ?? null;
  const draft =
    dossier?.reviews.find(
      ({ state, record }) =>
        state === 'draft' &&
        record !== null &&
        reviewedDocument(record, dossier.reports).document?.path === document.path,
    ) ?? null;
  return { library, document, dossier, draft };
}
