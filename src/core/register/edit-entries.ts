import { isMap, isSeq, type YAMLMap, type YAMLSeq } from 'yaml';
import { readWordsOf, wordsOf, type Entry } from '../report/entries.ts';
import type { EntryList } from '../report/reading.ts';
import { keyOfDecision, entryKey, type EntryDecision, type PointedEntry } from './entry-decision.ts';
import { entryDecision } from './entry-schema.ts';
import {
  appendItem,
  inlineYaml,
  insertBlock,
  isNode,
  lastOffsetOf,
  rangeOf,
  setPair,
  type EditableRecord,
  type Splice,
} from './yaml-edit.ts';
import { removeItem, removePair } from './yaml-removal.ts';
import { plainPart, type YamlSource } from './yaml-source.ts';

/** A decision about one entry as a person makes it. */
export interface NewEntryDecision extends Pick<EntryDecision, 'is' | 'says'> {
  readonly page: number;
  readonly quote?: string;
  readonly by?: string;
  /** ISO date. */
  readonly on?: string;
}

/** What changes about one entry; null takes back what was decided. */
export interface EntryChange {
  /** The entry as the program read it, or as it was added. */
  readonly about: PointedEntry;
  readonly decision: NewEntryDecision | null;
}

/** The entry of a list that a decision is to be about. */
export const pointAt = (list: EntryList, entry: Entry): PointedEntry => ({
  list,
  ...readWordsOf(entry),
  page: entry.page,
});

/** The passage that a decision has to keep: that of a name, which stands in a sentence. */
const passageOf = (entry: Entry): { readonly quote?: string } =>
  'quote' in entry && entry.quote !== '' && entry.quote !== entry.value ? { quote: entry.quote } : {};

/** That an entry is right as it is shown. */
export const confirming = (list: EntryList, entry: Entry): EntryChange => ({
  about: pointAt(list, entry),
  decision: { is: 'confirmed', says: wordsOf(entry), page: entry.page, ...passageOf(entry) },
});

/** A report's words may run over lines; a decision is one line of the file. */
const onOneLine = (text: string): string => text.replaceAll(/\s+/g, ' ').trim();

const withNumber = (number: string | null): { readonly number?: string } =>
  number === null ? {} : { number: onOneLine(number) };

/** A decision as its line says it. */
function written({ about, decision }: EntryChange & { readonly decision: NewEntryDecision }): EditableRecord {
  const { is, says, page, quote, by, on } = decision;
  return {
    list: about.list,
    [is]: onOneLine(says.text),
    ...withNumber(says.number),
    page,
    ...(is === 'corrected' ? { read: { ...withNumber(about.number), text: onOneLine(about.text) } } : {}),
    ...(quote === undefined ? {} : { quote: onOneLine(quote) }),
    ...(by === undefined ? {} : { by }),
    ...(on === undefined ? {} : { on }),
  };
}

const listBelow = (map: YAMLMap, key: string): YAMLSeq | undefined => {
  const list: unknown = map.get(key, true);
  return isSeq(list) && list.items.length > 0 ? list : undefined;
};

/** Where in a list the decision about an entry stands; -1 where there is none. */
const placeOf = (source: YamlSource, list: YAMLSeq | undefined, about: PointedEntry): number =>
  list?.items.findIndex((item) => {
    const decision = isMap(item) ? entryDecision.safeParse(plainPart(source, item)).data : undefined;
    return decision !== undefined && keyOfDecision(decision) === entryKey(about);
  }) ?? -1;

/**
 * The line of a decision; null for one that is taken back. A correction of what another person has added elsewhere is
 * one here: only what is added here is added anew.
 *
 * @param isHere something is decided about the entry in this file already
 */
export function entryRecord({ about, decision }: EntryChange, isHere = false): EditableRecord | null {
  if (decision === null) return null;
  const isFirst = entryKey({ ...about, ...decision.says, page: decision.page }) === entryKey(about);
  const is = decision.is === 'added' && !isFirst && !isHere ? 'corrected' : decision.is;
  return written({ about, decision: { ...decision, is } });
}

/**
 * The edit of a list of decisions, one line for each, below a key of a map: changes the line about that entry, adds
 * one, or takes it out; with the last one goes the key. Undefined when there is nothing to do.
 */
export function entryEdit(
  source: YamlSource,
  map: YAMLMap,
  key: string,
  change: EntryChange,
): Splice | undefined {
  const list = listBelow(map, key);
  const index = placeOf(source, list, change.about);
  const record = entryRecord(change, index >= 0);
  if (record === null) {
    if (list === undefined || index < 0) return undefined;
    return list.items.length === 1 ? removePair(source, map, key) : removeItem(source, list, index);
  }
  if (list === undefined)
    return map.flow === true
      ? setPair(source, map, key, [record])
      : insertBlock(source, map, key, [`- ${inlineYaml(record)}`]);
  const item = list.items[index];
  if (!isNode(item)) return appendItem(source, list, inlineYaml(record));
  return { from: rangeOf(item)[0], to: lastOffsetOf(source.text, item) + 1, text: inlineYaml(record) };
}
