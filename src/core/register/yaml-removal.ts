import { type Pair, type YAMLMap, type YAMLSeq } from 'yaml';
import { ENGLISH } from '../language/language.ts';
import type { YamlSource } from './yaml-source.ts';
import {
  behindLine,
  isNode,
  isPair,
  lastOffsetOf,
  lastOffsetOfPair,
  pairOf,
  rangeOf,
  setPair,
  UneditableError,
  type Splice,
} from './yaml-edit.ts';

/*
 * Taking things out of a YAML text. What goes is the lines of the thing itself, with a comment at their end;
 * comments on lines of their own stay, for somebody wrote them.
 */

const lineStart = (text: string, offset: number): number => text.lastIndexOf('\n', offset - 1) + 1;

/** One of several parts between commas, with the comma that is too many without it. */
function removeBetweenCommas(parts: readonly (readonly [number, number])[], index: number): Splice {
  const [from, to] = parts[index] ?? [0, 0];
  const next = parts[index + 1];
  const previous = parts[index - 1];
  if (next !== undefined) return { from, to: next[0], text: '' };
  return { from: previous === undefined ? from : previous[1], to, text: '' };
}

const rangeOfPair = (text: string, pair: Pair): readonly [number, number] => {
  if (!isNode(pair.key)) throw new UneditableError(ENGLISH.say('This YAML has a key that is no text.'));
  return [rangeOf(pair.key)[0], lastOffsetOfPair(text, pair) + 1];
};

/** Takes a key with its value out of a map; undefined when it isn't there. */
export function removePair(source: YamlSource, map: YAMLMap, key: string): Splice | undefined {
  const { text } = source;
  const pair = pairOf(map, key);
  if (pair === undefined) return undefined;
  if (map.flow === true) {
    const pairs = map.items.filter(isPair);
    return removeBetweenCommas(
      pairs.map((one) => rangeOfPair(text, one)),
      pairs.indexOf(pair),
    );
  }
  const [from, to] = rangeOfPair(text, pair);
  const start = lineStart(text, from);
  // The first key of a list's entry shares its line with the dash, which has to stay: it is emptied.
  if (text.slice(start, from).trim() !== '') return setPair(source, map, key, null);
  return { from: start, to: behindLine(text, to - 1), text: '' };
}

/** Takes an entry out of a list. */
export function removeItem({ text }: YamlSource, list: YAMLSeq, index: number): Splice {
  const items = list.items.filter(isNode);
  const item = items[index];
  if (item === undefined) throw new UneditableError(ENGLISH.say('This list has an empty entry.'));
  if (list.flow === true) {
    return removeBetweenCommas(
      items.map((one) => [rangeOf(one)[0], lastOffsetOf(text, one) + 1]),
      index,
    );
  }
  const dash = text.lastIndexOf('-', rangeOf(item)[0] - 1);
  return { from: lineStart(text, dash), to: behindLine(text, lastOffsetOf(text, item)), text: '' };
}
