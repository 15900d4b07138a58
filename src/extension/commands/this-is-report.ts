import { t } from '@vscode/l10n';
import * as vscode from 'vscode';
import { parseCalendarDate, type CalendarDate } from '../../core/calendar/calendar-date.ts';
import type { LibraryDocument, LibrarySnapshot } from '../../core/library/snapshot.ts';
import { CORRECTED_KINDS, type CorrectedKind } from '../../core/register/correction.ts';
import type { CorrectionChange, NewDecision } from '../../core/register/edit-corrections.ts';
import type { DocumentReading } from '../../core/report/reading.ts';
import { fileName } from '../tree/words.ts';
import { pickOrType } from './pick-or-type.ts';

type Facts = NonNullable<CorrectionChange['facts']>;

/**
 * Asks what a file is that was taken for no SOC report, or that can't be read: which kind, and of what isn't read
 * whose it is and which time it covers. Undefined when nobody answers; an answer left empty stays unknown.
 */
export async function askWhatItIs(
  snapshot: LibrarySnapshot,
  document: LibraryDocument,
  today: CalendarDate,
): Promise<CorrectionChange | undefined> {
  const title = t('{0} Is a SOC Report', fileName(document));
  const kinds = CORRECTED_KINDS.filter((kind) => kind !== 'ignored');
  const as = await vscode.window.showQuickPick([...kinds], {
    title,
    placeHolder: t('What kind of report is it?'),
    ignoreFocusOut: true,
  });
  const kind = kinds.find((one) => one === as);
  if (kind === undefined) return undefined;
  const { reading } = document;
  const vendor = reading.vendor === null ? await askVendor(title, snapshot) : '';
  if (vendor === undefined) return undefined;
  const time = await askTime(title, kind, reading, today);
  if (time === undefined) return undefined;
  return { as: kind, facts: { ...(vendor === '' ? {} : { vendor: corrected(vendor) }), ...time } };
}

const corrected = <T>(value: T): NewDecision<T> => ({ is: 'corrected', value });

async function askVendor(title: string, { dossiers }: LibrarySnapshot): Promise<string | undefined> {
  const unknown = { label: t('Unknown for now'), value: '', description: '' };
  return await pickOrType({
    title,
    placeholder: t('Whose report is it? Choose a vendor, or type a name'),
    suggestions: [...dossiers.map(({ name }) => ({ label: name, value: name })), unknown],
    typed: (text) => t('New vendor: {0}', text),
  });
}

/** The fields for the time that a kind of document covers: from, to, or the one day of a Type 1. */
function timeFields(kind: CorrectedKind): readonly [start: keyof Facts | null, end: keyof Facts] {
  if (kind === 'bridge letter') return ['bridgeFrom', 'bridgeThrough'];
  return kind.endsWith('Type 1') ? [null, 'asOfDate'] : ['periodStart', 'periodEnd'];
}

const isRead = (kind: CorrectedKind, { asOfDate, periodEnd, bridge }: DocumentReading): boolean =>
  (kind === 'bridge letter' ? (bridge?.through ?? null) : (periodEnd ?? asOfDate)) !== null;

async function askTime(
  title: string,
  kind: CorrectedKind,
  reading: DocumentReading,
  today: CalendarDate,
): Promise<Facts | undefined> {
  if (isRead(kind, reading)) return {};
  const [start, end] = timeFields(kind);
  const year = Number(today.slice(0, 4)) - 1;
  const example = start === null ? `${year}-12-31` : `${year}-01-01/${year}-12-31`;
  const answer = await vscode.window.showInputBox({
    title,
    prompt:
      start === null
        ? t('The day that it speaks about, for example {0}. Leave it empty when you don’t know.', example)
        : t(
            'First and last day that it covers, for example {0}. Leave it empty when you don’t know.',
            example,
          ),
    placeHolder: example,
    ignoreFocusOut: true,
    validateInput: (text) =>
      text.trim() === '' || datesIn(text, start === null ? 1 : 2) !== undefined
        ? undefined
        : t('Write it as year-month-day, for example {0}.', example),
  });
  if (answer === undefined) return undefined;
  const dates = datesIn(answer, start === null ? 1 : 2);
  if (dates === undefined) return {};
  const last = dates.at(-1);
  const facts: Partial<Record<keyof Facts, NewDecision<CalendarDate>>> = {};
  if (start !== null && dates[0] !== undefined) facts[start] = corrected(dates[0]);
  if (last !== undefined) facts[end] = corrected(last);
  return facts as Facts;
}

/** So many dates with a slash between them, in order; undefined for anything else. */
function datesIn(text: string, count: number): readonly CalendarDate[] | undefined {
  const dates = text
    .split('/')
    .map((part) => parseCalendarDate(part.trim()))
    .filter((date) => date !== undefined);
  const isInOrder = dates.every((date, index) => index === 0 || (dates[index - 1] ?? date) <= date);
  return dates.length === count && text.split('/').length === count && isInOrder ? dates : undefined;
}
