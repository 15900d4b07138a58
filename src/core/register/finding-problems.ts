import { dateFromParts } from '../calendar/calendar-date.ts';
import { fill } from '../language/fill.ts';
import { ENGLISH } from '../language/language.ts';
import { meaningOf, MEANINGS } from './exchange/table-words.ts';
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
  const name =
    said[0] === 'policy'
      ? said.slice(1).join('.') || 'policy'
      : (said.at(-1) ?? ENGLISH.say('The whole file'));
  return typeof path.at(-1) === 'number' ? ENGLISH.say('An entry of {0}', name) : name;
}

/** What stands there instead, cut to what a line can take; empty when that isn't a plain value. */
function written(input: unknown): string {
  const text = typeof input === 'string' || typeof input === 'number' ? String(input) : '';
  return text.length > 40 ? `${text.slice(0, 39)}…` : text;
}

/** A rule as a sentence, with what stands there instead. */
function broken(rule: string, input: unknown): string {
  const instead = written(input);
  return instead === '' ? `${rule}.` : ENGLISH.say('{0}, not "{1}".', rule, instead);
}

const oneOf = (values: readonly unknown[]): string => values.map(String).join(', ');

/** What a value of another type is told, by the type that is expected. */
const TYPE_RULES: Readonly<Record<string, string>> = {
  array: ENGLISH.say('{0} must be a list, each entry after "- "'),
  object: ENGLISH.say('{0} must be a set of keys, each with its value'),
  string: ENGLISH.say('{0} must be a text'),
  number: ENGLISH.say('{0} must be a number'),
  int: ENGLISH.say('{0} must be a whole number'),
  boolean: ENGLISH.say('{0} must be true or false'),
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
  const message =
    meant === undefined
      ? ENGLISH.say('Unknown key "{0}". Known here: {1}.', key, oneOf(known))
      : ENGLISH.say('Unknown key "{0}"; did you mean "{1}"? Known here: {2}.', key, meant, oneOf(known));
  return source.problem('warning', message, rangeOfKey(source, path) ?? rangeOf(source, path), meant);
}

/** The value that a misspelt one means, or one that says the same in another word: "medium" for "moderate". */
function meantValue(field: string, values: readonly string[], input: unknown): string | undefined {
  if (typeof input !== 'string') return undefined;
  const meanings = MEANINGS.get(field);
  return (meanings && meaningOf(meanings, input)) ?? nearest(input, values);
}

/** One finding of the schema, in words, at its place in the file. */
export function problemOf(source: YamlSource, finding: Finding, knownKeys: KnownKeys): Problem {
  const { issue, path, input } = finding;
  if (issue.code === 'unrecognized_keys') return unknownKey(source, path, knownKeys);
  const range = rangeOf(source, path);
  const name = label(path);
  if (input === undefined) {
    return source.problem(
      'error',
      ENGLISH.say('This entry has no {0}; without it the entry doesn’t count.', name),
      range,
    );
  }
  if (issue.code === 'invalid_value') {
    const meant = meantValue(name, issue.values.map(String), input);
    const rule = ENGLISH.say('{0} must be one of {1}', name, oneOf(issue.values));
    const message =
      meant === undefined
        ? broken(rule, input)
        : ENGLISH.say('{0}, not "{1}". Did you mean "{2}"?', rule, written(input), meant);
    return source.problem('error', message, range, meant);
  }
  if (issue.code === 'invalid_type') {
    const rule = TYPE_RULES[issue.expected] ?? ENGLISH.say('{0} must be of another type');
    return source.problem('error', broken(fill(rule, name), input), range);
  }
  if (issue.code === 'custom') {
    const replacement = replacementFor(issue.message, input);
    return source.problem('error', broken(fill(issue.message, name), input), range, replacement);
  }
  if (issue.code === 'too_small') {
    const message =
      issue.origin === 'number'
        ? ENGLISH.say('{0} must be at least {1}.', name, Number(issue.minimum))
        : ENGLISH.say('{0} must not be empty.', name);
    return source.problem('error', message, range);
  }
  if (issue.code === 'invalid_format' && name === 'sha256') {
    return source.problem(
      'error',
      broken(ENGLISH.say('sha256 must be the 64 hexadecimal digits of the PDF’s hash'), input),
      range,
    );
  }
  return source.problem('error', broken(ENGLISH.say('{0} must be written another way', name), input), range);
}
