import { t } from '@vscode/l10n';
import { reviewedDocument } from '../../core/standing/on-day.ts';
import type { Holdings } from '../../core/summary/holdings.ts';
import { detailNode } from './detail-node.ts';
import { documentNode, reviewNode, type BoundReview } from './document-nodes.ts';
import { groupBy } from './group-by.ts';
import { once, type Capability, type FolderStatus, type TreeNode, type VendorStatus } from './node.ts';
import { hasOpenPoints, openPoints } from './open-points.ts';
import { reportNodes } from './report-nodes.ts';
import { factNodes } from './vendor-facts.ts';
import { vendorSubject } from './vendor-subject.ts';
import type { VendorPlace } from './vendor-place.ts';
import { joined, verdictInWords, verdictLook } from './words.ts';

export interface VendorRow {
  readonly folder: FolderStatus;
  readonly vendor: VendorStatus;
  readonly holdings: () => Holdings;
  readonly parent: TreeNode | null;
  /** Where vendors of several folders stand in one tree, each says which folder it is of. */
  readonly saysFolder: boolean;
}

/** A vendor's row: why it stands where it stands; and below it all that is on file, made when it is opened. */
export function vendorNode({ folder, vendor, holdings, parent, saysFolder }: VendorRow): TreeNode {
  const { dossier, standing } = vendor;
  const verdict = standing?.verdict ?? null;
  const why = standing?.reasons.map((reason) => reason.text) ?? [];
  const from = saysFolder ? folder.folder.name : null;
  const subject = vendorSubject(folder, vendor);
  const node: TreeNode = {
    id: `vendor:${folder.folder.uri}:${dossier.id}`,
    parent,
    subject,
    row: {
      label: dossier.name,
      description: joined(from, ...why),
      ...verdictLook(verdict),
      spoken: [dossier.name, ...(from === null ? [] : [from]), verdictInWords(verdict), ...why].join(', '),
      capabilities: [...vendorCapabilities(vendor), 'openInRegister'],
      branch: hasRowsBelow(vendor) ? 'collapsed' : 'leaf',
    },
    children: once(() => childrenOf({ folder, vendor, picture: subject.picture, holdings, node })),
  };
  return node;
}

function hasRowsBelow(vendor: VendorStatus): boolean {
  const { registered, reports, bridgeLetters, unreadable, reviews } = vendor.dossier;
  const said = [registered?.services ?? [], registered?.facilities ?? []];
  return (
    hasOpenPoints(vendor) ||
    [reports, bridgeLetters, unreadable, reviews, ...said].some(({ length }) => length > 0)
  );
}

/** A vendor with a draft goes on with it; one with a report that nobody has reviewed can start. */
function vendorCapabilities({ dossier, standing }: VendorStatus): readonly Capability[] {
  const onFile: readonly Capability[] = dossier.reports.length > 0 ? ['openReport', 'reveal'] : [];
  if (standing === null) return onFile;
  const always: readonly Capability[] = [...onFile, 'recordPastReview', 'assignOwner', 'copyReasons'];
  if (standing.verdict === 'not-required') return always;
  const isDraft = dossier.reviews.some((review) => review.state === 'draft');
  const review: readonly Capability[] = isDraft
    ? ['openReview']
    : dossier.reports.length > 0
      ? ['startReview']
      : [];
  return [...always, ...review, 'setNextReview', 'requestReport'];
}

const UNBOUND = { document: null, isChanged: false };
/** Reviews that are about no file of the folder stand together where there are more than this. */
const MOST_LOOSE_REVIEWS = 3;

function childrenOf(parts: Omit<VendorPlace, 'reviewsOf'>): readonly TreeNode[] {
  const { folder, vendor, node } = parts;
  const { dossier } = vendor;
  const files = [...dossier.reports, ...dossier.bridgeLetters, ...dossier.unreadable];
  const reviews = dossier.reviews.map((review): BoundReview => {
    const { document, isChanged } = review.record === null ? UNBOUND : reviewedDocument(review.record, files);
    return { review, document, isChanged: isChanged && review.state === 'completed' };
  });
  const byDocument = groupBy(reviews, ({ document }) => document);
  const place: VendorPlace = { ...parts, reviewsOf: (document) => byDocument.get(document) ?? [] };
  return [
    ...openPoints(place),
    ...reportNodes(place),
    ...[...dossier.bridgeLetters, ...dossier.unreadable].map((document) =>
      documentNode({ folder, dossier, document, reviews: place.reviewsOf(document), parent: node }),
    ),
    ...looseReviews(place, byDocument.get(null) ?? []),
    ...factNodes(place),
  ];
}

function looseReviews({ folder, node }: VendorPlace, reviews: readonly BoundReview[]): readonly TreeNode[] {
  const below = (parent: TreeNode): TreeNode[] => reviews.map((review) => reviewNode(folder, review, parent));
  if (reviews.length <= MOST_LOOSE_REVIEWS) return below(node);
  return [
    detailNode(folder.folder, node, {
      key: 'reviews',
      label: t('Other reviews'),
      description: String(reviews.length),
      icon: 'history',
      children: below,
    }),
  ];
}
