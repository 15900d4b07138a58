import type { Decision, Fact } from '../report/fact.ts';
import {
  SINGLE_FIELDS,
  type BridgeLetter,
  type DocumentKind,
  type DocumentReading,
  type Facility,
  type ReportType,
} from '../report/reading.ts';
import { dateInWords } from '../calendar/calendar-date.ts';
import { ENGLISH } from '../language/language.ts';
import type { CorrectedKind, ValueDecision, ValueDecisions } from './correction.ts';
import { withDecidedEntries } from './corrected-entries.ts';
import type { EntryDecision } from './entry-decision.ts';
import { parseExpectedReport } from './expected-report.ts';

/** What was decided about a file, by whom: an entry of the register, or what a review's front matter confirms. */
export interface DecidedValues extends Decision {
  readonly as: CorrectedKind | null;
  readonly facts: ValueDecisions;
  /** About single entries of lists. Each says itself who decided it and when. */
  readonly entries: readonly EntryDecision[];
}

/** That something isn't in the report, with who said so and when. */
export function absentSays({ by, on }: Decision): string {
  if (by === null) return ENGLISH.say('not printed, as a person decided');
  return on === null
    ? ENGLISH.say('not printed, says {0}', by)
    : ENGLISH.say('not printed, says {0} on {1}', by, dateInWords(on));
}

function setAsideBy({ by, on }: Decision): string {
  if (by === null) return ENGLISH.say('Set aside in the register.');
  return on === null
    ? ENGLISH.say('Set aside by {0}.', by)
    : ENGLISH.say('Set aside by {0} on {1}.', by, dateInWords(on));
}

const isSame = (a: unknown, b: unknown): boolean => JSON.stringify(a) === JSON.stringify(b);

/** Applies the decisions about one file, all of which carry the same name and day. */
class Applied {
  readonly #who: Decision;

  constructor({ by, on }: Decision) {
    this.#who = { by, on };
  }

  /** The value after a decision, with the passage that it was read from where the person cites no other. */
  fact<T>(read: Fact<T> | null, decision: ValueDecision<T> | undefined): Fact<T> | null {
    if (decision === undefined) return read;
    if (decision.is === 'absent') return null;
    const value = decision.value ?? read?.value;
    if (value === undefined) return read;
    const page = decision.page ?? read?.page ?? 1;
    const isOwnPassage = decision.quote === null && read !== null && isSame(read.value, value);
    return {
      value,
      page,
      printedPage: read?.page === page ? read.printedPage : null,
      quote: isOwnPassage ? read.quote : (decision.quote ?? ''),
      certainty: 'certain',
      decided: { source: decision.is, ...this.#who },
    };
  }

  /** A list is decided as a whole; what was read of an entry that stays is kept. */
  list<T, F extends Fact<T>>(
    read: readonly F[],
    decision: ValueDecision<readonly T[]> | undefined,
    complete: (fact: Fact<T>, read: F | undefined) => F,
  ): readonly F[] {
    if (decision === undefined) return read;
    if (decision.is === 'absent') return [];
    const { is, value, page, quote } = decision;
    return (value ?? read.map((one) => one.value)).flatMap((one) => {
      const same = read.find((fact) => isSame(fact.value, one));
      const fact = this.fact(same ?? null, { is, value: one, page, quote });
      return fact === null ? [] : [complete(fact, same)];
    });
  }
}

/** What the word for a kind means; undefined when the file is what it was read as. */
function kindOf(as: CorrectedKind | null): { kind: DocumentKind; type: ReportType | null } | undefined {
  if (as === null) return undefined;
  if (as === 'ignored') return { kind: 'not-soc', type: null };
  return parseExpectedReport(as) ?? { kind: 'bridge-letter', type: null };
}

const NO_BRIDGE: BridgeLetter = {
  from: null,
  through: null,
  reportPeriodEnd: null,
  changes: null,
  signer: null,
};

function correctedBridge(
  reading: DocumentReading,
  kind: DocumentKind,
  { bridgeFrom, bridgeThrough, bridgedPeriodEnd }: ValueDecisions,
  applied: Applied,
): BridgeLetter | null {
  if (kind !== 'bridge-letter') return reading.bridge;
  const bridge = reading.bridge ?? NO_BRIDGE;
  return {
    ...bridge,
    from: applied.fact(bridge.from, bridgeFrom),
    through: applied.fact(bridge.through, bridgeThrough),
    reportPeriodEnd: applied.fact(bridge.reportPeriodEnd, bridgedPeriodEnd),
  };
}

/** A person names the facilities that were examined; those that the report leaves out stay named as such. */
function correctedFacilities(
  read: readonly Facility[],
  decision: ValueDecisions['facilities'],
  applied: Applied,
): readonly Facility[] {
  if (decision === undefined || decision.is === 'absent') return decision === undefined ? read : [];
  const { value } = decision;
  const asRead = value === null;
  const examined = applied.list(read, decision, (fact, before) => ({
    ...fact,
    inScope: asRead ? (before?.inScope ?? true) : true,
  }));
  const named = new Set(examined.map((facility) => facility.value));
  return [...examined, ...read.filter((facility) => !facility.inScope && !named.has(facility.value))];
}

/**
 * A reading as people corrected it, what counts most coming last. What they decided holds, whatever the program reads
 * now or later, and says so (`decided`, `kindDecided`); everything else stays as it was read. Pure: the reading itself
 * is not changed.
 */
export const correctedReading = (
  reading: DocumentReading,
  ...layers: readonly DecidedValues[]
): DocumentReading => withDecidedEntries(layers.reduce(withDecidedValues, reading), layers);

function withDecidedValues(reading: DocumentReading, decisions: DecidedValues): DocumentReading {
  const { as, facts } = decisions;
  const applied = new Applied(decisions);
  const decidedKind = kindOf(as);
  const kind = decidedKind?.kind ?? reading.kind;
  const impliedType = decidedKind?.type ?? null;
  const type: ValueDecision<ReportType> | undefined =
    facts.type ??
    (impliedType === null ? undefined : { is: 'corrected', value: impliedType, page: null, quote: null });
  const wanted: ValueDecisions = type === undefined ? facts : { ...facts, type };

  const absences = { ...reading.absences };
  const values: Partial<Record<(typeof SINGLE_FIELDS)[number], unknown>> = {};
  for (const field of SINGLE_FIELDS) {
    const decision = wanted[field];
    if (decision === undefined) continue;
    values[field] = applied.fact<unknown>(reading[field], decision);
    if (field === 'opinionMatter') continue;
    if (decision.is === 'absent') absences[field] = absentSays(decisions);
    else if (values[field] !== null) Reflect.deleteProperty(absences, field);
  }
  return {
    ...reading,
    ...(values as Partial<DocumentReading>),
    kind,
    reason: decidedKind === undefined ? reading.reason : kind === 'not-soc' ? setAsideBy(decisions) : null,
    ...(decidedKind === undefined ? {} : { kindDecided: { by: decisions.by, on: decisions.on } }),
    categories: applied.list(reading.categories, wanted.categories, (fact) => fact),
    subserviceOrganizations: applied.list(
      reading.subserviceOrganizations,
      wanted.subserviceOrganizations,
      (fact, read) => ({ ...fact, service: read?.service ?? null }),
    ),
    facilities: correctedFacilities(reading.facilities, wanted.facilities, applied),
    bridge: correctedBridge(reading, kind, facts, applied),
    absences,
  };
}
