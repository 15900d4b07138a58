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

/** "a", "a and b", "a, b and c". */
export function list(items: readonly string[]): string {
  if (items.length < 2) return items.join('');
  return `${items.slice(0, -1).join(', ')} and ${items.at(-1) ?? ''}`;
}

/** The first letter made a capital, for what begins a sentence. */
export const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

const MAX_SYSTEM_LENGTH = 60;

/** What a line is called among others: only as much as tells them apart. */
export function lineName(line: ReportLine, among: readonly ReportLine[]): string {
  if (among.length < 2) return 'report';
  const kind = reportInWords(line.kind, null);
  const isOnlyOfKind = among.filter((other) => other.kind === line.kind).length === 1;
  if (isOnlyOfKind || line.system === null) return `${kind} report`;
  const system =
    line.system.length > MAX_SYSTEM_LENGTH ? `${line.system.slice(0, MAX_SYSTEM_LENGTH)}…` : line.system;
  return `${kind} report on ${system}`;
}
