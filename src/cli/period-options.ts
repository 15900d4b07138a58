import { Option, type Command } from 'commander';
import type { CalendarDate } from '../core/calendar/calendar-date.ts';
import type { Period } from '../core/calendar/period.ts';
import type { Policy } from '../core/register/register.ts';
import { auditYearOf } from '../core/standing/audit-year.ts';
import { WrongUse } from './failures.ts';
import { readDate } from './options.ts';

export interface PeriodOptions {
  readonly from?: CalendarDate;
  readonly to?: CalendarDate;
}

/** Adds the options that say in which time reviews were to be done. */
export const addPeriodOptions = (command: Command): Command =>
  command
    .addOption(
      new Option('--from <date>', 'the first day of the period; our audit year unless given').argParser(
        readDate,
      ),
    )
    .addOption(new Option('--to <date>', 'the last day of the period').argParser(readDate));

/** The period that is asked for; without one, our audit year in which the day lies. */
export function periodOf({ from, to }: PeriodOptions, asOf: CalendarDate, policy: Policy): Period {
  const year = auditYearOf(asOf, policy);
  const period = { start: from ?? year.start, end: to ?? year.end };
  if (period.start > period.end) throw new WrongUse('The period ends before it starts: see --from and --to.');
  return period;
}
