import { dateInWords } from '../calendar/calendar-date.ts';
import { formatDuration } from '../calendar/duration.ts';
import { byPath } from '../library/order.ts';
import type { LibraryDocument } from '../library/snapshot.ts';
import type { Policy } from '../register/register.ts';
import type { Bridge, CoverageClockReading, LineCoverage } from './coverage-clock.ts';
import type { UnexaminedFacility } from './facilities.ts';
import type { ReportLine } from './report-lines.ts';
import type { CoverageHole, Reason } from './standing.ts';
import { count, lineName, list } from './wording.ts';

function holeReasons(
  coverage: LineCoverage,
  counting: readonly CoverageHole[],
  among: readonly ReportLine[],
): Reason[] {
  const holes = coverage.holes.filter((hole) =>
    counting.some(({ from, to }) => from === hole.from && to === hole.to),
  );
  if (holes.length === 0) return [];
  const days = holes.reduce((sum, hole) => sum + hole.days, 0);
  const prefix = among.length < 2 ? '' : `${lineName(coverage.line, among)}: `;
  const stretches = holes.length === 1 ? '' : ` in ${holes.length} stretches`;
  const each = holes.map(({ from, to }) =>
    from === to ? dateInWords(from) : `${dateInWords(from)} to ${dateInWords(to)}`,
  );
  return [
    {
      code: 'time-uncovered',
      verdict: 'attention',
      text: `${prefix}${count(days, 'day')} uncovered${stretches}`,
      detail: `Neither a report nor a bridge letter speaks about ${list(each)}.`,
      files: [...new Set(holes.flatMap(({ files }) => files))],
    },
  ];
}

function bridgeReason({ letter, isTooLong }: Bridge, policy: Policy): Reason {
  const files = [letter.document.path];
  if (isTooLong) {
    const limit = formatDuration(policy.bridgeLimit);
    const detail = `It runs to ${dateInWords(letter.through)}; a letter is management’s word, good for ${limit}.`;
    return {
      code: 'bridge-too-long',
      verdict: 'attention',
      text: `bridge letter longer than ${limit}`,
      detail,
      files,
    };
  }
  const detail = `Management’s word for ${dateInWords(letter.from)} to ${dateInWords(letter.through)}; it makes no report current.`;
  return {
    code: 'bridged',
    verdict: 'current',
    text: `bridged until ${dateInWords(letter.through)}`,
    detail,
    files,
  };
}

/** The coverage clock in words. A letter that bridges the reports of several lines is said once. */
export function coverageReasons(
  { clock, lines, bridges }: CoverageClockReading,
  among: readonly ReportLine[],
  policy: Policy,
): Reason[] {
  const byLetter = new Map(bridges.map((bridge) => [bridge.letter.document.path, bridge]));
  return [
    ...lines.flatMap((line) => holeReasons(line, clock.holes, among)),
    ...[...byLetter.values()].map((bridge) => bridgeReason(bridge, policy)),
  ];
}

/** The facilities that we use and no report examines, in words. */
export function facilityReasons(unexamined: readonly UnexaminedFacility[]): Reason[] {
  if (unexamined.length === 0) return [];
  const excluded = unexamined.filter(({ isExcluded }) => isExcluded).map(({ facility }) => facility);
  const says = excluded.length === 0 ? '' : ` The report itself leaves out ${list(excluded)}.`;
  return [
    {
      code: 'facility-not-examined',
      verdict: 'attention',
      text: `${list(unexamined.map(({ facility }) => facility))} not examined`,
      detail: `We use it, and the report names other facilities.${says}`,
      files: [...new Set(unexamined.flatMap(({ files }) => files))],
    },
  ];
}

/** The files that can't be read, in words. */
export function unreadableReasons(files: readonly LibraryDocument[]): Reason[] {
  if (files.length === 0) return [];
  const unreadable = [...files].sort(byPath);
  return [
    {
      code: 'file-unreadable',
      verdict: 'attention',
      text: `${count(unreadable.length, 'file')} can’t be read`,
      detail: unreadable
        .map(({ path, reading }) => `${path}: ${reading.reason ?? 'no reason known'}`)
        .join(' '),
      files: unreadable.map(({ path }) => path),
    },
  ];
}
