import { FACT_FIELDS, type DocumentReading } from '../../src/core/report/reading.ts';
import type { Evidence } from '../../src/core/report/fact.ts';
import { LISTS, type Field, type List } from './expected.ts';
import type { ReadDocument, ReadItem, ReadValue } from './score.ts';

/** A reading in the form that is scored. */
export function readByUs(reading: DocumentReading): ReadDocument {
  const fields: Partial<Record<Field, ReadValue>> = {};
  for (const field of FACT_FIELDS) {
    const fact = reading[field];
    if (fact !== null) fields[field] = { value: String(fact.value), page: fact.page };
  }
  const [first] = reading.categories;
  if (first !== undefined)
    fields.categories = { value: reading.categories.map(({ value }) => value).join(', '), page: first.page };
  const lists = Object.fromEntries(LISTS.map((list) => [list, reading[list].map(itemOf)])) as Record<
    List,
    ReadItem[]
  >;
  return { kind: reading.kind, fields, lists };
}

type AnyItem = Pick<Evidence, 'page'> & ({ readonly value: string } | { readonly text: string });

const itemOf = (item: AnyItem): ReadItem => ({
  text: 'value' in item ? item.value : item.text,
  page: item.page,
});
