import { posix } from 'node:path';
import * as vscode from 'vscode';
import { Disposables, type Disposable } from '../disposables.ts';
import { ChangeBatch } from './change-batch.ts';
import type { FileChange } from './relevant-changes.ts';

/**
 * Watches everything below a workspace folder and hands changes on in batches. Everything, because a folder that
 * is moved or deleted makes one event of its own and none for the reports in it; the editor watches its folders
 * anyway, so that this costs no further watcher.
 */
export function watchFolder(
  folder: vscode.Uri,
  work: (changes: readonly FileChange[]) => Promise<void>,
): Disposable {
  const owned = new Disposables();
  const batch = owned.add(new ChangeBatch(work));
  const watcher = owned.add(
    vscode.workspace.createFileSystemWatcher(new vscode.RelativePattern(folder, '**/*')),
  );
  const report = (kind: FileChange['kind']) => (uri: vscode.Uri) => {
    batch.add({ kind, path: posix.relative(folder.path, uri.path) });
  };
  owned.add(watcher.onDidCreate(report('created')));
  owned.add(watcher.onDidChange(report('changed')));
  owned.add(watcher.onDidDelete(report('deleted')));
  return owned;
}
