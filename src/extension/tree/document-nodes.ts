import { t } from '@vscode/l10n';
import type { LibraryDocument, VendorDossier } from '../../core/library/snapshot.ts';
import { isReport, type DocumentReading } from '../../core/report/reading.ts';
import type { ReviewFile } from '../../core/review/review.ts';
import { dateInWords, retold } from '../language.ts';
import { NO_CHILDREN, once, type Capability, type FolderStatus, type Row, type TreeNode } from './node.ts';
import { conclusionInWords, documentTitle, fileName, joined, periodInWords } from './words.ts';

/** A review, and the file that it is about. */
export interface BoundReview {
  readonly review: ReviewFile;
  /** Null for a review of a file that isn't in the folder any more, or of none. */
  readonly document: LibraryDocument | null;
  /** The PDF isn't the one that was signed for. */
  readonly isChanged: boolean;
}

/** A report below a row that names its kind is told from the others by its period. */
export type ReportTitle = 'kind' | 'kind-and-system' | 'period';

interface PlacedDocument {
  readonly folder: FolderStatus;
  /** Null for a file that belongs to no vendor. */
  readonly dossier: VendorDossier | null;
  readonly document: LibraryDocument;
  readonly reviews: readonly BoundReview[];
  readonly parent: TreeNode;
  /** For a further row of a file that stands elsewhere with its reviews below it. */
  readonly id?: string;
  /** What a report's row is headed by; its kind when left out. */
  readonly title?: ReportTitle;
}

/** A PDF: a report or letter by its kind and period, anything else by its name and why it stands there. */
export function documentNode(placed: PlacedDocument): TreeNode {
  const { folder, dossier, document, reviews, parent, id } = placed;
  const node: TreeNode = {
    id: id ?? `file:${folder.folder.uri}:${document.path}`,
    parent,
    subject: { is: 'document', folder: folder.folder, document, dossier },
    row: documentRow(placed),
    children:
      id === undefined ? once(() => reviews.map((review) => reviewNode(folder, review, node))) : NO_CHILDREN,
  };
  return node;
}

function documentRow({ document, dossier, reviews, id, title = 'kind' }: PlacedDocument): Row {
  const { reading } = document;
  const branch = reviews.length > 0 && id === undefined ? 'collapsed' : 'leaf';
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
      capabilities: ['openReport', 'reveal'],
      branch,
    };
  }
  const kind = documentTitle(reading);
  const period = periodInWords(reading);
  const [label, other] = title === 'period' ? [period, kind] : [kind, period];
  const system = title === 'kind-and-system' ? reading.system?.value : null;
  const progress = isReport(reading) && dossier !== null ? reviewProgress(reviews) : null;
  const owner = dossier === null ? (reading.vendor?.value ?? fileName(document)) : null;
  const description = joined(owner, system, other, progress);
  return {
    label,
    description,
    icon: reading.kind === 'bridge-letter' ? 'mail' : 'file-pdf',
    tone: 'plain',
    spoken: `${label}, ${description}`,
    capabilities: documentCapabilities(reading, dossier, reviews),
    branch,
  };
}

function documentCapabilities(
  reading: DocumentReading,
  dossier: VendorDossier | null,
  reviews: readonly BoundReview[],
): readonly Capability[] {
  if (!isReport(reading) || dossier === null) return ['openReport', 'reveal'];
  const review: readonly Capability[] = reviews.length === 0 ? ['writeReviewSummary'] : [];
  return ['openReport', ...review, 'recordPastReview', 'reveal'];
}

function reviewProgress(reviews: readonly BoundReview[]): string {
  const completed = reviews.find(({ review }) => review.state === 'completed');
  const reviewed = completed?.review.record?.reviewed;
  if (completed?.isChanged === true) return t('changed since it was reviewed');
  if (reviewed !== undefined && reviewed !== null) return t('reviewed {0}', dateInWords(reviewed));
  return reviews.length > 0 ? t('review in progress') : t('not reviewed');
}

/** One review record: who decided what and when, or how far it is. */
export function reviewNode(
  folder: FolderStatus,
  bound: BoundReview,
  parent: TreeNode,
  /** For a review that stands in a view more than once. */
  id = `review:${folder.folder.uri}:${bound.review.path}`,
): TreeNode {
  const { review } = bound;
  return {
    id,
    parent,
    subject: { is: 'review', folder: folder.folder, review },
    row: reviewRow(bound),
    children: NO_CHILDREN,
  };
}

function reviewRow({ review, isChanged }: BoundReview): Row {
  const { state, record, problems, isEdited = false } = review;
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
        joined(
          isChanged ? t('the PDF has changed since') : null,
          isEdited ? t('edited after completion') : null,
          conclusion,
          record?.reviewer,
        ),
        isChanged || isEdited
          ? {
              icon: 'unverified',
              tone: 'warning',
              capabilities: [
                'openReview',
                ...(isEdited ? (['completeReview'] as const) : []),
                'setNextReview',
                'reveal',
              ],
            }
          : { icon: 'verified', tone: 'good', capabilities: ['openReview', 'setNextReview', 'reveal'] },
      );
    case 'draft':
      return row(t('Draft review'), joined(record?.reviewer, conclusion), {
        icon: 'edit',
        tone: 'info',
        capabilities: ['openReview', 'completeReview', 'reveal'],
      });
    case 'invalid':
      return row(t('Invalid review'), retold(problems[0]?.message ?? ''), {
        icon: 'error',
        tone: 'error',
        capabilities: ['openReview', 'reveal'],
      });
  }
}
