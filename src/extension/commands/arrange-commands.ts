import { t } from '@vscode/l10n';
import * as vscode from 'vscode';
import type { StatusBoard } from '../library/status-board.ts';
import { GROUPINGS, SORTINGS } from '../tree/arrangement.ts';
import { groupingInWords, sortingInWords } from '../tree/arrangement-words.ts';
import { NO_FILTER } from '../tree/filter.ts';
import type { ListingState } from '../views/listing-state.ts';
import { askFilter } from './ask-filter.ts';
import type { Handlers } from './register-commands.ts';

/** Commands about how the vendors are listed. */
export const arrangeCommands = (
  board: StatusBoard,
  state: ListingState,
): Pick<Handlers, 'groupVendors' | 'sortVendors' | 'filterVendors' | 'clearFilter'> => ({
  groupVendors: async () => {
    const { grouping } = state.listing;
    const picked = await pick(t('Group Vendors By'), GROUPINGS, groupingInWords, grouping);
    if (picked !== undefined) await state.change({ grouping: picked });
  },
  sortVendors: async () => {
    const { sorting } = state.listing;
    const picked = await pick(t('Sort Vendors By'), SORTINGS, sortingInWords, sorting);
    if (picked !== undefined) await state.change({ sorting: picked });
  },
  filterVendors: async () => {
    const vendors = (await board.whenKnown()).flatMap((folder) => folder.vendors);
    await askFilter(state, vendors);
  },
  clearFilter: () => state.change({ filter: NO_FILTER }),
});

async function pick<T extends string>(
  title: string,
  choices: readonly T[],
  inWords: (choice: T) => string,
  current: T,
): Promise<T | undefined> {
  const items = choices.map((choice) => ({
    label: inWords(choice),
    description: choice === current ? t('as it is now') : '',
    choice,
  }));
  return (await vscode.window.showQuickPick(items, { title }))?.choice;
}
