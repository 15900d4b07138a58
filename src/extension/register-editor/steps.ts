import { t } from '@vscode/l10n';
import type { VendorDossier } from '../../core/library/snapshot.ts';
import type { ReasonCode, ReportClockState } from '../../core/standing/standing.ts';
import type { VendorStatus } from '../tree/node.ts';

/** What a person can do next about a vendor, from its line in the register or from a problem. */
export const STEPS = ['startReview', 'openReview', 'openReport', 'requestReport', 'showVendor'] as const;
export type Step = (typeof STEPS)[number];

export function stepInWords(step: Step): string {
  switch (step) {
    case 'startReview':
      return t('Start review');
    case 'openReview':
      return t('Open draft review');
    case 'openReport':
      return t('Open report');
    case 'requestReport':
      return t('Request the next report');
    case 'showVendor':
      return t('Show in Vendors view');
  }
}

const hasDraft = ({ reviews }: VendorDossier): boolean => reviews.some(({ state }) => state === 'draft');

/** The way to a completed review: on with the draft, or a new one where there is a report to review. */
function reviewSteps(dossier: VendorDossier): Step[] {
  if (hasDraft(dossier)) return ['openReview'];
  return dossier.reports.length > 0 ? ['startReview'] : [];
}

const reportSteps = ({ reports }: VendorDossier): Step[] => (reports.length > 0 ? ['openReport'] : []);

/** Reasons that a review settles. */
const WANT_A_REVIEW: ReadonlySet<ReasonCode> = new Set([
  'review-overdue',
  'review-due-soon',
  'never-reviewed',
  'new-report',
]);

/** Reasons that a report of the vendor settles. */
const WANT_A_REPORT: ReadonlySet<ReasonCode> = new Set([
  'report-missing',
  'report-weaker',
  'report-stale',
  'report-late',
]);

/** What leads out of a reason, the most helpful first. Only what can be done now. */
export const stepsFor = (code: ReasonCode, dossier: VendorDossier): readonly Step[] => [
  ...(WANT_A_REVIEW.has(code) ? reviewSteps(dossier) : []),
  ...(WANT_A_REPORT.has(code) ? (['requestReport'] as const) : []),
  ...reportSteps(dossier),
  'showVendor',
];

const NEEDS_A_REPORT: ReadonlySet<ReportClockState> = new Set(['late', 'stale', 'none']);

/** The one step that a vendor waits for; undefined when nothing is to be done, or nothing can be done from here. */
export function nextStep({ dossier, standing }: VendorStatus): Step | undefined {
  if (standing === null || standing.verdict === 'not-required') return undefined;
  switch (standing.review.state) {
    case 'overdue':
    case 'due-soon':
    case 'never-reviewed':
    case 'new-report':
    case 'in-progress':
      return reviewSteps(dossier)[0] ?? 'requestReport';
    case 'current':
    case 'not-required':
      if (standing.verdict !== 'attention') return undefined;
      return NEEDS_A_REPORT.has(standing.report.state) ? 'requestReport' : reportSteps(dossier)[0];
  }
}

/** Everything that can be done about a vendor from its line. */
export function stepsForVendor(vendor: VendorStatus): readonly Step[] {
  const next = nextStep(vendor);
  return [
    ...new Set([
      ...(next === undefined ? [] : [next]),
      ...reportSteps(vendor.dossier),
      'showVendor' as const,
    ]),
  ];
}
