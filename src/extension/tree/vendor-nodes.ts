import { t } from '@vscode/l10n';
import type { Verdict } from '../../core/standing/standing.ts';
import { holdingsOf, type Holdings } from '../../core/summary/holdings.ts';
import { arrange, type VendorGroup } from './arrangement.ts';
import { groupInWords } from './arrangement-words.ts';
import { documentPasses, passes } from './filter.ts';
import { groupNode } from './group-node.ts';
import { DEFAULT_LISTING, type Listing } from './listing.ts';
import { once, type FolderStatus, type TreeNode } from './node.ts';
import { ownDocuments, ownDocumentsGroup } from './own-document-nodes.ts';
import { vendorNode } from './vendor-node.ts';
import { joined } from './words.ts';

/** What needs a person stands open; the rest is one click away. */
const CLOSED_FROM_THE_START: ReadonlySet<Verdict | null> = new Set<Verdict>(['current', 'not-required']);

/**
 * The *Vendors* tree: groups → vendors → what is on file about each; and our own documents as a last group. The
 * vendors of several workspace folders stand in the same groups, and then say where they are from.
 */
export function vendorNodes(
  folders: readonly FolderStatus[],
  listing: Listing = DEFAULT_LISTING,
): readonly TreeNode[] {
  const { filter } = listing;
  const saysFolder = hasSeveralFolders(folders);
  const holdings = new Map(
    folders.map((folder) => [folder, once(() => holdingsOf(folder.snapshot, folder.asOf))]),
  );
  const rows: Rows = {
    saysFolder,
    holdingsIn: (folder) => holdings.get(folder)?.() ?? holdingsOf(folder.snapshot, folder.asOf),
    showsOverdue: listing.grouping !== 'verdict',
  };
  const vendors = folders.flatMap((folder) =>
    folder.vendors.filter((vendor) => passes(vendor, filter)).map((vendor) => ({ folder, vendor })),
  );
  const documents = folders.flatMap((folder) =>
    ownDocuments(folder)
      .filter((own) => documentPasses(own, filter))
      .map((own) => ({ folder, own })),
  );
  return [
    ...arrange(vendors, listing).flatMap((group) => nodesOf(group, rows)),
    ...ownDocumentsGroup(documents, saysFolder),
  ];
}

/** True when it takes the folder's name to tell whose vendor or document a row is about. */
const hasSeveralFolders = (folders: readonly FolderStatus[]): boolean =>
  folders.filter(({ vendors, snapshot }) => vendors.length + snapshot.register.documents.length > 0).length >
  1;

interface Rows {
  readonly saysFolder: boolean;
  readonly holdingsIn: (folder: FolderStatus) => Holdings;
  /** Where groups are not verdicts, each says how many of its vendors are overdue. */
  readonly showsOverdue: boolean;
}

function nodesOf({ key, members }: VendorGroup, rows: Rows): readonly TreeNode[] {
  const below = (parent: TreeNode | null): TreeNode[] =>
    members.map(({ folder, vendor }) =>
      vendorNode({
        folder,
        vendor,
        holdings: () => rows.holdingsIn(folder),
        parent,
        saysFolder: rows.saysFolder,
      }),
    );
  if (key === null) return below(null);
  const label = groupInWords(key);
  const count = String(members.length);
  const overdue = members.filter(({ vendor }) => vendor.standing?.verdict === 'overdue').length;
  const warning = rows.showsOverdue && overdue > 0 ? t('{0} overdue', overdue) : null;
  const spoken = members.length === 1 ? t('{0}, 1 vendor', label) : t('{0}, {1} vendors', label, count);
  return [
    groupNode({
      id: `${key.by}:${key.value ?? 'unknown'}`,
      label,
      description: joined(count, warning),
      spoken: warning === null ? spoken : `${spoken}, ${warning}`,
      startsOpen: key.by !== 'verdict' || !CLOSED_FROM_THE_START.has(key.value),
      children: below,
    }),
  ];
}
