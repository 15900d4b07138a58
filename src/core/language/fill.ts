/** What stands for the values in a message: {0}, {1}, … */
const PLACEHOLDER = /\{(\d)\}/g;

/** Puts values into a message: `fill('{0} of {1}', 3, 17)` is "3 of 17". A placeholder without a value stays. */
export const fill = (message: string, ...values: readonly (string | number)[]): string =>
  values.length === 0
    ? message
    : message.replaceAll(PLACEHOLDER, (whole, index: string) => String(values[Number(index)] ?? whole));
