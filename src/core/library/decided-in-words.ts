import type { Language } from '../language/language.ts';
import { ENTRY_LISTS, SINGLE_FIELDS, type DocumentReading } from '../report/reading.ts';
import type { FactDecision } from '../report/fact.ts';
import type { LibraryDocument } from './snapshot.ts';

interface Decidable {
  readonly decided?: FactDecision;
}

/** Everything in a reading that a person may have decided on. */
const decidable = (reading: DocumentReading): readonly Decidable[] => [
  ...SINGLE_FIELDS.flatMap((field) => reading[field] ?? []),
  ...reading.categories,
  ...ENTRY_LISTS.flatMap((list): readonly Decidable[] => reading[list]),
  ...Object.values(reading.bridge ?? {}).flatMap((fact: Decidable | null) => fact ?? []),
];

/** How much of a document people have decided on: "3 confirmed, 1 corrected"; null where nobody has on anything. */
export function decidedInWords({ say }: Language, { reading, asRead }: LibraryDocument): string | null {
  if (asRead === undefined) return null;
  const all = decidable(reading);
  const count = (source: FactDecision['source']): number =>
    all.filter(({ decided }) => decided?.source === source).length;
  const absent =
    (reading.absentEntries ?? []).length +
    SINGLE_FIELDS.filter((field) => asRead[field] !== null && reading[field] === null).length;
  const [confirmed, corrected, added] = [count('confirmed'), count('corrected'), count('added')];
  const parts = [
    [confirmed, say('{0} confirmed', confirmed)],
    [corrected, say('{0} corrected', corrected)],
    [added, say('{0} added', added)],
    [absent, say('{0} not in the report', absent)],
  ] as const;
  const said = parts.flatMap(([number, words]) => (number === 0 ? [] : [words]));
  return said.length === 0 ? null : said.join(', ');
}
