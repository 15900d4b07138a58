import * as vscode from 'vscode';
import { Disposables, type Disposable } from '../disposables.ts';

/** A file that is replaced is deleted and made again, and a download grows: tell of it when it is over. */
const QUIET_MS = 300;

/** Calls `listener` when a file may have changed, appeared or gone. */
export function watchFile(file: vscode.Uri, listener: () => void): Disposable {
  const owned = new Disposables();
  let timer: ReturnType<typeof setTimeout> | undefined;
  const changed = (): void => {
    clearTimeout(timer);
    timer = setTimeout(listener, QUIET_MS);
  };
  const name = file.path.slice(file.path.lastIndexOf('/') + 1);
  const watcher = owned.add(
    vscode.workspace.createFileSystemWatcher(
      new vscode.RelativePattern(vscode.Uri.joinPath(file, '..'), literalGlob(name)),
    ),
  );
  owned.add(watcher.onDidChange(changed));
  owned.add(watcher.onDidCreate(changed));
  owned.add(watcher.onDidDelete(changed));
  owned.add({
    dispose: () => {
      clearTimeout(timer);
    },
  });
  return owned;
}

/** A glob that matches this name only: "report [draft].pdf" is no pattern. */
const literalGlob = (name: string): string => name.replace(/[[\]{}*?]/g, '[$&]');
