import { t } from '@vscode/l10n';
import type { VendorDossier } from '../../core/library/snapshot.ts';
import type { ReviewFile } from '../../core/review/review.ts';
import { dateInWords, retold } from '../language.ts';
import type { FolderStatus, Tone, VendorStatus } from '../tree/node.ts';
import { vendorPicture } from '../tree/vendor-picture.ts';

/** What is to be seen at a file's name: one or two characters, why, and how bad that is. */
export interface FileMark {
  readonly badge: string;
  readonly tooltip: string;
  readonly tone: Tone;
}

/** The marks of a folder's files on the day. Each is worked out when somebody asks for it. */
export function fileMarks(folder: FolderStatus): (path: string) => FileMark | undefined {
  const vendorByReport = new Map<string, VendorStatus>();
  for (const vendor of folder.vendors) {
    for (const { path } of vendor.dossier.reports) vendorByReport.set(path, vendor);
  }
  const reviews = new Map(folder.snapshot.reviews.map((review) => [review.path, review]));
  return (path) => {
    const review = reviews.get(path);
    if (review !== undefined) return reviewMark(review);
    const vendor = vendorByReport.get(path);
    return vendor && reportMark(folder, vendor, path);
  };
}

function reviewMark({ state, problems }: ReviewFile): FileMark | undefined {
  switch (state) {
    case 'draft':
      return { badge: 'D', tooltip: t('Review in progress, not signed yet'), tone: 'info' };
    case 'invalid': {
      const error = problems.find(({ severity }) => severity === 'error');
      // A read-me in the review folder is no review, and no fault.
      return (
        error && {
          badge: '!',
          tooltip: t('Doesn’t count as a review: {0}', retold(error.message)),
          tone: 'error',
        }
      );
    }
    case 'completed':
      return undefined;
  }
}

function reportMark(
  folder: FolderStatus,
  { dossier, standing }: VendorStatus,
  path: string,
): FileMark | undefined {
  if (standing === null) return undefined;
  const { onDay, latest, unreviewed } = vendorPicture(dossier, folder.snapshot.register.policy, folder.asOf);
  const is = (document: { readonly path: string } | null): boolean => document?.path === path;
  const review = onDay.reviews.find(({ document }) => is(document));
  if (standing.verdict === 'overdue' && latest.some(is)) {
    return { badge: '!', tooltip: overdueInWords(dossier, standing.reasons[0]?.text ?? ''), tone: 'error' };
  }
  if (review?.isChanged === true) {
    return { badge: 'C', tooltip: t('Changed since it was reviewed'), tone: 'warning' };
  }
  if (review !== undefined) {
    const reviewed = dateInWords(review.record.reviewed);
    const tooltip = t('Reviewed on {0} by {1}', reviewed, review.record.reviewer ?? '');
    return { badge: '✓', tooltip, tone: 'good' };
  }
  if (standing.verdict !== 'not-required' && unreviewed.some(is)) {
    return { badge: 'N', tooltip: t('New report of {0} to review', dossier.name), tone: 'warning' };
  }
  return undefined;
}

const overdueInWords = ({ name }: VendorDossier, why: string): string => t('{0}: {1}', name, why);
