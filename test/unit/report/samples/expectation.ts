import type { DocumentReading } from '../../../../src/core/report/reading.ts';

/** A report in a few pages of text, in one house's words, and what it says. Everybody in it is invented. */
export interface SampleReport {
  readonly name: string;
  readonly pages: readonly string[];
  readonly says: Expected;
}

/** Values that are expected; null where none may be found. Fields that are left out are not compared. */
export interface Expected {
  readonly kind: DocumentReading['kind'];
  readonly type?: 1 | 2 | null;
  readonly vendor?: string | null;
  readonly system?: string | null;
  readonly auditor?: string | null;
  readonly standard?: string | null;
  readonly start?: string | null;
  readonly end?: string | null;
  readonly asOf?: string | null;
  readonly reportDate?: string | null;
  readonly opinion?: string | null;
  readonly categories?: readonly string[];
  readonly method?: string | null;
}

/** What a reading says, in the same words. */
export const saidBy = (reading: DocumentReading): Required<Expected> => ({
  kind: reading.kind,
  type: reading.type?.value ?? null,
  vendor: reading.vendor?.value ?? null,
  system: reading.system?.value ?? null,
  auditor: reading.auditor?.value ?? null,
  standard: reading.standard?.value ?? null,
  start: reading.periodStart?.value ?? null,
  end: reading.periodEnd?.value ?? null,
  asOf: reading.asOfDate?.value ?? null,
  reportDate: reading.reportDate?.value ?? null,
  opinion: reading.opinion?.value ?? null,
  categories: reading.categories.map(({ value }) => value),
  method: reading.subserviceMethod?.value ?? null,
});
