/**
 * What the tests inside the extension host tell the runner outside, one JSON object a line. A file carries it,
 * because that works alike in the server and in the desktop VS Code.
 */
export type TestEvent =
  | { readonly kind: 'suite'; readonly title: string; readonly depth: number }
  | { readonly kind: 'passed'; readonly title: string; readonly depth: number; readonly milliseconds: number }
  | { readonly kind: 'failed'; readonly title: string; readonly depth: number; readonly error: string }
  | { readonly kind: 'pending'; readonly title: string; readonly depth: number }
  | { readonly kind: 'end' };

/** The environment variable that names the file of events. */
export const eventsFileVariable = 'SOC_REVIEW_TEST_EVENTS';
