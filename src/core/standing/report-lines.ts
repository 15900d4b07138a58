import { parseExpectedReport, type ExpectedReport, type ReportKind } from '../register/expected-report.ts';
import type { RegisteredVendor } from '../register/register.ts';
import { foldedWords } from '../register/vendor-name.ts';
import type { DatedReport } from './on-day.ts';

/**
 * The reports of one kind on one service, year after year. SOC 1 and SOC 2, and different services, are lines of
 * their own: a report on one says nothing about the other.
 */
export interface ReportLine {
  readonly kind: ReportKind;
  /** As the newest report that names one prints it; null when none does. */
  readonly system: string | null;
  /** Newest first; never empty. */
  readonly reports: readonly DatedReport[];
}

/** A report that the register expects and that no line answers, or only a weaker one. */
export interface MissingReport {
  readonly service: string;
  readonly expected: ExpectedReport;
  /** What is on file instead: a Type 1 for a Type 2, a SOC 3 for a SOC 2. */
  readonly weaker: ReportLine | null;
}

export interface VendorLines {
  /** The lines that the clocks look at. */
  readonly counted: readonly ReportLine[];
  /** On file, and not what decides: a SOC 3 beside a SOC 2, a line that the register doesn't expect. */
  readonly others: readonly ReportLine[];
  readonly missing: readonly MissingReport[];
}

/** Words that stand in the name of nearly every system and tell none from another. */
const COMMON_WORDS = new Set(['system', 'systems', 'service', 'services', 'the', 'and', 'of', 'for', 'its']);

/** From this share of common words on, two names mean one system whose name was edited. */
const SAME_SYSTEM = 0.6;

const tellingWords = (text: string): ReadonlySet<string> =>
  new Set(foldedWords(text).filter((word) => !COMMON_WORDS.has(word)));

/** How many words two texts share, as a part of the words of the shorter one: 0 to 1. */
function sharedWords(a: ReadonlySet<string>, b: ReadonlySet<string>): number {
  const smaller = Math.min(a.size, b.size);
  if (smaller === 0) return a.size === b.size ? 1 : 0;
  return [...a].filter((word) => b.has(word)).length / smaller;
}

interface Series {
  readonly system: string | null;
  readonly words: ReadonlySet<string>;
  readonly reports: DatedReport[];
}

/** Two reports for the same days are about different systems, however alike these are called. */
const coversSameTime = (series: Series, report: DatedReport): boolean =>
  series.reports.some(({ end, type }) => end !== null && end === report.end && type === report.type);

function seriesOf(reports: readonly DatedReport[]): Series[] {
  const series: Series[] = [];
  for (const report of reports.filter(({ system }) => system !== null)) {
    const words = tellingWords(report.system ?? '');
    const same = series.find(
      (one) =>
        sharedWords(one.words, words) >= SAME_SYSTEM &&
        (!coversSameTime(one, report) || one.system === report.system),
    );
    if (same === undefined) series.push({ system: report.system, words, reports: [report] });
    else same.reports.push(report);
  }
  return series;
}

function linesOfKind(kind: ReportKind, reports: readonly DatedReport[]): ReportLine[] {
  const series = seriesOf(reports);
  const unnamed = reports.filter(({ system }) => system === null);
  const [only] = series;
  // A report that doesn't name its system belongs to the one system that the others name, if they name only one.
  if (series.length === 1 && only !== undefined) return [{ kind, system: only.system, reports }];
  const named = series.map(({ system, reports: ofSeries }) => ({ kind, system, reports: ofSeries }));
  return unnamed.length === 0 ? named : [...named, { kind, system: null, reports: unnamed }];
}

/** Sorts a vendor's reports, newest first, into lines. */
export function reportLines(reports: readonly DatedReport[]): ReportLine[] {
  return (['soc1', 'soc2', 'soc3'] as const).flatMap((kind) => {
    const ofKind = reports.filter((report) => report.kind === kind);
    return ofKind.length === 0 ? [] : linesOfKind(kind, ofKind);
  });
}

/** Of several lines those whose system the service's name speaks of; all of them when it speaks of none. */
function linesForService(service: string, lines: readonly ReportLine[]): readonly ReportLine[] {
  if (lines.length < 2) return lines;
  const words = tellingWords(service);
  const scores = lines.map(({ system }) => sharedWords(words, tellingWords(system ?? '')));
  const best = Math.max(...scores);
  return best === 0 ? lines : lines.filter((_, index) => scores[index] === best);
}

const hasType2 = (line: ReportLine): boolean => line.reports.some(({ type }) => type !== 1);

function withoutSoc3BesideSoc2(lines: readonly ReportLine[]): VendorLines {
  const hasSoc2 = lines.some(({ kind }) => kind === 'soc2');
  const isExtra = (line: ReportLine): boolean => line.kind === 'soc3' && hasSoc2;
  return { counted: lines.filter((line) => !isExtra(line)), others: lines.filter(isExtra), missing: [] };
}

/**
 * Which lines decide. What the register expects decides where it expects something; what it doesn't expect is
 * shown and doesn't count, so that a product that we don't use can't make a vendor late. Without expectations
 * every line counts, except a SOC 3 beside a SOC 2, whose summary it is.
 */
export function vendorLines(
  registered: RegisteredVendor | null,
  reports: readonly DatedReport[],
): VendorLines {
  const lines = reportLines(reports);
  const expectations = (registered?.services ?? []).flatMap(({ name, expects }) =>
    expects.flatMap((text) => {
      const expected = parseExpectedReport(text);
      return expected === undefined ? [] : [{ service: name, expected }];
    }),
  );
  if (expectations.length === 0) return withoutSoc3BesideSoc2(lines);
  const counted = new Set<ReportLine>();
  const missing: MissingReport[] = [];
  for (const { service, expected } of expectations) {
    const ofKind = lines.filter(({ kind }) => kind === expected.kind);
    const answering = linesForService(service, ofKind);
    for (const line of answering) counted.add(line);
    const [first] = answering;
    if (first === undefined) {
      const soc3 = expected.kind === 'soc2' ? lines.find(({ kind }) => kind === 'soc3') : undefined;
      missing.push({ service, expected, weaker: soc3 ?? null });
    } else if (expected.type === 2 && !answering.some(hasType2)) {
      missing.push({ service, expected, weaker: first });
    }
  }
  return {
    counted: lines.filter((line) => counted.has(line)),
    others: lines.filter((line) => !counted.has(line)),
    missing,
  };
}
