import { correctedText } from '../review/confirmed.ts';
import { oneLine } from './markdown.ts';

/** What a person said of the values that were read: "extracted", or a correction; by the names of the fields. */
export type Confirmations = Readonly<Record<string, string>>;

/** "confirmed", "corrected to …", or what else a person wrote. */
function inWords(said: string): string {
  if (/^(?:extracted|confirmed)\b/i.test(said)) return 'yes';
  const correction = correctedText(said);
  return correction === undefined ? oneLine(said) : `corrected: ${oneLine(correction)}`;
}

/**
 * What a person said of a value; undefined when nobody has. One that rests on several fields, such as a period, is confirmed when all of them
 * are, or when it is confirmed under its own name.
 */
export function confirmation(
  confirmed: Confirmations,
  { whole, fields }: { readonly whole?: string | undefined; readonly fields: readonly string[] },
): string | undefined {
  const own = whole === undefined ? undefined : confirmed[whole];
  if (own !== undefined) return inWords(own);
  const said = fields.map((field) => confirmed[field]);
  if (said.length === 0 || said.includes(undefined)) return undefined;
  return [...new Set(said.map((one) => inWords(one ?? '')))].join(', ');
}

/** What stands where nobody has confirmed a value yet. */
export const NOT_CONFIRMED = 'not yet';
