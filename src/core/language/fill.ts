/** The number of the placeholder that begins at a place of a message; NaN when none does. */
const numberAt = (message: string, at: number): number =>
  message.charAt(at + 2) === '}' ? message.charCodeAt(at + 1) - 48 : NaN;

/**
 * Puts values into a message: `fill('{0} of {1}', 3, 17)` is "3 of 17". A placeholder without a value stays. Without a
 * regular expression, since every refresh of a large library says tens of thousands of messages.
 */
export function fill(message: string, ...values: readonly (string | number)[]): string {
  let filled = '';
  let from = 0;
  for (let at = message.indexOf('{'); at >= 0; at = message.indexOf('{', at + 1)) {
    const value = values[numberAt(message, at)];
    if (value === undefined) continue;
    filled += message.slice(from, at) + String(value);
    from = at + 3;
  }
  return filled + message.slice(from);
}
