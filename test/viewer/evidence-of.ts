import type { Evidence } from '../../src/core/report/fact.ts';
import { SINGLE_FIELDS, type DocumentReading } from '../../src/core/report/reading.ts';

/** A passage that a value of a report was read from. */
export interface Cited {
  /** Which kind of value: "auditor", "user control". */
  readonly of: string;
  readonly page: number;
  readonly quote: string;
}

const LISTS = ['vendorAliases', 'categories', 'subserviceOrganizations', 'facilities'] as const;
const BRIDGE = ['from', 'through', 'reportPeriodEnd', 'changes', 'signer'] as const;

/** Every passage that a reading cites. */
export function evidenceOf(reading: DocumentReading): Cited[] {
  const cite = (of: string, { page, quote }: Pick<Evidence, 'page' | 'quote'>): Cited => ({
    of,
    page,
    quote,
  });
  const { bridge } = reading;
  return [
    ...SINGLE_FIELDS.flatMap((field) => (reading[field] === null ? [] : [cite(field, reading[field])])),
    ...LISTS.flatMap((list) => reading[list].map((fact) => cite(list, fact))),
    ...reading.userControls.map(({ page, text }) => cite('user control', { page, quote: text })),
    ...reading.testExceptions.map(({ page, text }) => cite('exception', { page, quote: text })),
    ...reading.testExceptions.flatMap(({ managementResponse: response }) =>
      response === null ? [] : [cite('response', { page: response.page, quote: response.text })],
    ),
    ...reading.untestedControls.map(({ page, text }) => cite('untested control', { page, quote: text })),
    ...BRIDGE.flatMap((field) => {
      const fact = bridge?.[field] ?? null;
      return fact === null ? [] : [cite(`letter’s ${field}`, fact)];
    }),
  ];
}
