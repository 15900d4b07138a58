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

/** What the index can tell the viewer: the recognised sections, and the numbers printed on the pages. */
export function knownAboutReport(reading: DocumentReading): KnownAboutReport {
  return {
    printedPages: reading.printedPages,
    sections: reading.sections.map(({ kind, title, firstPage }) => ({
      title: title.trim() === '' ? sectionName(kind) : title,
      page: firstPage,
    })),
  };
}
