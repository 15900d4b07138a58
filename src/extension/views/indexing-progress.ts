import * as vscode from 'vscode';
import { VIEWS } from '../contributions.ts';
import type { Libraries } from '../library/libraries.ts';
import type { Disposable } from '../disposables.ts';

/** The moving bar on top of the view for as long as files are being read. */
export function indexingProgress(libraries: Libraries): Disposable {
  let finish: (() => void) | undefined;
  const end = (): void => {
    finish?.();
    finish = undefined;
  };
  const subscription = libraries.onDidProgress(() => {
    if (libraries.progress === undefined) {
      end();
    } else if (finish === undefined) {
      const finished = new Promise<void>((resolve) => (finish = resolve));
      void vscode.window.withProgress({ location: { viewId: VIEWS.vendors } }, () => finished);
    }
  });
  return vscode.Disposable.from(subscription, { dispose: end });
}
