import { addDays, dateInWords } from '../calendar/calendar-date.ts';
import { formatDuration } from '../calendar/duration.ts';
import { kindInWords, reportInWords } from '../register/expected-report.ts';
import type { Policy } from '../register/register.ts';
import type { LineState, ReportClockReading } from './report-clock.ts';
import type { MissingReport, ReportLine, VendorLines } from './report-lines.ts';
import type { Reason } from './standing.ts';
import { capital, lineName } from './wording.ts';

const pathsOf = ({ reports }: ReportLine): string[] => reports.map(({ document }) => document.path);

function missingReason({ service, expected, weaker }: MissingReport): Reason {
  const wanted = reportInWords(expected.kind, expected.type);
  const held = weaker?.reports[0];
  const text =
    held === undefined ? `no ${wanted} report` : `only a ${kindInWords(held.document.reading)}, no ${wanted}`;
  return {
    code: weaker === null ? 'report-missing' : 'report-weaker',
    verdict: 'attention',
    text,
    detail: `The register expects a ${wanted} report for ${service}.`,
    files: weaker === null ? [] : pathsOf(weaker),
  };
}

/** One line of reports in words. */
function lineReason(state: LineState, among: readonly ReportLine[], policy: Policy): Reason {
  const name = lineName(state.line, among);
  const { newest, dates } = state;
  const end = newest?.end ?? null;
  if (newest === null || end === null || dates === null) {
    const files = pathsOf(state.line);
    const detail = `No period was found in ${files.join(', ')}, so nobody can say how fresh it is.`;
    return {
      code: 'report-period-unknown',
      verdict: 'attention',
      text: `${name} of unknown period`,
      detail,
      files,
    };
  }
  const files = [newest.document.path];
  const since = `The newest one ends on ${dateInWords(end)}`;
  switch (state.state) {
    case 'stale': {
      const from = dateInWords(dates.staleFrom);
      const detail = `${since}, and none has followed it.`;
      return {
        code: 'report-stale',
        verdict: 'attention',
        text: `${name} stale since ${from}`,
        detail,
        files,
      };
    }
    case 'late': {
      const from = dateInWords(addDays(dates.renewalBy, 1));
      const detail = `${since}; the next one was expected by ${dateInWords(dates.renewalBy)}.`;
      return { code: 'report-late', verdict: 'attention', text: `${name} late since ${from}`, detail, files };
    }
    case 'renewal-expected': {
      const by = dateInWords(dates.renewalBy);
      const detail = `${since}; issuing the next one may take ${formatDuration(policy.renewalLag)}.`;
      const what = among.length < 2 ? 'renewal' : `${name}: renewal`;
      return {
        code: 'renewal-expected',
        verdict: 'current',
        text: `${what} expected by ${by}`,
        detail,
        files,
      };
    }
    case 'type-1-only': {
      const detail = `${since}. A Type 1 speaks of one day’s design; no period was tested.`;
      const what = among.length < 2 ? 'Type 1 only' : `${name}: Type 1 only`;
      return { code: 'type-1-only', verdict: 'current', text: what, detail, files };
    }
    case 'current':
    case 'none': {
      const until = dateInWords(dates.currentUntil);
      const detail = `${since}; a report is taken for current for ${formatDuration(policy.reportValidFor)}.`;
      return {
        code: 'report-current',
        verdict: 'current',
        text: `${name} current until ${until}`,
        detail,
        files,
      };
    }
  }
}

const OPINION_WORDS = {
  qualified: 'qualified opinion',
  adverse: 'adverse opinion',
  disclaimer: 'disclaimer of opinion',
} as const;

function opinionReasons(states: readonly LineState[]): Reason[] {
  return states.flatMap(({ newest }): Reason[] => {
    const opinion = newest?.document.reading.opinion ?? null;
    if (newest === null || opinion === null || opinion.value === 'unmodified') return [];
    const text = OPINION_WORDS[opinion.value];
    const detail = `${capital(text)} on page ${opinion.page}.`;
    return [{ code: 'opinion-modified', verdict: 'current', text, detail, files: [newest.document.path] }];
  });
}

/** A SOC 3 that stands alone is a summary for the public: neither tests nor user controls. */
function summaryReasons({ counted }: VendorLines): Reason[] {
  const [first] = counted;
  if (first === undefined || counted.some(({ kind }) => kind !== 'soc3')) return [];
  const detail = 'A SOC 3 is a summary for the public: it shows neither tests nor user controls.';
  return [{ code: 'soc3-only', verdict: 'current', text: 'SOC 3 only', detail, files: pathsOf(first) }];
}

/** The report clock in words. */
export function reportReasons(reading: ReportClockReading, lines: VendorLines, policy: Policy): Reason[] {
  const reasons = [
    ...lines.missing.map(missingReason),
    ...reading.lines.map((state) => lineReason(state, lines.counted, policy)),
    ...opinionReasons(reading.lines),
    ...summaryReasons(lines),
  ];
  if (reasons.length > 0) return reasons;
  const detail = 'There is no report of this vendor in the folder.';
  return [{ code: 'report-missing', verdict: 'attention', text: 'no report on file', detail, files: [] }];
}
