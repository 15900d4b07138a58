import type { Language } from '../language/language.ts';
import { byPath } from '../library/order.ts';
import type { LibraryDocument } from '../library/snapshot.ts';
import type { Policy } from '../register/register.ts';
import type { Bridge, CoverageClockReading, LineCoverage } from './coverage-clock.ts';
import type { UnexaminedFacility } from './facilities.ts';
import type { ReportLine } from './report-lines.ts';
import type { CoverageHole, Reason } from './standing.ts';
import { durationIn, lineName } from './wording.ts';

function holeReasons(
  coverage: LineCoverage,
  counting: readonly CoverageHole[],
  among: readonly ReportLine[],
  language: Language,
): Reason[] {
  const holes = coverage.holes.filter((hole) =>
    counting.some(({ from, to }) => from === hole.from && to === hole.to),
  );
  if (holes.length === 0) return [];
  const days = holes.reduce((sum, hole) => sum + hole.days, 0);
  const uncovered =
    holes.length === 1
      ? language.count(days, '{0} day uncovered', '{0} days uncovered')
      : language.say('{0} days uncovered in {1} stretches', days, holes.length);
  const each = holes.map(({ from, to }) =>
    from === to ? language.date(from) : language.say('{0} to {1}', language.date(from), language.date(to)),
  );
  return [
    {
      code: 'time-uncovered',
      verdict: 'attention',
      text:
        among.length < 2
          ? uncovered
          : language.say('{0}: {1}', lineName(coverage.line, among, language), uncovered),
      detail: language.say('Neither a report nor a bridge letter speaks about {0}.', language.list(each)),
      files: [...new Set(holes.flatMap(({ files }) => files))],
    },
  ];
}

function bridgeReason({ letter, isTooLong }: Bridge, policy: Policy, language: Language): Reason {
  const files = [letter.document.path];
  const through = language.date(letter.through);
  if (isTooLong) {
    const limit = durationIn(language, policy.bridgeLimit);
    return {
      code: 'bridge-too-long',
      verdict: 'attention',
      text: language.say('bridge letter longer than {0}', limit),
      detail: language.say('It runs to {0}; a letter is management’s word, good for {1}.', through, limit),
      files,
    };
  }
  const detail = language.say(
    'Management’s word for {0} to {1}; it makes no report current.',
    language.date(letter.from),
    through,
  );
  return {
    code: 'bridged',
    verdict: 'current',
    text: language.say('bridged until {0}', through),
    detail,
    files,
  };
}

/** The coverage clock in words. A letter that bridges the reports of several lines is said once. */
export function coverageReasons(
  { clock, lines, bridges }: CoverageClockReading,
  among: readonly ReportLine[],
  policy: Policy,
  language: Language,
): Reason[] {
  const byLetter = new Map(bridges.map((bridge) => [bridge.letter.document.path, bridge]));
  return [
    ...lines.flatMap((line) => holeReasons(line, clock.holes, among, language)),
    ...[...byLetter.values()].map((bridge) => bridgeReason(bridge, policy, language)),
  ];
}

/** The facilities that we use and no report examines, in words. */
export function facilityReasons(unexamined: readonly UnexaminedFacility[], language: Language): Reason[] {
  if (unexamined.length === 0) return [];
  const excluded = unexamined.filter(({ isExcluded }) => isExcluded).map(({ facility }) => facility);
  return [
    {
      code: 'facility-not-examined',
      verdict: 'attention',
      text: language.say('{0} not examined', language.list(unexamined.map(({ facility }) => facility))),
      detail:
        excluded.length === 0
          ? language.say('We use it, and the report names other facilities.')
          : language.say(
              'We use it, and the report names other facilities. The report itself leaves out {0}.',
              language.list(excluded),
            ),
      files: [...new Set(unexamined.flatMap(({ files }) => files))],
    },
  ];
}

/** The files that can't be read, in words. */
export function unreadableReasons(files: readonly LibraryDocument[], language: Language): Reason[] {
  if (files.length === 0) return [];
  const unreadable = [...files].sort(byPath);
  return [
    {
      code: 'file-unreadable',
      verdict: 'attention',
      text: language.count(unreadable.length, '{0} file can’t be read', '{0} files can’t be read'),
      detail: unreadable
        .map(({ path, reading }) =>
          language.say('{0}: {1}', path, language.retell(reading.reason ?? 'no reason known')),
        )
        .join(' '),
      files: unreadable.map(({ path }) => path),
    },
  ];
}
