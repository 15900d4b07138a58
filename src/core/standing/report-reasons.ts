import { addDays } from '../calendar/calendar-date.ts';
import type { Language } from '../language/language.ts';
import { kindInWords, reportInWords } from '../register/expected-report.ts';
import type { Policy } from '../register/register.ts';
import type { Opinion } from '../report/reading.ts';
import type { LineState, ReportClockReading } from './report-clock.ts';
import type { MissingReport, ReportLine, VendorLines } from './report-lines.ts';
import type { Reason, ReasonCode, Verdict } from './standing.ts';
import { durationIn, lineName } from './wording.ts';

const pathsOf = ({ reports }: ReportLine): string[] => reports.map(({ document }) => document.path);

function missingReason({ service, expected, weaker }: MissingReport, language: Language): Reason {
  const wanted = reportInWords(expected.kind, expected.type);
  const held = weaker?.reports[0];
  const text =
    held === undefined
      ? language.say('no {0} report', wanted)
      : language.say('only a {0}, no {1}', kindInWords(held.document.reading), wanted);
  return {
    code: weaker === null ? 'report-missing' : 'report-weaker',
    verdict: 'attention',
    text,
    detail: language.say('The register expects a {0} report for {1}.', wanted, service),
    files: weaker === null ? [] : pathsOf(weaker),
  };
}

/** One line of reports in words. */
function lineReason(
  state: LineState,
  among: readonly ReportLine[],
  policy: Policy,
  language: Language,
): Reason {
  const { newest, dates } = state;
  const name = lineName(state.line, among, language);
  const end = newest?.end ?? null;
  const make = (
    code: ReasonCode,
    verdict: Verdict,
    text: string,
    detail: string,
    files: readonly string[],
  ): Reason => ({
    code,
    verdict,
    text,
    detail,
    files,
  });
  if (newest === null || end === null || dates === null) {
    const files = pathsOf(state.line);
    const text = language.say('{0} of unknown period', name);
    const detail = language.say(
      'No period was found in {0}, so nobody can say how fresh it is.',
      files.join(', '),
    );
    return make('report-period-unknown', 'attention', text, detail, files);
  }
  const files = [newest.document.path];
  const ends = language.date(end);
  /** What is said of the only line needs no name; among several each is named. */
  const named = (text: string): string => (among.length < 2 ? text : language.say('{0}: {1}', name, text));
  switch (state.state) {
    case 'stale': {
      const text = language.say('{0} stale since {1}', name, language.date(dates.staleFrom));
      const detail = language.say('The newest one ends on {0}, and none has followed it.', ends);
      return make('report-stale', 'attention', text, detail, files);
    }
    case 'late': {
      const text = language.say('{0} late since {1}', name, language.date(addDays(dates.renewalBy, 1)));
      const by = language.date(dates.renewalBy);
      const detail = language.say('The newest one ends on {0}; the next one was expected by {1}.', ends, by);
      return make('report-late', 'attention', text, detail, files);
    }
    case 'renewal-expected': {
      const text = named(language.say('renewal expected by {0}', language.date(dates.renewalBy)));
      const lag = durationIn(language, policy.renewalLag);
      const detail = language.say(
        'The newest one ends on {0}; issuing the next one may take {1}.',
        ends,
        lag,
      );
      return make('renewal-expected', 'current', text, detail, files);
    }
    case 'type-1-only': {
      const detail = language.say(
        'The newest one ends on {0}. A Type 1 speaks of one day’s design; no period was tested.',
        ends,
      );
      return make('type-1-only', 'current', named(language.say('Type 1 only')), detail, files);
    }
    case 'current':
    case 'none': {
      const text = language.say('{0} current until {1}', name, language.date(dates.currentUntil));
      const validFor = durationIn(language, policy.reportValidFor);
      const detail = language.say(
        'The newest one ends on {0}; a report is taken for current for {1}.',
        ends,
        validFor,
      );
      return make('report-current', 'current', text, detail, files);
    }
  }
}

/** A modified opinion, as a row says it and as a sentence. */
function opinionWords(
  opinion: Exclude<Opinion, 'unmodified'>,
  page: number,
  language: Language,
): readonly [text: string, detail: string] {
  switch (opinion) {
    case 'qualified':
      return [language.say('qualified opinion'), language.say('Qualified opinion on page {0}.', page)];
    case 'adverse':
      return [language.say('adverse opinion'), language.say('Adverse opinion on page {0}.', page)];
    case 'disclaimer':
      return [
        language.say('disclaimer of opinion'),
        language.say('Disclaimer of opinion on page {0}.', page),
      ];
  }
}

function opinionReasons(states: readonly LineState[], language: Language): Reason[] {
  return states.flatMap(({ newest }): Reason[] => {
    const opinion = newest?.document.reading.opinion ?? null;
    if (newest === null || opinion === null || opinion.value === 'unmodified') return [];
    const [text, detail] = opinionWords(opinion.value, opinion.page, language);
    return [{ code: 'opinion-modified', verdict: 'current', text, detail, files: [newest.document.path] }];
  });
}

/** A SOC 3 that stands alone is a summary for the public: neither tests nor user controls. */
function summaryReasons({ counted }: VendorLines, language: Language): Reason[] {
  const [first] = counted;
  if (first === undefined || counted.some(({ kind }) => kind !== 'soc3')) return [];
  const detail = language.say(
    'A SOC 3 is a summary for the public: it shows neither tests nor user controls.',
  );
  return [
    {
      code: 'soc3-only',
      verdict: 'current',
      text: language.say('SOC 3 only'),
      detail,
      files: pathsOf(first),
    },
  ];
}

/** The report clock in words. */
export function reportReasons(
  reading: ReportClockReading,
  lines: VendorLines,
  policy: Policy,
  language: Language,
): Reason[] {
  const reasons = [
    ...lines.missing.map((missing) => missingReason(missing, language)),
    ...reading.lines.map((state) => lineReason(state, lines.counted, policy, language)),
    ...opinionReasons(reading.lines, language),
    ...summaryReasons(lines, language),
  ];
  if (reasons.length > 0) return reasons;
  const detail = language.say('There is no report of this vendor in the folder.');
  return [
    {
      code: 'report-missing',
      verdict: 'attention',
      text: language.say('no report on file'),
      detail,
      files: [],
    },
  ];
}
