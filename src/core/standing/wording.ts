import type { CalendarDate } from '../calendar/calendar-date.ts';
import type { Duration } from '../calendar/duration.ts';
import type { Language } from '../language/language.ts';
import { reportInWords } from '../register/expected-report.ts';
import type { ReportLine } from './report-lines.ts';
import type { Verdict } from './standing.ts';

/** A verdict as a heading. */
export const VERDICT_WORDS: Readonly<Record<Verdict, string>> = {
  overdue: 'Overdue',
  attention: 'Needs attention',
  'due-soon': 'Due soon',
  current: 'Current',
  'not-required': 'Not required',
};

/** "1 day", "41 days". */
export const count = (number: number, one: string, many = `${one}s`): string =>
  `${number} ${number === 1 ? one : many}`;

/** "12 months", "90 days". */
export const durationIn = (language: Language, duration: Duration): string =>
  'months' in duration
    ? language.count(duration.months, '{0} month', '{0} months')
    : language.count(duration.days, '{0} day', '{0} days');

export const overdueIn = (language: Language, days: number): string =>
  language.count(days, 'review {0} day overdue', 'review {0} days overdue');

export const dueSoonIn = (language: Language, days: number): string =>
  days === 0
    ? language.say('review due today')
    : language.count(days, 'review due in {0} day', 'review due in {0} days');

export const reviewedIn = (language: Language, reviewed: CalendarDate, due: CalendarDate): string =>
  language.say('reviewed {0}, next review due {1}', language.date(reviewed), language.date(due));

const MAX_SYSTEM_LENGTH = 60;

/** What a line is called among others: only as much as tells them apart. */
export function lineName(line: ReportLine, among: readonly ReportLine[], language: Language): string {
  if (among.length < 2) return language.say('report');
  const kind = reportInWords(line.kind, null);
  const isOnlyOfKind = among.filter((other) => other.kind === line.kind).length === 1;
  if (isOnlyOfKind || line.system === null) return language.say('{0} report', kind);
  const system =
    line.system.length > MAX_SYSTEM_LENGTH ? `${line.system.slice(0, MAX_SYSTEM_LENGTH)}…` : line.system;
  return language.say('{0} report on {1}', kind, system);
}
