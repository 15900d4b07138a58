import {
  isAlias,
  isCollection,
  isScalar,
  stringify,
  type Node,
  type Pair,
  type YAMLMap,
  type YAMLSeq,
} from 'yaml';
import { ENGLISH } from '../language/language.ts';
import type { YamlSource } from './yaml-source.ts';

/*
 * Edits of a YAML text that leave everything else as it is, byte for byte. The document model says where a value
 * stands; the text is changed there and nowhere else, so that comments, order, quotes and columns survive.
 */

/** A change of a text: what stands from `from` up to `to` becomes `text`. */
export interface Splice {
  readonly from: number;
  readonly to: number;
  readonly text: string;
}

/** Applies changes that don't overlap. */
export function splice(text: string, splices: readonly Splice[]): string {
  let result = text;
  for (const { from, to, text: inserted } of [...splices].sort((a, b) => b.from - a.from)) {
    result = result.slice(0, from) + inserted + result.slice(to);
  }
  return result;
}

/** A file that a program must not write to, because it can't say what it would change. */
export class UneditableError extends Error {
  override readonly name = 'UneditableError';
}

/** What is written between braces. */
export interface EditableRecord {
  readonly [key: string]: string | number | readonly string[] | EditableRecord;
}

export type EditableValue = string | readonly (string | EditableRecord)[] | EditableRecord;

const oneLineYaml = (value: EditableValue, defaultStringType: 'PLAIN' | 'QUOTE_DOUBLE'): string =>
  stringify(value, {
    lineWidth: 0,
    doubleQuotedMinMultiLineLength: Number.MAX_SAFE_INTEGER,
    collectionStyle: 'flow',
    flowCollectionPadding: !Array.isArray(value),
    defaultStringType,
    defaultKeyType: 'PLAIN',
  }).trimEnd();

const NEEDS_QUOTES = /[\p{Cc}\u2028\u2029\ufeff]/u;

/** A value as one line of YAML, quoted where it has to be. */
export function inlineYaml(value: EditableValue): string {
  const plain = oneLineYaml(value, 'PLAIN');
  // What the library would fold or write as a block of lines goes between quotes, on one line.
  return NEEDS_QUOTES.test(plain) ? oneLineYaml(value, 'QUOTE_DOUBLE') : plain;
}

/** The line ends that a text uses. */
export const lineEndOf = (text: string): string => (/\r\n/.test(text) ? '\r\n' : '\n');

/** The offset behind the line on which an offset lies, its line end included; the text's end on the last line. */
export function behindLine(text: string, offset: number): number {
  const end = text.indexOf('\n', offset);
  return end < 0 ? text.length : end + 1;
}

/** How far a line is indented up to an offset on it. */
export const columnOf = (text: string, offset: number): number =>
  offset - (text.lastIndexOf('\n', offset - 1) + 1);

/** A line of its own behind the line of an offset. */
export function lineBehind(text: string, offset: number, line: string): Splice {
  const at = behindLine(text, offset);
  const lineEnd = lineEndOf(text);
  const isOpen = at === text.length && at > 0 && !text.endsWith('\n');
  return { from: at, to: at, text: isOpen ? `${lineEnd}${line}${lineEnd}` : `${line}${lineEnd}` };
}

export const isPair = (item: unknown): item is Pair =>
  typeof item === 'object' && item !== null && 'key' in item;

export function pairOf(map: YAMLMap, key: string): Pair | undefined {
  return map.items.find((item) => isPair(item) && isScalar(item.key) && item.key.value === key);
}

export const rangeOf = (node: Node): readonly [number, number] => {
  if (!node.range) throw new UneditableError(ENGLISH.say('This YAML has no places to edit.'));
  return [node.range[0], node.range[1]];
};

/** The offset of the last character of a node that says something. */
export function lastOffsetOf(text: string, node: Node): number {
  const [from, to] = rangeOf(node);
  return from + Math.max(text.slice(from, to).trimEnd().length - 1, 0);
}

export const isNode = (value: unknown): value is Node =>
  isScalar(value) || isCollection(value) || isAlias(value);

/** Where a pair ends: its value, or where that is empty, its colon. */
export function lastOffsetOfPair(text: string, pair: Pair): number {
  if (isNode(pair.value)) {
    const [from, to] = rangeOf(pair.value);
    if (to > from) return lastOffsetOf(text, pair.value);
  }
  if (!isNode(pair.key)) throw new UneditableError(ENGLISH.say('This YAML has a key that is no text.'));
  return colonBehind(text, pair.key);
}

function colonBehind(text: string, key: Node): number {
  const [, to] = rangeOf(key);
  const colon = text.indexOf(':', to);
  if (colon < 0 || text.slice(to, colon).trim() !== '') {
    throw new UneditableError(ENGLISH.say('This YAML has a key without a value.'));
  }
  return colon;
}

/** Replaces the value of a pair; an empty text empties it. */
function replaceValue(text: string, pair: Pair, inline: string): Splice {
  const [from, to] = isNode(pair.value) ? rangeOf(pair.value) : [0, 0];
  if (to > from) {
    // A block scalar's range runs over its last line end, which has to stay.
    const end = from + text.slice(from, to).trimEnd().length;
    return { from: inline === '' ? from - leadingBlanks(text, from) : from, to: end, text: inline };
  }
  if (!isNode(pair.key)) throw new UneditableError(ENGLISH.say('This YAML has a key that is no text.'));
  const colon = colonBehind(text, pair.key);
  if (inline === '') return { from: colon, to: colon, text: '' };
  const isSpaced = text[colon + 1] === ' ';
  return isSpaced
    ? { from: colon + 2, to: colon + 2, text: text[colon + 2] === '#' ? `${inline} ` : inline }
    : { from: colon + 1, to: colon + 1, text: ` ${inline}` };
}

function leadingBlanks(text: string, offset: number): number {
  return offset - text.slice(0, offset).replace(/ +$/, '').length;
}

/** A new pair at the end of a map, or behind one of its keys. */
function insertPair(text: string, map: YAMLMap, key: string, inline: string, behind?: string): Splice {
  const [start, end] = rangeOf(map);
  if (map.flow === true) {
    const close = text.lastIndexOf('}', end);
    const before = text.slice(start, close).trimEnd();
    const at = start + before.length;
    const separator = map.items.length === 0 ? ' ' : ', ';
    return { from: at, to: at, text: `${separator}${key}: ${inline}${text[at] === '}' ? ' ' : ''}` };
  }
  const last = (behind === undefined ? undefined : pairOf(map, behind)) ?? map.items.filter(isPair).at(-1);
  if (last === undefined) throw new UneditableError(ENGLISH.say('This YAML has an empty block.'));
  const indent = ' '.repeat(columnOf(text, start));
  return lineBehind(text, lastOffsetOfPair(text, last), `${indent}${key}: ${inline}`);
}

/** A new key at the end of a map, with keys of its own below it: in lines where the map is, else between braces. */
export function insertBlock(
  { text }: YamlSource,
  map: YAMLMap,
  key: string,
  pairs: readonly string[],
): Splice {
  if (map.flow === true) return insertPair(text, map, key, `{ ${pairs.join(', ')} }`);
  const empty = pairOf(map, key);
  const last = empty ?? map.items.filter(isPair).at(-1);
  if (last === undefined) throw new UneditableError(ENGLISH.say('This YAML has an empty block.'));
  const indent = ' '.repeat(columnOf(text, rangeOf(map)[0]));
  const lines = pairs.map((pair) => `${indent}  ${pair}`);
  const all = empty === undefined ? [`${indent}${key}:`, ...lines] : lines;
  return lineBehind(text, lastOffsetOfPair(text, last), all.join(lineEndOf(text)));
}

/** Sets a key of a map, in place where it has it already; null empties it. Undefined when there is nothing to do. */
export function setPair(
  { text }: YamlSource,
  map: YAMLMap,
  key: string,
  value: EditableValue | null,
  behind?: string,
): Splice | undefined {
  const pair = pairOf(map, key);
  if (pair !== undefined) return replaceValue(text, pair, value === null ? '' : inlineYaml(value));
  return value === null ? undefined : insertPair(text, map, key, inlineYaml(value), behind);
}

/** New entries at the end of a list, in the list's own style. */
export function appendItems({ text }: YamlSource, list: YAMLSeq, items: readonly string[]): Splice {
  const [start, end] = rangeOf(list);
  if (list.flow === true) {
    const close = text.lastIndexOf(']', end);
    const at = start + text.slice(start, close).trimEnd().length;
    return { from: at, to: at, text: `${list.items.length === 0 ? '' : ', '}${items.join(', ')}` };
  }
  const last = list.items.at(-1);
  if (!isNode(last)) throw new UneditableError(ENGLISH.say('This list ends with an empty entry.'));
  const indent = ' '.repeat(columnOf(text, start));
  const lines = items.flatMap((item) => listItem(item, indent));
  return lineBehind(text, lastOffsetOf(text, last), lines.join(lineEndOf(text)));
}

/** The lines of one entry of a list, with its dash. */
export const listItem = (item: string, indent: string): string[] =>
  item.split('\n').map((line, index) => `${indent}${index === 0 ? '- ' : '  '}${line}`);

/** A new entry at the end of a list, in the list's own style. */
export const appendItem = (source: YamlSource, list: YAMLSeq, item: string): Splice =>
  appendItems(source, list, [item]);
