import { t } from '@vscode/l10n';
import type { LibraryDocument, VendorDossier } from '../../core/library/snapshot.ts';
import { isReport } from '../../core/report/reading.ts';
import type { ReviewFile } from '../../core/review/review.ts';
import { dateInWords, retold } from '../language.ts';
import { NO_CHILDREN, once, type FolderStatus, type Row, type TreeNode } from './node.ts';
import { conclusionInWords, documentTitle, fileName, joined, periodInWords } from './words.ts';

/** A review, and the file that it is about. */
export interface BoundReview {
  readonly review: ReviewFile;
  /** Null for a review of a file that isn't in the folder any more, or of none. */
  readonly document: LibraryDocument | null;
  /** The PDF isn't the one that was signed for. */
  readonly isChanged: boolean;
}

interface PlacedDocument {
  readonly folder: FolderStatus;
  /** Null for a file that belongs to no vendor. */
  readonly dossier: VendorDossier | null;
  readonly document: LibraryDocument;
  readonly reviews: readonly BoundReview[];
  readonly parent: TreeNode;
}

/** A PDF: a report or letter by its kind and period, anything else by its name and why it stands there. */
export function documentNode({ folder, dossier, document, reviews, parent }: PlacedDocument): TreeNode {
  const node: TreeNode = {
    id: `file:${folder.folder.uri}:${document.path}`,
    parent,
    subject: { is: 'document', folder: folder.folder, document, dossier },
    row: documentRow(document, dossier, reviews),
    children: once(() => reviews.map((review) => reviewNode(folder, review, node))),
  };
  return node;
}

function documentRow(
  document: LibraryDocument,
  dossier: VendorDossier | null,
  reviews: readonly BoundReview[],
): Row {
  const { reading } = document;
  const branch = reviews.length > 0 ? 'collapsed' : 'leaf';
  if (reading.kind === 'not-soc' || reading.kind === 'unreadable') {
    const label = fileName(document);
    const reason = retold(reading.reason ?? '');
    const unreadable = reading.kind === 'unreadable';
    return {
      label,
      description: reason,
      icon: unreadable ? 'warning' : 'file',
      tone: unreadable ? 'warning' : 'plain',
      spoken: [label, unreadable ? t('can’t be read') : t('not a SOC report'), reason].join(', '),
      capabilities: ['openReport'],
      branch,
    };
  }
  const label = documentTitle(reading);
  const progress = isReport(reading) && dossier !== null ? reviewProgress(reviews) : null;
  const owner = dossier === null ? (reading.vendor?.value ?? fileName(document)) : null;
  const description = joined(owner, periodInWords(reading), progress);
  return {
    label,
    description,
    icon: reading.kind === 'bridge-letter' ? 'mail' : 'file-pdf',
    tone: 'plain',
    spoken: `${label}, ${description}`,
    capabilities:
      isReport(reading) && dossier !== null && reviews.length === 0
        ? ['openReport', 'writeReviewSummary']
        : ['openReport'],
    branch,
  };
}

function reviewProgress(reviews: readonly BoundReview[]): string {
  const completed = reviews.find(({ review }) => review.state === 'completed');
  const reviewed = completed?.review.record?.reviewed;
  if (completed?.isChanged === true) return t('changed since it was reviewed');
  if (reviewed !== undefined && reviewed !== null) return t('reviewed {0}', dateInWords(reviewed));
  return reviews.length > 0 ? t('review in progress') : t('not reviewed');
}

/** One review record: who decided what and when, or how far it is. */
export function reviewNode(folder: FolderStatus, bound: BoundReview, parent: TreeNode): TreeNode {
  const { review } = bound;
  return {
    id: `review:${folder.folder.uri}:${review.path}`,
    parent,
    subject: { is: 'review', folder: folder.folder, review },
    row: reviewRow(bound),
    children: NO_CHILDREN,
  };
}

function reviewRow({ review: { state, record, problems }, isChanged }: BoundReview): Row {
  const row = (
    label: string,
    description: string,
    look: Pick<Row, 'icon' | 'tone' | 'capabilities'>,
  ): Row => ({
    label,
    description,
    ...look,
    spoken: joined(label, description),
    branch: 'leaf',
  });
  const conclusion = record?.conclusion ? conclusionInWords(record.conclusion) : null;
  switch (state) {
    case 'completed':
      return row(
        t('Review of {0}', record?.reviewed ? dateInWords(record.reviewed) : ''),
        joined(isChanged ? t('the PDF has changed since') : null, conclusion, record?.reviewer),
        isChanged
          ? { icon: 'unverified', tone: 'warning', capabilities: ['openReview'] }
          : { icon: 'verified', tone: 'good', capabilities: ['openReview'] },
      );
    case 'draft':
      return row(t('Draft review'), joined(record?.reviewer, conclusion), {
        icon: 'edit',
        tone: 'info',
        capabilities: ['openReview', 'completeReview'],
      });
    case 'invalid':
      return row(t('Invalid review'), retold(problems[0]?.message ?? ''), {
        icon: 'error',
        tone: 'error',
        capabilities: ['openReview'],
      });
  }
}
