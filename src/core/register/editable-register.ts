import { isMap, isSeq, type YAMLSeq } from 'yaml';
import { ENGLISH } from '../language/language.ts';
import { parseRegister } from './parse-register.ts';
import type { Problem } from './register.ts';
import {
  appendItems,
  listItem,
  lineBehind,
  lineEndOf,
  pairOf,
  setPair,
  splice,
  UneditableError,
  type Splice,
} from './yaml-edit.ts';
import { parseYamlSource, type YamlSource } from './yaml-source.ts';

/**
 * The register, ready to be edited.
 * @throws UneditableError for a file with errors: what a person has begun there is not for a program to finish
 */
export function editable(text: string): YamlSource {
  const error = firstError(text);
  if (error !== undefined) {
    throw new UneditableError(
      ENGLISH.say('The register has an error on line {0}; correct it first. {1}', error.line, error.message),
    );
  }
  return parseYamlSource(text);
}

const firstError = (text: string): Problem | undefined =>
  parseRegister(text).problems.find(({ severity }) => severity === 'error');

/** The edited text, unless what was wanted isn't valid there. */
export function checked(result: string): string {
  const error = firstError(result);
  if (error !== undefined)
    throw new UneditableError(ENGLISH.say('That can’t be written: {0}', error.message));
  return result;
}

export function listAt(source: YamlSource, key: string): YAMLSeq | undefined {
  const { contents } = source.document;
  const list: unknown = isMap(contents) ? contents.get(key, true) : undefined;
  return isSeq(list) ? list : undefined;
}

/** The list's key without any entry: `vendors:`, `vendors: []`, or not there at all. */
function firstEntries(source: YamlSource, key: string, blocks: readonly string[]): Splice[] {
  const { text, document } = source;
  const lineEnd = lineEndOf(text);
  const entry = blocks.flatMap((block) => listItem(block, '  ')).join(lineEnd);
  const { contents } = document;
  const pair = isMap(contents) ? pairOf(contents, key) : undefined;
  if (pair === undefined || !isMap(contents)) {
    const open = text === '' || text.endsWith('\n') ? '' : lineEnd;
    return [{ from: text.length, to: text.length, text: `${open}${key}:${lineEnd}${entry}${lineEnd}` }];
  }
  const emptied = setPair(source, contents, key, null);
  const at = emptied?.from ?? text.length;
  return [...(emptied === undefined ? [] : [emptied]), lineBehind(text, at, entry)];
}

/** A new entry of one of the register's lists, as lines, and as it is written between brackets. */
export interface NewEntry {
  readonly block: string;
  readonly inline: string;
}

/** New entries at the end of one of the register's lists, in the list's own style. */
export function entriesAdded(source: YamlSource, key: string, entries: readonly NewEntry[]): Splice[] {
  const list = listAt(source, key);
  const blocks = entries.map(({ block }) => block);
  if (list === undefined || list.items.length === 0) return firstEntries(source, key, blocks);
  return [appendItems(source, list, list.flow === true ? entries.map(({ inline }) => inline) : blocks)];
}

/** One new entry at the end of one of the register's lists. */
export const addEntry = (source: YamlSource, key: string, entry: NewEntry): string =>
  checked(splice(source.text, entriesAdded(source, key, [entry])));
