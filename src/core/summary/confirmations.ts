import { correctedText } from '../review/confirmed.ts';
import type { Evidence, FactDecision } from '../report/fact.ts';
import { oneLine } from './markdown.ts';

/** What a person said of the values that were read: "extracted", or a correction; by the names of the fields. */
export type Confirmations = Readonly<Record<string, string>>;

/** What stands where nobody has confirmed a value yet. */
export const NOT_CONFIRMED = 'not yet';

/** A value that a person may have decided about, as a row of a review shows it. */
export interface ConfirmedRow {
  /** The name under which its fields are confirmed together: "period". */
  readonly whole?: string | undefined;
  readonly fields: readonly string[];
  readonly evidence: readonly (Evidence & { readonly decided?: FactDecision })[];
}

/** "yes", "corrected: …", or what else a person wrote. */
function inWords(said: string): string {
  if (/^(?:extracted|confirmed)$/i.test(said)) return 'yes';
  const correction = correctedText(said);
  return correction === undefined ? oneLine(said) : `corrected: ${oneLine(correction)}`;
}

/** What was decided outside of the review, in the register: the value that is shown is the one that was decided on. */
function decidedElsewhere({ evidence }: ConfirmedRow): string | undefined {
  const sources = evidence.map(({ decided }) => decided?.source);
  if (sources.length === 0 || sources.includes(undefined)) return undefined;
  return sources.includes('corrected') ? 'corrected' : 'yes';
}

/**
 * What a person said of a value; undefined when nobody has. One that rests on several fields, such as a period, is
 * confirmed when all of them are, or when it is confirmed under its own name.
 */
export function confirmation(confirmed: Confirmations, row: ConfirmedRow): string | undefined {
  const own = row.whole === undefined ? undefined : confirmed[row.whole];
  if (own !== undefined) return inWords(own);
  const said = row.fields.map((field) => confirmed[field]);
  if (said.length === 0 || said.includes(undefined)) return decidedElsewhere(row);
  return [...new Set(said.map((one) => inWords(one ?? '')))].join(', ');
}
