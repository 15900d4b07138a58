import { dateFromParts } from '../calendar/calendar-date.ts';
import { nearest } from './nearest.ts';
import type { Finding } from './pruned-parse.ts';
import type { Problem } from './register.ts';
import { rangeOf, rangeOfKey, type YamlPath, type YamlSource } from './yaml-source.ts';

/** What is said of a value stands below the value's name, and a problem with it is the value's. */
const DECISIONS: ReadonlySet<string> = new Set(['confirmed', 'corrected', 'absent']);

/** `policy.reviewEvery.critical` is called "reviewEvery.critical", `vendors[3].tier` "tier". */
function label(path: YamlPath): string {
  const names = path.filter((key) => typeof key === 'string');
  const said = DECISIONS.has(names.at(-1) ?? '') ? names.slice(0, -1) : names;
  const name = said[0] === 'policy' ? said.slice(1).join('.') || 'policy' : (said.at(-1) ?? 'The file');
  return typeof path.at(-1) === 'number' ? `An entry of ${name}` : name;
}

const quoted = (input: unknown): string => {
  const text = typeof input === 'string' || typeof input === 'number' ? String(input) : '';
  return text === '' ? '' : `, not "${text.length > 40 ? `${text.slice(0, 39)}…` : text}"`;
};

const oneOf = (values: readonly unknown[]): string => values.map(String).join(', ');

const TYPE_NAMES: Readonly<Record<string, string>> = {
  array: 'a list, each entry after "- "',
  object: 'a set of keys, each with its value',
  string: 'a text',
  number: 'a number',
  int: 'a whole number',
  boolean: 'true or false',
};

/** What a date written another way may mean, when only one reading is possible: 31/12/2025, 12/31/2025. */
function otherDate(text: string): string | undefined {
  const [, first, second, year] = /^(\d{1,2})[./-](\d{1,2})[./-](\d{4})$/.exec(text.trim()) ?? [];
  if (first === undefined) return undefined;
  const dayFirst = dateFromParts(Number(year), Number(second), Number(first));
  const monthFirst = dateFromParts(Number(year), Number(first), Number(second));
  if (dayFirst !== undefined && monthFirst !== undefined && dayFirst !== monthFirst) return undefined;
  return dayFirst ?? monthFirst;
}

/** What to write instead of a text that is none of what its field takes. */
function replacementFor(message: string, input: unknown): string | undefined {
  if (typeof input !== 'string') return undefined;
  if (message.includes('date')) return otherDate(input);
  if (message.includes('length of time') && /^\d{1,3}$/.test(input.trim())) return `${input.trim()} months`;
  return undefined;
}

/** The keys that may stand at a place of a file, for naming the one that a misspelt key means. */
export type KnownKeys = (path: YamlPath) => readonly string[];

function unknownKey(source: YamlSource, path: YamlPath, knownKeys: KnownKeys): Problem {
  const key = String(path.at(-1));
  const known = knownKeys(path.slice(0, -1));
  const meant = nearest(key, known);
  const hint = meant === undefined ? '.' : `; did you mean "${meant}"?`;
  const message = `Unknown key "${key}"${hint} Known here: ${oneOf(known)}.`;
  return source.problem('warning', message, rangeOfKey(source, path) ?? rangeOf(source, path), meant);
}

/** One finding of the schema, in words, at its place in the file. */
export function problemOf(source: YamlSource, finding: Finding, knownKeys: KnownKeys): Problem {
  const { issue, path, input } = finding;
  if (issue.code === 'unrecognized_keys') return unknownKey(source, path, knownKeys);
  const range = rangeOf(source, path);
  const name = label(path);
  if (input === undefined) {
    return source.problem('error', `This entry has no ${name}; without it the entry doesn’t count.`, range);
  }
  if (issue.code === 'invalid_value') {
    const meant = typeof input === 'string' ? nearest(input, issue.values.map(String)) : undefined;
    const hint = meant === undefined ? '' : ` Did you mean "${meant}"?`;
    const message = `${name} must be one of ${oneOf(issue.values)}${quoted(input)}.${hint}`;
    return source.problem('error', message, range, meant);
  }
  if (issue.code === 'invalid_type') {
    const expected = TYPE_NAMES[issue.expected] ?? issue.expected;
    return source.problem('error', `${name} must be ${expected}${quoted(input)}.`, range);
  }
  if (issue.code === 'custom') {
    const replacement = replacementFor(issue.message, input);
    return source.problem('error', `${name} ${issue.message}${quoted(input)}.`, range, replacement);
  }
  if (issue.code === 'too_small') {
    const rule = issue.origin === 'number' ? `be at least ${issue.minimum}` : 'not be empty';
    return source.problem('error', `${name} must ${rule}.`, range);
  }
  if (issue.code === 'invalid_format' && name === 'sha256') {
    return source.problem(
      'error',
      `sha256 must be the 64 hexadecimal digits of the PDF’s hash${quoted(input)}.`,
      range,
    );
  }
  return source.problem('error', `${name} is not valid${quoted(input)}.`, range);
}
