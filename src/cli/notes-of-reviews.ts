import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { LibrarySnapshot } from '../core/library/snapshot.ts';
import { readReviewNotes, type ReviewNotes } from '../core/summary/review-notes.ts';

/** What the reviews of a folder say, besides their records. */
export const notesOf = (folder: string, snapshot: LibrarySnapshot): Promise<ReviewNotes> =>
  readReviewNotes(snapshot, (path) => readFile(join(folder, path), 'utf8'));
