import { t } from '@vscode/l10n';
import type { DocumentReading, SectionKind } from '../../core/report/reading.ts';
import type { KnownAboutReport } from '../../webview/protocol.ts';

/** What sections are called that have no heading of their own. */
const sectionName = (kind: SectionKind): string =>
  ({
    cover: t('Cover'),
    contents: t('Table of contents'),
    'auditors-report': t('Service auditor’s report'),
    assertion: t('Management’s assertion'),
    description: t('Description of the system'),
    tests: t('Tests of controls and results'),
    'other-information': t('Other information'),
  })[kind];

/** What the index can tell the viewer: the recognised sections, and the printed numbers of pages with evidence. */
export function knownAboutReport(reading: DocumentReading): KnownAboutReport {
  const printedPages: (string | null)[] = Array.from({ length: reading.pages }, () => null);
  const { bridge } = reading;
  const facts = [
    ...[reading.type, reading.standard, reading.vendor, reading.system, reading.auditor, reading.reportDate],
    ...[reading.periodStart, reading.periodEnd, reading.asOfDate, reading.opinion, reading.opinionMatter],
    ...[reading.subserviceMethod, bridge?.from, bridge?.through, bridge?.reportPeriodEnd],
    ...[
      reading.vendorAliases,
      reading.categories,
      reading.subserviceOrganizations,
      reading.facilities,
    ].flat(),
  ];
  for (const fact of facts) {
    if (fact && fact.printedPage !== null && fact.page <= reading.pages) {
      printedPages[fact.page - 1] = fact.printedPage;
    }
  }
  return {
    printedPages,
    sections: reading.sections.map(({ kind, title, firstPage }) => ({
      title: title.trim() === '' ? sectionName(kind) : title,
      page: firstPage,
    })),
  };
}
