import { t } from '@vscode/l10n';
import * as vscode from 'vscode';
import { parseCalendarDate, type CalendarDate } from '../../core/calendar/calendar-date.ts';

export interface DayQuestion {
  readonly title: string;
  readonly prompt: string;
  readonly value: CalendarDate;
  /** Why a day that exists is none for this; undefined when it is. */
  readonly whyNot: (day: CalendarDate) => string | undefined;
}

/** Asks for a day; undefined when nobody answers. */
export async function askDay({
  title,
  prompt,
  value,
  whyNot,
}: DayQuestion): Promise<CalendarDate | undefined> {
  const answer = await vscode.window.showInputBox({
    title,
    prompt,
    value,
    placeHolder: t('YYYY-MM-DD'),
    ignoreFocusOut: true,
    validateInput: (text) => {
      const day = parseCalendarDate(text.trim());
      return day === undefined
        ? t('Enter a day that exists as year-month-day, for example {0}.', value)
        : whyNot(day);
    },
  });
  return answer === undefined ? undefined : parseCalendarDate(answer.trim());
}
