import { posix } from 'node:path';
import * as vscode from 'vscode';
import { Disposables, type Disposable } from '../disposables.ts';
import { ChangeBatch } from './change-batch.ts';
import type { FileChange } from './relevant-changes.ts';

/** What people write is small and waited for: it doesn't queue behind reports that are being read. */
const WRITTEN = /\.(?:ya?ml|md)$/i;

/**
 * Watches everything below a workspace folder and hands changes on in batches, those of text files apart from the
 * others. Everything, because a folder that is moved or deleted makes one event of its own and none for the reports in
 * it; the editor watches its folders anyway, so that this costs no further watcher.
 */
export function watchFolder(
  folder: vscode.Uri,
  work: (changes: readonly FileChange[]) => Promise<void>,
): Disposable {
  const owned = new Disposables();
  const written = owned.add(new ChangeBatch(work));
  const others = owned.add(new ChangeBatch(work));
  const watcher = owned.add(
    vscode.workspace.createFileSystemWatcher(new vscode.RelativePattern(folder, '**/*')),
  );
  const report = (kind: FileChange['kind']) => (uri: vscode.Uri) => {
    const path = posix.relative(folder.path, uri.path);
    (WRITTEN.test(path) ? written : others).add({ kind, path });
  };
  owned.add(watcher.onDidCreate(report('created')));
  owned.add(watcher.onDidChange(report('changed')));
  owned.add(watcher.onDidDelete(report('deleted')));
  return owned;
}
