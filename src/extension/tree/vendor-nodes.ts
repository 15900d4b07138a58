import { t } from '@vscode/l10n';
import { reviewedDocument } from '../../core/standing/on-day.ts';
import { worstStandingFirst } from '../../core/standing/portfolio.ts';
import { VERDICTS, type Verdict } from '../../core/standing/standing.ts';
import { documentNode, reviewNode, type BoundReview } from './document-nodes.ts';
import { groupBy } from './group-by.ts';
import {
  once,
  type Capability,
  type FolderStatus,
  type Row,
  type TreeNode,
  type VendorStatus,
} from './node.ts';
import { joined, verdictInWords } from './words.ts';

/** What needs a person stands open; the rest is one click away. */
const OPEN_FROM_THE_START: ReadonlySet<Verdict> = new Set(['overdue', 'attention', 'due-soon']);

interface PlacedVendor {
  readonly folder: FolderStatus;
  readonly vendor: VendorStatus;
}

/**
 * The *Vendors* tree: verdict → vendor → reports, bridge letters and files that can't be read, each with its
 * reviews. The vendors of several workspace folders stand in the same groups, and then say where they are from.
 */
export function vendorNodes(folders: readonly FolderStatus[]): readonly TreeNode[] {
  const placed = folders.flatMap((folder) => folder.vendors.map((vendor) => ({ folder, vendor })));
  const byVerdict = groupBy(placed.sort(worstFirst), ({ vendor }) => vendor.standing?.verdict ?? null);
  return [null, ...VERDICTS].flatMap((verdict) => {
    const members = byVerdict.get(verdict);
    return members === undefined ? [] : [verdictNode(verdict, members, folders.length > 1)];
  });
}

/** Vendors without a verdict keep the order of their names, so that nothing jumps while files are being read. */
function worstFirst({ vendor: a }: PlacedVendor, { vendor: b }: PlacedVendor): number {
  if (a.standing === null || b.standing === null) return 0;
  return worstStandingFirst(
    { dossier: a.dossier, standing: a.standing },
    { dossier: b.dossier, standing: b.standing },
  );
}

function verdictNode(
  verdict: Verdict | null,
  members: readonly PlacedVendor[],
  severalFolders: boolean,
): TreeNode {
  const label = verdictInWords(verdict);
  const count = String(members.length);
  const group: TreeNode = {
    id: `verdict:${verdict ?? 'unknown'}`,
    parent: null,
    subject: { is: 'verdict', verdict },
    row: {
      label,
      description: count,
      icon: null,
      tone: 'plain',
      spoken: members.length === 1 ? t('{0}, 1 vendor', label) : t('{0}, {1} vendors', label, count),
      capabilities: [],
      branch: verdict === null || OPEN_FROM_THE_START.has(verdict) ? 'expanded' : 'collapsed',
    },
    children: once(() => members.map((member) => vendorNode(member, group, severalFolders))),
  };
  return group;
}

function vendorNode({ folder, vendor }: PlacedVendor, parent: TreeNode, severalFolders: boolean): TreeNode {
  const { dossier, standing } = vendor;
  const verdict = standing?.verdict ?? null;
  const why = standing?.reasons.map((reason) => reason.text) ?? [];
  const hasChildren =
    dossier.reports.length +
      dossier.bridgeLetters.length +
      dossier.unreadable.length +
      dossier.reviews.length >
    0;
  const node: TreeNode = {
    id: `vendor:${folder.folder.uri}:${dossier.id}`,
    parent,
    subject: { is: 'vendor', folder: folder.folder, vendor },
    row: {
      label: dossier.name,
      description: joined(...why, severalFolders ? folder.folder.name : null),
      ...verdictLook(verdict),
      spoken: [dossier.name, verdictInWords(verdict), ...why].join(', '),
      capabilities: [...vendorCapabilities(vendor), 'openInRegister'],
      branch: hasChildren ? 'collapsed' : 'leaf',
    },
    children: once(() => dossierNodes(folder, vendor, node)),
  };
  return node;
}

/** A vendor with a draft goes on with it; one with a report that nobody has reviewed can start. */
function vendorCapabilities({ dossier, standing }: VendorStatus): readonly Capability[] {
  const capabilities: Capability[] = [];
  if (dossier.reports.length > 0) capabilities.push('openReport');
  if (standing === null || standing.verdict === 'not-required') return capabilities;
  if (dossier.reviews.some((review) => review.state === 'draft')) capabilities.push('openReview');
  else if (dossier.reports.length > 0) capabilities.push('startReview');
  return capabilities;
}

function dossierNodes(
  folder: FolderStatus,
  { dossier }: VendorStatus,
  parent: TreeNode,
): readonly TreeNode[] {
  const documents = [...dossier.reports, ...dossier.bridgeLetters, ...dossier.unreadable];
  const reviews = dossier.reviews.map((review): BoundReview => {
    const { document, isChanged } =
      review.record === null ? UNBOUND : reviewedDocument(review.record, documents);
    return { review, document, isChanged: isChanged && review.state === 'completed' };
  });
  const byDocument = groupBy(reviews, ({ document }) => document);
  return [
    ...documents.map((document) =>
      documentNode({ folder, dossier, document, reviews: byDocument.get(document) ?? [], parent }),
    ),
    ...(byDocument.get(null) ?? []).map((review) => reviewNode(folder, review, parent)),
  ];
}

const UNBOUND = { document: null, isChanged: false };

/** Icon and tone of a verdict: never colour alone, the group's name says it too. */
function verdictLook(verdict: Verdict | null): Pick<Row, 'icon' | 'tone'> {
  switch (verdict) {
    case 'overdue':
      return { icon: 'error', tone: 'error' };
    case 'attention':
      return { icon: 'warning', tone: 'warning' };
    case 'due-soon':
      return { icon: 'clock', tone: 'info' };
    case 'current':
      return { icon: 'pass', tone: 'good' };
    case 'not-required':
      return { icon: 'circle-slash', tone: 'muted' };
    case null:
      return { icon: 'circle-large-outline', tone: 'muted' };
  }
}
