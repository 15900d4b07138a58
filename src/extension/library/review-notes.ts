import * as vscode from 'vscode';
import type { LibrarySnapshot } from '../../core/library/snapshot.ts';
import { readReviewNotes, type ReviewNotes } from '../../core/summary/review-notes.ts';

const kept = new WeakMap<LibrarySnapshot, Promise<ReviewNotes>>();

/** What the reviews of a snapshot say besides their records: read when first asked for, kept as long as it is. */
export function reviewNotes(root: vscode.Uri, snapshot: LibrarySnapshot): Promise<ReviewNotes> {
  const known = kept.get(snapshot);
  if (known !== undefined) return known;
  const notes = readReviewNotes(snapshot, async (path) =>
    new TextDecoder().decode(await vscode.workspace.fs.readFile(vscode.Uri.joinPath(root, path))),
  );
  kept.set(snapshot, notes);
  return notes;
}
