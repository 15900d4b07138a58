import { t } from '@vscode/l10n';
import * as vscode from 'vscode';
import type { CalendarDate } from '../../core/calendar/calendar-date.ts';
import type { Period } from '../../core/calendar/period.ts';
import type { Policy } from '../../core/register/register.ts';
import { auditYearOf, previousAuditYear } from '../../core/standing/audit-year.ts';
import { dateInWords } from '../language.ts';
import { askDay } from './ask-day.ts';

interface PeriodItem extends vscode.QuickPickItem {
  readonly period: Period | null;
}

/** Asks in which time reviews were to be done: an audit year of ours, or any other; undefined when nobody answers. */
export async function askPeriod(
  title: string,
  today: CalendarDate,
  policy: Policy,
): Promise<Period | undefined> {
  const year = auditYearOf(today, policy);
  const item = (label: string, period: Period): PeriodItem => ({
    label,
    description: t('{0} to {1}', dateInWords(period.start), dateInWords(period.end)),
    period,
  });
  const picked = await vscode.window.showQuickPick<PeriodItem>(
    [
      item(t('Our audit year'), year),
      item(t('The audit year before'), previousAuditYear(year, policy)),
      { label: t('Another period…'), period: null },
    ],
    { title, placeHolder: t('In which period were the reviews to be done?'), ignoreFocusOut: true },
  );
  return picked?.period === null ? await askOther(title, year) : picked?.period;
}

async function askOther(title: string, year: Period): Promise<Period | undefined> {
  const start = await askDay({
    title,
    prompt: t('The first day of the period'),
    value: year.start,
    whyNot: () => undefined,
  });
  if (start === undefined) return undefined;
  const end = await askDay({
    title,
    prompt: t('The last day of the period'),
    value: year.end < start ? start : year.end,
    whyNot: (day) => (day < start ? t('The period starts on {0}.', dateInWords(start)) : undefined),
  });
  return end && { start, end };
}

/** Asks for the day whose state is shown: the period's last, as far as it has come. */
export const askAsOf = (
  title: string,
  { end }: Period,
  today: CalendarDate,
): Promise<CalendarDate | undefined> =>
  askDay({
    title,
    prompt: t('The day whose state is shown, from what existed then'),
    value: end < today ? end : today,
    whyNot: (day) => (day > today ? t('Nobody knows the state of a day to come.') : undefined),
  });
