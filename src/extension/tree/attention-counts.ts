import type { Verdict } from '../../core/standing/standing.ts';
import type { FolderStatus } from './node.ts';
import { ownDocuments } from './own-document-nodes.ts';

/** How many vendors and documents of our own have a review that is overdue or due soon. */
export interface AttentionCounts {
  readonly overdue: { readonly vendors: number; readonly documents: number };
  readonly dueSoon: { readonly vendors: number; readonly documents: number };
}

export function attentionCounts(folders: readonly FolderStatus[]): AttentionCounts {
  const verdicts = folders.flatMap(({ vendors }) => vendors.map(({ standing }) => standing?.verdict));
  const ofDocuments = folders.flatMap((folder) =>
    ownDocuments(folder).map(({ standing }) => standing.verdict),
  );
  const count = (verdict: Verdict): AttentionCounts['overdue'] => ({
    vendors: verdicts.filter((one) => one === verdict).length,
    documents: ofDocuments.filter((one) => one === verdict).length,
  });
  return { overdue: count('overdue'), dueSoon: count('due-soon') };
}
