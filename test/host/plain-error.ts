/**
 * An error whose message is written for the person at the terminal: what is wrong, and what to do.
 * Entry scripts print it without a stack trace.
 */
export class PlainError extends Error {
  override readonly name = 'PlainError';
}
