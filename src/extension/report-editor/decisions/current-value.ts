import type { CorrectableField, CorrectableValues } from '../../../core/register/correction.ts';
import type { Evidence, Fact } from '../../../core/report/fact.ts';
import type { DocumentReading } from '../../../core/report/reading.ts';

/** A value as it stands now, and the passage that it stands in. */
export interface CurrentValue<F extends CorrectableField = CorrectableField> extends Pick<
  Evidence,
  'page' | 'quote'
> {
  readonly value: CorrectableValues[F];
}

const single = <T>(fact: Fact<T> | null | undefined) => fact ?? undefined;

/** The value of a list, with the passage of its first entry. */
function list<T>(facts: readonly Fact<T>[]): (Pick<Evidence, 'page' | 'quote'> & { value: T[] }) | undefined {
  const [first] = facts;
  return first && { value: facts.map(({ value }) => value), page: first.page, quote: first.quote };
}

/** What a reading says of a field; undefined when it says nothing. */
export function currentValue<F extends CorrectableField>(
  reading: DocumentReading,
  field: F,
): CurrentValue<F> | undefined {
  const values: { readonly [K in CorrectableField]: CurrentValue<K> | undefined } = {
    type: single(reading.type),
    standard: single(reading.standard),
    vendor: single(reading.vendor),
    system: single(reading.system),
    auditor: single(reading.auditor),
    reportDate: single(reading.reportDate),
    periodStart: single(reading.periodStart),
    periodEnd: single(reading.periodEnd),
    asOfDate: single(reading.asOfDate),
    opinion: single(reading.opinion),
    opinionMatter: single(reading.opinionMatter),
    subserviceMethod: single(reading.subserviceMethod),
    categories: list(reading.categories),
    subserviceOrganizations: list(reading.subserviceOrganizations),
    facilities: list(reading.facilities.filter(({ inScope }) => inScope)),
    bridgeFrom: single(reading.bridge?.from),
    bridgeThrough: single(reading.bridge?.through),
    bridgedPeriodEnd: single(reading.bridge?.reportPeriodEnd),
  };
  return values[field];
}
