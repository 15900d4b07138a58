import { ENGLISH } from '../language/language.ts';
import type { Correction } from './correction.ts';
import type { CorrectionText } from './correction-schema.ts';
import { withDeciders } from './entry-decision.ts';
import { foldName } from './vendor-name.ts';
import { parseExpectedReport } from './expected-report.ts';
import { withoutConflicts } from './merge-conflict.ts';
import { parsePruned, withoutEmpty } from './pruned-parse.ts';
import {
  DEFAULT_POLICY,
  EMPTY_REGISTER,
  type OwnDocument,
  type Policy,
  type Problem,
  type Register,
  type RegisteredVendor,
} from './register.ts';
import { problemOf } from './finding-problems.ts';
import {
  registerKeys,
  registerSchema,
  type OwnDocumentText,
  type PolicyText,
  type VendorText,
} from './register-schema.ts';
import { parseYamlByParts } from './yaml-recovery.ts';
import { plainValue, rangeOf, type YamlPath, type YamlSource } from './yaml-source.ts';

/** Keys whose values are numbers, true or false; everywhere else these are texts that look like one. */
const LITERAL_KEYS: ReadonlySet<string> = new Set(['dueSoonDays', 'fourEyes', 'page']);

function reviewEveryOf(text: PolicyText['reviewEvery']): Policy['reviewEvery'] {
  const standard = DEFAULT_POLICY.reviewEvery;
  return {
    critical: text?.critical ?? standard.critical,
    high: text?.high ?? standard.high,
    moderate: text?.moderate ?? standard.moderate,
    low: text?.low ?? standard.low,
    default: text?.default ?? standard.default,
  };
}

function policyOf(text: PolicyText | undefined): Policy {
  if (text === undefined) return DEFAULT_POLICY;
  const days = text.dueSoonDays ?? DEFAULT_POLICY.dueSoonDays;
  return {
    reviewEvery: reviewEveryOf(text.reviewEvery),
    dueSoonDays: [...new Set(days)].sort((a, b) => b - a),
    reportValidFor: text.reportValidFor ?? DEFAULT_POLICY.reportValidFor,
    renewalLag: text.renewalLag ?? DEFAULT_POLICY.renewalLag,
    bridgeLimit: text.bridgeLimit ?? DEFAULT_POLICY.bridgeLimit,
    fiscalYearEnd: text.fiscalYearEnd ?? DEFAULT_POLICY.fiscalYearEnd,
    fourEyes: text.fourEyes ?? DEFAULT_POLICY.fourEyes,
    reportsElsewhere: text.reportsElsewhere ?? DEFAULT_POLICY.reportsElsewhere,
  };
}

/** Where an entry starts, and where its name is written. */
type Placed = Pick<RegisteredVendor, 'line' | 'place'>;

const vendorOf = (text: VendorText, placed: Placed): RegisteredVendor => ({
  name: text.name,
  aliases: text.aliases ?? [],
  notAliases: text.notAliases ?? [],
  role: text.role ?? null,
  serves: text.serves ?? null,
  tier: text.tier ?? null,
  owner: text.owner ?? null,
  contact: text.contact ?? null,
  since: text.since ?? null,
  status: text.status ?? 'active',
  statusReason: text.statusReason ?? null,
  services: (text.services ?? []).map(({ name, expects, needs }) => ({
    name,
    expects: expects ?? [],
    ...(needs === undefined ? {} : { needs }),
  })),
  facilities: text.facilities ?? [],
  files: text.files ?? [],
  ...placed,
});

const documentOf = (text: OwnDocumentText, placed: Placed): OwnDocument => ({
  name: text.name,
  path: text.path ?? null,
  owner: text.owner ?? null,
  // Our own documents are reviewed annually unless they say otherwise, whatever vendors of no tier are.
  reviewEvery: text.reviewEvery ?? { months: 12 },
  lastReviewed: text.lastReviewed ?? null,
  ...placed,
});

const correctionOf = (text: CorrectionText, { line }: Placed): Correction => ({
  file: text.file.replaceAll('\\', '/'),
  sha256: text.sha256,
  by: text.by ?? null,
  on: text.on ?? null,
  as: text.as ?? null,
  facts: text.facts ?? {},
  entries: withDeciders(text.entries ?? [], { by: text.by ?? null, on: text.on ?? null }),
  settled: text.settled ?? [],
  line,
});

/** A vendor of the register with its place in the file. */
interface Entry {
  readonly vendor: RegisteredVendor;
  readonly path: YamlPath;
}

/** Things that are well formed and still can't be meant. */
function* doubts(source: YamlSource, { vendor, path }: Entry): Generator<Problem> {
  for (const [index, service] of vendor.services.entries()) {
    for (const [position, expected] of service.expects.entries()) {
      if (parseExpectedReport(expected) !== undefined) continue;
      const range = rangeOf(source, [...path, 'services', index, 'expects', position]);
      const message = ENGLISH.say(
        '"{0}" names no report that we know; write SOC 1 Type 2, SOC 2 Type 2 or SOC 3.',
        expected,
      );
      yield source.problem('warning', message, range);
    }
  }
  if (vendor.status !== 'active' && vendor.statusReason === null) {
    const message = ENGLISH.say(
      'Say why the vendor is {0}: an auditor will ask. Add "statusReason".',
      vendor.status,
    );
    yield source.problem('warning', message, rangeOf(source, [...path, 'status']));
  }
}

/** The vendors whose names are their own. A name that is taken costs the later entry; a taken alias, the alias. */
function withoutDuplicates(source: YamlSource, entries: readonly Entry[], problems: Problem[]): Entry[] {
  const takenBy = new Map<string, RegisteredVendor>();
  const kept: Entry[] = [];
  for (const entry of entries) {
    const { vendor, path } = entry;
    const owner = takenBy.get(foldName(vendor.name));
    if (owner !== undefined) {
      const message = ENGLISH.say(
        '"{0}" is already in the register: "{1}" on line {2}. This entry doesn’t count.',
        vendor.name,
        owner.name,
        owner.line,
      );
      problems.push(source.problem('error', message, rangeOf(source, [...path, 'name'])));
      continue;
    }
    takenBy.set(foldName(vendor.name), vendor);
    kept.push(entry);
  }
  return kept.map(({ vendor, path }) => {
    const aliases = vendor.aliases.filter((alias) => {
      const owner = takenBy.get(foldName(alias)) ?? vendor;
      if (owner === vendor) {
        takenBy.set(foldName(alias), vendor);
        return true;
      }
      const message = ENGLISH.say(
        '"{0}" already means "{1}" on line {2}; here it doesn’t count.',
        alias,
        owner.name,
        owner.line,
      );
      problems.push(source.problem('error', message, rangeOf(source, [...path, 'aliases'])));
      return false;
    });
    return { vendor: { ...vendor, aliases }, path };
  });
}

/** The first correction of each content. A second one would make what holds depend on the order of the file. */
function withoutRepetitions(
  source: YamlSource,
  entries: readonly { readonly made: Correction; readonly path: YamlPath }[],
  problems: Problem[],
): Correction[] {
  const byHash = new Map<string, Correction>();
  for (const { made, path } of entries) {
    const first = byHash.get(made.sha256);
    if (first === undefined) {
      byHash.set(made.sha256, made);
      continue;
    }
    const message = ENGLISH.say(
      'This file is already corrected on line {0}. Put everything there; this entry doesn’t count.',
      first.line,
    );
    problems.push(source.problem('error', message, rangeOf(source, [...path, 'sha256'])));
  }
  return [...byHash.values()];
}

const byPlace = (a: Problem, b: Problem): number => a.line - b.line || a.column - b.column;

/** Plain values; an alias bomb or a reference to nothing is a problem of the file, not of the program. */
function valueOf(source: YamlSource, problems: Problem[]): unknown {
  try {
    return withoutEmpty(plainValue(source, LITERAL_KEYS));
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    problems.push(
      source.problem(
        'error',
        ENGLISH.say('The anchors and aliases here can’t be resolved: {0}.', reason),
        [0, 0],
      ),
    );
    return null;
  }
}

/**
 * Reads `vendors.yaml`. Never throws: what is valid is in force, everything else is named in `problems` with
 * its place. A broken entry, or one with a broken field, costs only itself.
 */
export function parseRegister(text: string): Register {
  const conflicts = withoutConflicts(
    text.replace(/^\uFEFF/, ' '),
    ENGLISH.say('Until then what this branch said before the merge is in force.'),
  );
  const source = parseYamlByParts(conflicts.text);
  const problems: Problem[] = [...conflicts.problems, ...source.problems];
  const value = valueOf(source, problems);
  if (value === null || value === undefined) {
    return { ...EMPTY_REGISTER, problems: problems.sort(byPlace) };
  }
  const { data, findings, origins } = parsePruned(registerSchema, value);
  problems.push(...findings.map((finding) => problemOf(source, finding, registerKeys)));
  const placed = <T, R>(list: readonly T[] | undefined, key: string, make: (entry: T, placed: Placed) => R) =>
    (list ?? []).map((entry, index) => {
      const path: YamlPath = [key, origins([key])[index] ?? index];
      const line = source.lineAt(rangeOf(source, path)[0]);
      return { made: make(entry, { line, place: source.placeOf(rangeOf(source, [...path, 'name'])) }), path };
    });
  const entries = placed(data?.vendors, 'vendors', vendorOf).map(({ made, path }) => ({
    vendor: made,
    path,
  }));
  const vendors = withoutDuplicates(source, entries, problems);
  problems.push(...vendors.flatMap((entry) => [...doubts(source, entry)]));
  const corrections = withoutRepetitions(
    source,
    placed(data?.corrections, 'corrections', correctionOf),
    problems,
  );
  return {
    policy: policyOf(data?.policy),
    vendors: vendors.map(({ vendor }) => vendor),
    documents: placed(data?.documents, 'documents', documentOf).map(({ made }) => made),
    corrections,
    problems: problems.sort(byPlace),
  };
}
