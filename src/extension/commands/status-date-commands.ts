import { t } from '@vscode/l10n';
import * as vscode from 'vscode';
import { parseCalendarDate } from '../../core/calendar/calendar-date.ts';
import type { Libraries } from '../library/libraries.ts';
import type { StatusDate } from '../library/status-date.ts';
import type { Handlers } from './register-commands.ts';

/** Commands about the day whose state the views show. */
export const statusDateCommands = (
  libraries: Libraries,
  date: StatusDate,
): Pick<Handlers, 'showStatusOnDate' | 'backToToday'> => ({
  showStatusOnDate: async () => {
    const answer = await vscode.window.showInputBox({
      title: t('Show Status on Date'),
      prompt: t('The state of all vendors on that day, from what existed then.'),
      placeHolder: t('YYYY-MM-DD'),
      value: date.isOtherDay ? date.shown : lastYearsEnd(date),
      validateInput: (text) =>
        parseCalendarDate(text.trim()) === undefined
          ? t('Enter a day that exists as year-month-day, for example {0}.', lastYearsEnd(date))
          : undefined,
    });
    const day = answer === undefined ? undefined : parseCalendarDate(answer.trim());
    if (day === undefined) return;
    libraries.start();
    date.show(day);
  },
  backToToday: () => {
    date.backToToday();
  },
});

/** The day that auditors ask for most. */
const lastYearsEnd = ({ today }: StatusDate): string => `${Number(today.slice(0, 4)) - 1}-12-31`;
