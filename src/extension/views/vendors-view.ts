import { t } from '@vscode/l10n';
import * as vscode from 'vscode';
import { VIEWS } from '../contributions.ts';
import { Disposables, type Disposable } from '../disposables.ts';
import { dateInWords } from '../language.ts';
import type { Libraries } from '../library/libraries.ts';
import type { StatusBoard } from '../library/status-board.ts';
import type { StatusDate } from '../library/status-date.ts';
import { attentionCounts } from '../tree/attention-counts.ts';
import { filterInWords } from '../tree/arrangement-words.ts';
import { isFiltering, passes } from '../tree/filter.ts';
import type { Listing } from '../tree/listing.ts';
import type { FolderRef, FolderStatus, TreeNode } from '../tree/node.ts';
import { vendorNodes } from '../tree/vendor-nodes.ts';
import { joined } from '../tree/words.ts';
import type { ListingState } from './listing-state.ts';
import { revealVendor } from './reveal-vendor.ts';
import { TreeProvider } from './tree-provider.ts';

export interface ViewSources {
  readonly libraries: Libraries;
  readonly board: StatusBoard;
  readonly date: StatusDate;
  readonly listing: ListingState;
}

/** The view, as far as others make use of it. */
export interface VendorsView extends Disposable {
  /** Selects a vendor's row. Resolves with false when a filter hides it. */
  reveal(folder: FolderRef, vendorId: string): Promise<boolean>;
  /** Undefined while no row is selected. */
  selectedRow(): TreeNode | undefined;
}

/** The *Vendors* view: who needs attention and why, on the day that is shown. */
export function vendorsView({ libraries, board, date, listing: state }: ViewSources): VendorsView {
  const owned = new Disposables();
  const provider = owned.add(
    new TreeProvider(() => {
      libraries.start();
      return vendorNodes(board.shown, state.listing);
    }),
  );
  const view = owned.add(
    vscode.window.createTreeView(VIEWS.vendors, { treeDataProvider: provider, showCollapseAll: true }),
  );
  const describe = (): void => {
    const day = dateInWords(date.shown);
    view.description = date.isOtherDay ? t('on {0}', day) : '';
    view.message = joined(
      date.isOtherDay ? t('Status on {0}', day) : null,
      filterMessage(board.shown, state.listing),
      progressInWords(libraries),
      ...libraries.problems,
    );
  };
  const show = (): void => {
    provider.refresh();
    view.badge = overdueBadge(board);
    describe();
  };
  owned.add(board.onDidChange(show));
  owned.add(state.onDidChange(show));
  owned.add(libraries.onDidProgress(describe));
  describe();
  return {
    reveal: (folder, vendorId) => revealVendor(view, provider, folder, vendorId),
    selectedRow: () => view.selection[0],
    dispose: () => {
      owned.dispose();
    },
  };
}

/** What the filter leaves of the vendors; empty when nothing is filtered. */
function filterMessage(folders: readonly FolderStatus[], { filter }: Listing): string {
  if (!isFiltering(filter)) return '';
  const vendors = folders.flatMap((folder) => folder.vendors);
  const shown = vendors.filter((vendor) => passes(vendor, filter)).length;
  return t('Filter: {0} ({1} of {2} vendors)', filterInWords(filter), shown, vendors.length);
}

function progressInWords({ progress }: Libraries): string {
  if (progress === undefined) return '';
  return progress.total === 0
    ? t('Looking for reports…')
    : progress.depth === 'facts'
      ? t('Reading reports: {0} of {1}', progress.done, progress.total)
      : t('Reading all pages: {0} of {1}', progress.done, progress.total);
}

/** Counts today's overdue vendors, whatever day is shown: the badge is there to be seen when the view isn't. */
function overdueBadge(board: StatusBoard): vscode.ViewBadge | undefined {
  const overdue = attentionCounts(board.today).overdue.vendors;
  if (overdue === 0) return undefined;
  return {
    value: overdue,
    tooltip: overdue === 1 ? t('1 vendor overdue for review') : t('{0} vendors overdue for review', overdue),
  };
}
