import type { EntryWords, FactDecision } from './fact.ts';
import { sampleIn } from './fields/tests/result-wordings.ts';
import type { DocumentReading, EntryList } from './reading.ts';

/** One entry of a list, whichever list it is. */
export type EntryOf<L extends EntryList> = DocumentReading[L][number];
export type Entry = EntryOf<EntryList>;

/** The words of an entry, in which a person recognises it. */
export function wordsOf(entry: Entry): EntryWords {
  if ('value' in entry) return { number: null, text: entry.value };
  return { number: 'control' in entry ? entry.control : entry.id, text: entry.text };
}

/** The words by which a decision about an entry is kept: those that the program read, whatever was made of them. */
export const readWordsOf = (entry: Entry): EntryWords => entry.decided?.read ?? wordsOf(entry);

/** Where an entry stands in the report, word for word: what a person made of it needn't be printed anywhere. */
export const passageIn = (entry: Entry): string =>
  'quote' in entry ? entry.quote : (entry.decided?.cited ?? entry.decided?.read?.text ?? entry.text);

/** Lists whose entries have a number printed with them. */
export const hasNumbers = (list: EntryList): boolean =>
  list === 'testExceptions' || list === 'untestedControls' || list === 'userControls';

/** What a person says of an entry, and the passage that it stands in. */
export interface SaidEntry extends EntryWords {
  readonly page: number;
  readonly quote: string;
  readonly decided: FactDecision;
}

/**
 * An entry of each list as a person has it, with what was read around it: the response to an exception stays with it.
 * What a person adds was examined as far as they say nothing else.
 */
export const ENTRY_MAKERS: {
  readonly [L in EntryList]: (said: SaidEntry, read: EntryOf<L> | undefined) => EntryOf<L>;
} = {
  testExceptions: ({ number, text, page, decided }, read) => ({
    control: number,
    text,
    page,
    sample: sampleIn(text),
    managementResponse: read?.managementResponse ?? null,
    decided,
  }),
  untestedControls: ({ number, text, page, decided }) => ({ control: number, text, page, decided }),
  userControls: ({ number, text, page, decided }) => ({ id: number, text, page, decided }),
  subserviceOrganizations: (said, read) => ({ ...nameOf(said, read), service: read?.service ?? null }),
  facilities: (said, read) => ({ ...nameOf(said, read), inScope: read?.inScope ?? true }),
};

const nameOf = (
  { text, page, quote, decided }: SaidEntry,
  read: EntryOf<'facilities' | 'subserviceOrganizations'> | undefined,
) => ({
  value: text,
  page,
  printedPage: read?.page === page ? read.printedPage : null,
  quote,
  certainty: 'certain' as const,
  decided,
});
