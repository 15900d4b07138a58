import * as vscode from 'vscode';
import { CONTEXT_KEYS } from '../contributions.ts';
import { isFiltering } from '../tree/filter.ts';
import type { ViewSources } from './vendors-view.ts';
import type { Disposable } from '../disposables.ts';

/** Keeps the keys current on which package.json hangs menus and welcome content. */
export function contextKeys({ libraries, board, date, listing: state }: ViewSources): Disposable {
  const values = new Map<string, string | boolean>();
  const set = (key: keyof typeof CONTEXT_KEYS, value: string | boolean): void => {
    if (values.get(key) === value) return;
    values.set(key, value);
    void vscode.commands.executeCommand('setContext', CONTEXT_KEYS[key], value);
  };
  const update = (): void => {
    set('indexing', libraries.progress !== undefined);
    set('state', libraries.state);
    set('showsOtherDay', date.isOtherDay);
    set('grouping', state.listing.grouping);
    set('filtered', isFiltering(state.listing.filter));
  };
  update();
  return vscode.Disposable.from(
    board.onDidChange(update),
    libraries.onDidProgress(update),
    state.onDidChange(update),
  );
}
