import { t } from '@vscode/l10n';
import type { CalendarDate } from '../../core/calendar/calendar-date.ts';
import type { IdentityHint } from '../../core/library/identity-hints.ts';
import { decidedInWords } from '../../core/library/decided-in-words.ts';
import type { LibraryDocument, VendorDossier } from '../../core/library/snapshot.ts';
import type { Fact } from '../../core/report/fact.ts';
import type { ReviewFile } from '../../core/review/review.ts';
import { durationIn } from '../../core/standing/wording.ts';
import { dateInWords, readersLanguage, retold } from '../language.ts';
import type { OwnDocumentStatus, Tooltip, TreeNode, VendorStatus } from './node.ts';
import { auditYears } from './vendor-facts.ts';
import type { VendorPicture } from './vendor-picture.ts';
import { conclusionInWords, documentTitle, periodInWords, verdictInWords } from './words.ts';

type SameVendorHint = Extract<IdentityHint, { kind: 'same-vendor' }>;

/** What a row has to say beyond its one line; undefined when that is all. */
export function tooltipOf({ subject }: TreeNode): Tooltip | undefined {
  switch (subject.is) {
    case 'vendor':
      return vendorTooltip(subject.vendor, subject.picture());
    case 'own-document':
      return ownDocumentTooltip(subject.own);
    case 'detail':
      return subject.tooltip ?? undefined;
    case 'document':
      return documentTooltip(subject.document, subject.dossier);
    case 'same-vendor':
      return sameVendorTooltip(subject.hint);
    case 'review':
      return reviewTooltip(subject.review);
    case 'group':
    case 'files':
      return undefined;
  }
}

const facts = (entries: readonly (readonly [label: string, value: string | null | undefined])[]) =>
  entries.flatMap(([label, value]) =>
    value === null || value === undefined || value === '' ? [] : [{ label, value }],
  );

const inWords = (date: CalendarDate | null): string | null => (date === null ? null : dateInWords(date));

function vendorTooltip({ dossier, standing }: VendorStatus, picture: VendorPicture): Tooltip {
  const { registered } = dossier;
  return {
    heading: `${dossier.name}: ${verdictInWords(standing?.verdict ?? null)}`,
    points: standing?.reasons.map((reason) => reason.detail) ?? [],
    facts: facts([
      [t('Last review'), inWords(standing?.review.lastReviewed ?? null)],
      [t('Review due'), inWords(standing?.review.due ?? null)],
      [t('Tier'), registered?.tier],
      [t('Role'), registered?.role],
      [t('Serves'), registered?.serves],
      [t('Owner'), registered?.owner],
      [t('Contact'), registered?.contact],
      [t('Vendor since'), inWords(registered?.since ?? null)],
      [t('Services'), registered?.services.map((service) => service.name).join(', ')],
      [t('Facilities'), registered?.facilities.join(', ')],
      [t('Register'), registered === null ? t('not in the register; named by its reports') : null],
      ...auditYears(picture).map(({ label, words }) => [t('Audit year {0}', label), words] as const),
    ]),
  };
}

function ownDocumentTooltip({ document, standing }: OwnDocumentStatus): Tooltip {
  return {
    heading: `${document.name}: ${verdictInWords(standing.verdict)}`,
    points: standing.reasons.map((reason) => reason.detail),
    facts: facts([
      [t('Last review'), inWords(standing.review.lastReviewed)],
      [t('Review due'), inWords(standing.review.due)],
      [t('Reviewed every'), durationIn(readersLanguage, document.reviewEvery)],
      [t('Owner'), document.owner],
      [t('File'), document.path],
    ]),
  };
}

/** A value with the PDF page that it was read from. */
function cited<T>(fact: Fact<T> | null, words: (value: T) => string): string | null {
  if (fact === null) return null;
  return fact.certainty === 'certain'
    ? t('{0} (page {1})', words(fact.value), fact.page)
    : t('{0} (page {1}, uncertain)', words(fact.value), fact.page);
}

const asPrinted = (value: string): string => value;

function documentTooltip(document: LibraryDocument, dossier: VendorDossier | null): Tooltip {
  const { path, reading } = document;
  const title = documentTitle(reading);
  const absent = (field: keyof typeof reading.absences): string =>
    retold(reading.absences[field] ?? '') || t('not printed');
  const isLetterOrReport = reading.kind !== 'not-soc' && reading.kind !== 'unreadable';
  return {
    heading: dossier === null ? title : `${dossier.name}: ${title}`,
    points: [...(reading.reason === null ? [] : [reading.reason]), ...reading.warnings].map(retold),
    facts: facts([
      ...(isLetterOrReport
        ? ([
            [t('Service organization'), cited(reading.vendor, asPrinted) ?? absent('vendor')],
            [t('System'), cited(reading.system, asPrinted)],
            [t('Period'), periodInWords(reading)],
            [t('Report date'), cited(reading.reportDate, dateInWords) ?? absent('reportDate')],
          ] as const)
        : []),
      ...(isLetterOrReport && reading.kind !== 'bridge-letter'
        ? ([
            [t('Service auditor'), cited(reading.auditor, asPrinted) ?? absent('auditor')],
            [t('Opinion'), cited(reading.opinion, asPrinted) ?? absent('opinion')],
            [t('Categories'), reading.categories.map((category) => category.value).join(', ')],
          ] as const)
        : []),
      [t('Decided by people'), decidedInWords(readersLanguage, document)],
      [t('Pages'), reading.pages > 0 ? String(reading.pages) : null],
      [t('File'), path],
    ]),
  };
}

function sameVendorTooltip({ unregistered, registered }: SameVendorHint): Tooltip {
  return {
    heading: t('Is {0} the same as {1}?', unregistered.name, registered.name),
    points: [
      t('If so, its name becomes one more name of {0} in the register.', registered.name),
      t('If not, that is remembered in the register, and you are not asked again.'),
    ],
    facts: facts([[t('Known names'), registered.registered?.aliases.join(', ')]]),
  };
}

function reviewTooltip({ path, state, record, problems }: ReviewFile): Tooltip {
  const headings = {
    completed: t('Completed review'),
    draft: t('Draft review'),
    invalid: t('Invalid review'),
  };
  return {
    heading: headings[state],
    points: problems.map((problem) => t('Line {0}: {1}', problem.line, retold(problem.message))),
    facts: facts([
      [t('Report'), record?.report],
      [t('Reviewer'), record?.reviewer],
      [t('Reviewed'), inWords(record?.reviewed ?? null)],
      [t('Approver'), record?.approver],
      [t('Conclusion'), record?.conclusion ? conclusionInWords(record.conclusion) : null],
      [t('Next review'), inWords(record?.nextReview ?? null)],
      [t('File'), path],
    ]),
  };
}
