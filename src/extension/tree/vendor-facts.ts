import { t } from '@vscode/l10n';
import { compareDates } from '../../core/calendar/calendar-date.ts';
import { lengthInDays } from '../../core/calendar/period.ts';
import type { LibraryDocument } from '../../core/library/snapshot.ts';
import { parseExpectedReport, reportInWords } from '../../core/register/expected-report.ts';
import type { VendorService } from '../../core/register/register.ts';
import { foldName } from '../../core/register/vendor-name.ts';
import type { SubserviceOrganization } from '../../core/report/reading.ts';
import { facilityMentions } from '../../core/standing/facilities.ts';
import { dateInWords } from '../language.ts';
import { detailNode, type Detail } from './detail-node.ts';
import type { TreeNode } from './node.ts';
import type { VendorPlace } from './vendor-place.ts';
import type { VendorPicture } from './vendor-picture.ts';
import { counted, joined } from './words.ts';

/** What the register and the newest reports say around a vendor: services, facilities, subservice organizations. */
export const factNodes = (place: VendorPlace): readonly TreeNode[] => [
  ...section(place, 'services', t('Services'), 'briefcase', serviceDetails(place)),
  ...section(place, 'facilities', t('Our facilities'), 'location', facilityDetails(place)),
  ...section(place, 'subservice', t('Subservice organizations'), 'organization', subserviceDetails(place)),
  ...section(place, 'years', t('Audit years'), 'calendar', auditYearDetails(place)),
];

interface Details {
  readonly details: readonly Detail[];
  /** What is to be seen from outside. */
  readonly summary: string;
}

function section(
  { folder, node }: VendorPlace,
  key: string,
  label: string,
  icon: string,
  { details, summary }: Details,
): TreeNode[] {
  if (details.length === 0) return [];
  const children = (parent: TreeNode): TreeNode[] =>
    details.map((detail) => detailNode(folder.folder, parent, detail));
  return [detailNode(folder.folder, node, { key, label, description: summary, icon, children })];
}

function serviceDetails({ vendor, picture }: VendorPlace): Details {
  const { missing } = picture().lines;
  const lacks = (service: string, wanted: string): boolean =>
    missing.some(
      (one) => one.service === service && reportInWords(one.expected.kind, one.expected.type) === wanted,
    );
  const isDue = vendor.standing?.verdict !== 'not-required';
  const details = (vendor.dossier.registered?.services ?? []).map(
    ({ name, expects }: VendorService, index): Detail => {
      const wanted = expects.flatMap((text) => {
        const expected = parseExpectedReport(text);
        return expected === undefined ? [] : [reportInWords(expected.kind, expected.type)];
      });
      const lacking = wanted.filter((report) => isDue && lacks(name, report));
      return {
        key: String(index),
        label: name,
        description:
          wanted.length === 0
            ? t('no report expected')
            : joined(
                ...wanted.map((report) =>
                  lacking.includes(report) ? t('{0} missing', report) : t('{0} on file', report),
                ),
              ),
        icon: lacking.length > 0 ? 'warning' : 'pass',
        tone: lacking.length > 0 ? 'warning' : wanted.length === 0 ? 'muted' : 'good',
      };
    },
  );
  const lacking = details.filter(({ tone }) => tone === 'warning').length;
  return {
    details,
    summary: joined(String(details.length), lacking === 0 ? null : t('{0} with a report missing', lacking)),
  };
}

function facilityDetails({ vendor, picture }: VendorPlace): Details {
  const { latest } = picture();
  const printing = latest.filter(({ reading }) => reading.facilities.length > 0);
  const details = (vendor.dossier.registered?.facilities ?? []).map((facility): Detail => {
    const found = printing.flatMap((document) =>
      facilityMentions(document.reading.facilities, facility).map((mention) => ({ document, mention })),
    );
    const examined = found.find(({ mention }) => mention.inScope);
    const shown = examined ?? found[0];
    return {
      key: facility,
      label: facility,
      description: facilityInWords(printing, examined !== undefined, found.length > 0),
      icon: printing.length === 0 ? 'question' : examined === undefined ? 'warning' : 'pass',
      tone: printing.length === 0 ? 'muted' : examined === undefined ? 'warning' : 'good',
      ...(shown === undefined
        ? {}
        : {
            passage: {
              path: shown.document.path,
              page: shown.mention.page,
              quote: shown.mention.quote,
            },
          }),
    };
  });
  const open = details.filter(({ tone }) => tone === 'warning').length;
  return {
    details,
    summary: joined(String(details.length), open === 0 ? null : t('{0} not examined', open)),
  };
}

function facilityInWords(
  printing: readonly LibraryDocument[],
  isExamined: boolean,
  isMentioned: boolean,
): string {
  if (isExamined) return t('examined');
  if (printing.length === 0) return t('the current report names no facilities');
  return isMentioned ? t('not examined: the report leaves it out') : t('not examined: not in the report');
}

function subserviceDetails({ picture, holdings }: VendorPlace): Details {
  const { latest } = picture();
  const byName = new Map<string, { document: LibraryDocument; printed: SubserviceOrganization }>();
  for (const document of latest) {
    for (const printed of document.reading.subserviceOrganizations) {
      const name = foldName(printed.value);
      if (!byName.has(name)) byName.set(name, { document, printed });
    }
  }
  const details = [...byName].map(([name, { document, printed }]): Detail => {
    const holding = holdings()(printed.value);
    const isHeld = holding?.report !== null && holding !== null;
    return {
      key: name,
      label: printed.value,
      description: joined(
        isHeld ? t('we hold their report') : holding === null ? null : t('our vendor, no report on file'),
        printed.service,
      ),
      icon: isHeld ? 'verified' : 'organization',
      tone: isHeld ? 'good' : 'plain',
      passage: { path: document.path, page: printed.page, quote: printed.quote },
    };
  });
  const held = details.filter(({ icon }) => icon === 'verified').length;
  return {
    details,
    summary: joined(
      String(details.length),
      ...new Set(latest.map(({ reading }) => reading.subserviceMethod?.value)),
      held === 0 ? null : t('we hold {0} of their reports', held),
    ),
  };
}

const AUDIT_YEAR_ICONS = { good: 'pass', plain: 'circle-outline', warning: 'warning' } as const;

function auditYearDetails({ picture }: VendorPlace): Details {
  const details = auditYears(picture()).map(({ label, words, tone }, index): Detail => ({
    key: String(index),
    label,
    description: words,
    icon: AUDIT_YEAR_ICONS[tone],
    tone,
  }));
  return { details, summary: '' };
}

/** The audit years of every line that counts, in words: the running one first. */
export function auditYears({ auditYears: yearsOf }: VendorPicture): readonly {
  readonly label: string;
  readonly words: string;
  readonly tone: keyof typeof AUDIT_YEAR_ICONS;
}[] {
  const years = [...yearsOf()].sort((a, b) => compareDates(b.year.start, a.year.start));
  const lines = new Set(years.map(({ line }) => line)).size;
  return years.map(({ line, year, tested, bridged, uncovered, isTooLittle }) => ({
    label: joined(`${dateInWords(year.start)} – ${dateInWords(year.end)}`, lines < 2 ? null : line),
    words: joined(
      t('{0} of {1} days tested', tested, lengthInDays(year)),
      bridged === 0 ? null : t('{0} bridged', bridged),
      counted(uncovered, t('1 uncovered'), t('{0} uncovered', uncovered)),
      isTooLittle ? t('less than six months tested') : null,
    ),
    tone: isTooLittle ? 'warning' : uncovered === 0 ? 'good' : 'plain',
  }));
}
