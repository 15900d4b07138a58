import { t } from '@vscode/l10n';
import type { LibraryDocument } from '../../core/library/snapshot.ts';
import { kindInWords } from '../../core/register/expected-report.ts';
import type { DocumentReading } from '../../core/report/reading.ts';
import type { Conclusion } from '../../core/review/review.ts';
import type { Verdict } from '../../core/standing/standing.ts';
import { dateInWords } from '../language.ts';
import type { Row } from './node.ts';

/** The name of a group of vendors; null stands for those about which nothing can be said yet. */
export function verdictInWords(verdict: Verdict | null): string {
  switch (verdict) {
    case 'overdue':
      return t('Overdue');
    case 'attention':
      return t('Needs attention');
    case 'due-soon':
      return t('Due soon');
    case 'current':
      return t('Current');
    case 'not-required':
      return t('Not required');
    case null:
      return t('Not everything is read yet');
  }
}

/** The stretch of time that a document speaks about, or that it prints none. */
export function periodInWords(reading: DocumentReading): string {
  if (reading.kind === 'bridge-letter') {
    return stretchInWords(reading.bridge?.from?.value ?? null, reading.bridge?.through?.value ?? null);
  }
  if (reading.asOfDate !== null && reading.periodEnd === null) {
    return t('as of {0}', dateInWords(reading.asOfDate.value));
  }
  return stretchInWords(reading.periodStart?.value ?? null, reading.periodEnd?.value ?? null);
}

function stretchInWords(
  start: Parameters<typeof dateInWords>[0] | null,
  end: Parameters<typeof dateInWords>[0] | null,
): string {
  if (start !== null && end !== null) return `${dateInWords(start)} – ${dateInWords(end)}`;
  if (end !== null) return t('until {0}', dateInWords(end));
  if (start !== null) return t('from {0}', dateInWords(start));
  return t('period not printed');
}

/** The last part of a document's path. */
export const fileName = (document: Pick<LibraryDocument, 'path'>): string =>
  document.path.slice(document.path.lastIndexOf('/') + 1);

/** Parts that are there, joined as the rows join them. */
export const joined = (...parts: readonly (string | null | undefined)[]): string =>
  parts.filter((part) => part !== null && part !== undefined && part !== '').join(' · ');

/** What a document is, as a heading: "SOC 2 Type 2", "Bridge letter". */
export function documentTitle(reading: DocumentReading): string {
  switch (reading.kind) {
    case 'bridge-letter':
      return t('Bridge letter');
    case 'not-soc':
      return t('Not a SOC report');
    case 'unreadable':
      return t('Can’t be read');
    case 'soc1':
    case 'soc2':
    case 'soc3':
      return kindInWords(reading);
  }
}

/** What a reviewer concluded, as the row of a review says it. */
export function conclusionInWords(conclusion: Conclusion): string {
  switch (conclusion) {
    case 'acceptable':
      return t('acceptable');
    case 'acceptable with exceptions':
      return t('acceptable with exceptions');
    case 'not acceptable':
      return t('not acceptable');
  }
}

/** The words for a number of things: `one` for a single one, else `many`. */
export const counted = (count: number, one: string, many: string): string => (count === 1 ? one : many);

/** The first letter made a capital, for what begins a row or a sentence. */
export const capital = (text: string): string => text.charAt(0).toLocaleUpperCase() + text.slice(1);

/** A text on one line, cut behind a word where it is longer than a row can show. */
export function shortened(text: string, most: number): string {
  const line = text.replace(/\s+/gu, ' ').trim();
  return line.length <= most ? line : `${line.slice(0, most).replace(/\s+\S*$/u, '')}…`;
}

/** Icon and tone of a verdict: never colour alone, the words beside it say it too. */
export function verdictLook(verdict: Verdict | null): Pick<Row, 'icon' | 'tone'> {
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
