import {
  isScalar,
  parseDocument,
  visit,
  type Document,
  type ErrorCode,
  type Node,
  type YAMLError,
} from 'yaml';
import { ENGLISH } from '../language/language.ts';
import type { Place, Problem } from './register.ts';

/** Where something stands in a text: from and up to, as offsets. */
export type Range = readonly [from: number, to: number];
export type YamlPath = readonly (string | number)[];

/** A YAML text with its document model, and the way back from a value to the place where it is written. */
export interface YamlSource {
  readonly text: string;
  readonly document: Document.Parsed;
  /** What the YAML itself has wrong: syntax, a key given twice. */
  readonly problems: readonly Problem[];
  problem(severity: Problem['severity'], message: string, range: Range, replacement?: string): Problem;
  lineAt(offset: number): number;
  placeOf(range: Range): Place;
}

/**
 * Keys that hold numbers, true or false; everywhere else a number, a boolean or a date in the file is the text that a person
 * wrote: a vendor may be called 1010.
 */
export type LiteralKeys = ReadonlySet<string>;

/** The ends of lines are not worth an error of their own: a range that runs over several lines is cut at the first. */
function onFirstLine(text: string, [from, to]: Range): Range {
  const lineEnd = text.slice(from, to).search(/\r?\n/);
  return lineEnd > 0 ? [from, from + lineEnd] : [from, Math.max(to, from)];
}

/** The offsets at which lines start. Counted here: the library's own count ends where its lexer gives up. */
function lineStarts(text: string): readonly number[] {
  const starts = [0];
  for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) starts.push(at + 1);
  return starts;
}

/** The last entry of an ascending list that is not above a value. */
function lastUpTo(ascending: readonly number[], value: number): number {
  let low = 0;
  let high = ascending.length - 1;
  while (low < high) {
    const middle = Math.ceil((low + high) / 2);
    if ((ascending[middle] ?? Infinity) <= value) low = middle;
    else high = middle - 1;
  }
  return low;
}

function locator(text: string): Pick<YamlSource, 'problem' | 'lineAt' | 'placeOf'> {
  const starts = lineStarts(text);
  const at = (offset: number): { line: number; column: number } => {
    const within = Math.min(Math.max(offset, 0), text.length);
    const index = lastUpTo(starts, within);
    return { line: index + 1, column: within - (starts[index] ?? 0) + 1 };
  };
  const placeOf = (range: Range): Place => {
    const [from, to] = onFirstLine(text, range);
    const start = at(from);
    const end = at(to);
    return { line: start.line, column: start.column, endLine: end.line, endColumn: end.column };
  };
  return {
    lineAt: (offset) => at(offset).line,
    placeOf,
    problem: (severity, message, range, replacement) => ({
      severity,
      message,
      ...placeOf(range),
      ...(replacement === undefined ? {} : { replacement }),
    }),
  };
}

/** What a person can do about the complaints of a YAML parser that don't say it. */
const ADVICE: Partial<Readonly<Record<ErrorCode, string>>> = {
  BLOCK_AS_IMPLICIT_KEY: ENGLISH.say('A value that contains ": " needs quotes around it.'),
  DUPLICATE_KEY: ENGLISH.say('This key is given twice; the last one is in force.'),
  MISSING_CHAR: ENGLISH.say('A quote or bracket is opened and not closed.'),
  RESOURCE_EXHAUSTION: ENGLISH.say('This is nested too deeply to be read.'),
  TAB_AS_INDENT: ENGLISH.say('Indent with spaces: YAML allows no tabs here.'),
};

/** A parser's complaint in words that say what to do, where there are such words. */
export const inWords = (error: YAMLError): string =>
  ADVICE[error.code] ?? ENGLISH.say('YAML: {0}.', error.message);

/** Parses without ever throwing: a text that the library gives up on is an empty document with one problem. */
export function parseYamlSource(text: string): YamlSource {
  let document: Document.Parsed;
  const problems: Problem[] = [];
  try {
    document = parseDocument(text, { prettyErrors: false, logLevel: 'silent' });
  } catch (error) {
    // Nesting thousands of levels deep exhausts the stack of any recursive parser.
    const reason = error instanceof Error ? error.message : String(error);
    document = parseDocument('', { prettyErrors: false });
    const { problem } = locator(text);
    problems.push(problem('error', ENGLISH.say("This YAML can't be read: {0}.", reason), [0, 0]));
  }
  const located = locator(text);
  for (const error of document.errors) {
    problems.push(located.problem('error', inWords(error), error.pos));
  }
  return { text, document, problems, ...located };
}

/** Makes numbers texts again, as they are written, except below `literalKeys`. */
function keepTexts(node: Document | Node, literalKeys: LiteralKeys): void {
  visit(node, {
    Pair: (_, pair) =>
      isScalar(pair.key) && literalKeys.has(String(pair.key.value)) ? visit.SKIP : undefined,
    Scalar: (_, scalar) => {
      if ((typeof scalar.value === 'number' || typeof scalar.value === 'boolean') && scalar.source) {
        scalar.value = scalar.source;
      }
    },
  });
}

/** The document as plain values, with numbers kept as they are written except below `literalKeys`. */
export function plainValue({ document }: YamlSource, literalKeys: LiteralKeys): unknown {
  keepTexts(document, literalKeys);
  return document.toJS({ maxAliasCount: 50 }) as unknown;
}

/** A part of the document as plain values, with all numbers kept as they are written. */
export function plainPart({ document }: YamlSource, part: Node): unknown {
  keepTexts(part, new Set());
  return part.toJS(document, { maxAliasCount: 50 }) as unknown;
}

const nodeRange = (node: Node | null | undefined): Range | undefined =>
  node?.range ? [node.range[0], node.range[1]] : undefined;

/** Where the value at a path stands; where that is empty, its key; where there is neither, what it should be in. */
export function rangeOf(source: YamlSource, path: YamlPath): Range {
  for (let length = path.length; length >= 0; length--) {
    const node: unknown = nodeAt(source, path.slice(0, length));
    const range = nodeRange(node as Node | undefined);
    const isListEntry = typeof path[length - 1] === 'number';
    if (range !== undefined && (range[1] > range[0] || isListEntry)) return range;
    const key = length > 0 ? rangeOfKey(source, path.slice(0, length)) : undefined;
    if (key !== undefined) return key;
  }
  return [0, 0];
}

function nodeAt(source: YamlSource, path: YamlPath): unknown {
  return path.length === 0 ? source.document.contents : source.document.getIn(path, true);
}

/** Where the key at the end of a path stands; undefined when there is none. */
export function rangeOfKey(source: YamlSource, path: YamlPath): Range | undefined {
  const parent: unknown = nodeAt(source, path.slice(0, -1));
  const name = path.at(-1);
  if (typeof parent !== 'object' || parent === null || !('items' in parent) || !Array.isArray(parent.items)) {
    return undefined;
  }
  for (const item of parent.items as unknown[]) {
    if (typeof item !== 'object' || item === null || !('key' in item)) continue;
    if (isScalar(item.key) && String(item.key.value) === String(name)) return nodeRange(item.key);
  }
  return undefined;
}
