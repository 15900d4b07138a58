import { isMap, isSeq, type YAMLMap } from 'yaml';
import type { CorrectableField, CorrectableValues, CorrectedKind } from './correction.ts';
import { entryEdit, entryRecord, type EntryChange } from './edit-entries.ts';
import { addEntry, checked, editable, listAt } from './editable-register.ts';
import {
  appendItems,
  inlineYaml,
  insertBlock,
  setPair,
  splice,
  type EditableValue,
  type Splice,
} from './yaml-edit.ts';
import { removeItem, removePair } from './yaml-removal.ts';
import type { YamlSource } from './yaml-source.ts';

/** The file that is corrected: where it lies now, and its hash. */
export interface CorrectedFile {
  readonly path: string;
  /** Lower-case hexadecimal, 64 digits. */
  readonly sha256: string;
}

/** What changes in the correction of a file. What is left out stays as it is; null takes something back. */
export interface CorrectionChange {
  readonly by?: string;
  /** ISO date. */
  readonly on?: string;
  readonly as?: CorrectedKind | null;
  readonly facts?: {
    readonly [F in CorrectableField]?: NewDecision<CorrectableValues[F]> | null;
  };
  /** About single entries of lists. */
  readonly entries?: readonly EntryChange[];
  /** Warnings that somebody has looked into, beside those that are settled already. */
  readonly settled?: readonly string[];
}

/** A decision as it is written down: passage and page are left out where the person cites none. */
export type NewDecision<T> =
  | { readonly is: 'absent' }
  | {
      readonly is: 'confirmed' | 'corrected';
      readonly value: T;
      readonly page?: number;
      readonly quote?: string;
    };

const entryOf = (source: YamlSource, sha256: string): YAMLMap | undefined =>
  listAt(source, 'corrections')?.items.find(
    (item): item is YAMLMap => isMap(item) && String(item.get('sha256')).trim().toLowerCase() === sha256,
  );

function decisionYaml(decision: NewDecision<EditableValue | number>): EditableValue {
  if (decision.is === 'absent') return 'absent';
  const { is, value, page, quote } = decision;
  return {
    [is]: value as string | number | readonly string[],
    ...(page === undefined ? {} : { page }),
    ...(quote === undefined ? {} : { quote }),
  };
}

type FactChange = readonly [field: string, value: EditableValue | null];

const factChanges = ({ facts }: CorrectionChange): FactChange[] =>
  Object.entries(facts ?? {}).map(([field, decision]) => [
    field,
    decision === null ? null : decisionYaml(decision as NewDecision<EditableValue | number>),
  ]);

const isWritten = (change: FactChange): change is readonly [string, EditableValue] => change[1] !== null;

/** The entry of a file that had none, its keys in their usual order. */
function newEntry(text: string, file: CorrectedFile, change: CorrectionChange): string {
  const facts = factChanges(change).filter(isWritten);
  const { by, on, settled = [] } = change;
  const as = change.as ?? undefined;
  const entries = (change.entries ?? []).map((one) => entryRecord(one)).filter((one) => one !== null);
  if (facts.length === 0 && as === undefined && settled.length === 0 && entries.length === 0) return text;
  const entry = {
    file: file.path,
    sha256: file.sha256,
    ...(by === undefined ? {} : { by }),
    ...(on === undefined ? {} : { on }),
    ...(as === undefined ? {} : { as }),
  };
  const lines = [
    ...Object.entries(entry).map(([key, value]) => `${key}: ${inlineYaml(value)}`),
    ...(facts.length === 0
      ? []
      : ['facts:', ...facts.map(([field, value]) => `  ${field}: ${inlineYaml(value)}`)]),
    ...(entries.length === 0 ? [] : ['entries:', ...entries.map((one) => `  - ${inlineYaml(one)}`)]),
    ...(settled.length === 0 ? [] : ['settled:', ...settled.map((warning) => `  - ${inlineYaml(warning)}`)]),
  ];
  const inline = [
    ...Object.entries(entry).map(([key, value]) => `${key}: ${inlineYaml([value]).slice(1, -1)}`),
    ...(facts.length === 0
      ? []
      : [`facts: { ${facts.map(([field, value]) => `${field}: ${inFlow(value)}`).join(', ')} }`]),
    ...(entries.length === 0 ? [] : [`entries: ${inlineYaml(entries)}`]),
    ...(settled.length === 0 ? [] : [`settled: ${inlineYaml(settled)}`]),
  ];
  return addEntry(editable(text), 'corrections', {
    block: lines.join('\n'),
    inline: `{ ${inline.join(', ')} }`,
  });
}

/** A value between commas: a text that holds one is quoted there. */
const inFlow = (value: EditableValue): string =>
  typeof value === 'string' ? inlineYaml([value]).slice(1, -1) : inlineYaml(value);

/** Applies an edit to the entry of a file, found anew: every edit moves what stands behind it. */
function editEntry(
  text: string,
  sha256: string,
  edit: (source: YamlSource, entry: YAMLMap) => Splice | undefined,
): string {
  const source = editable(text);
  const entry = entryOf(source, sha256);
  const change = entry === undefined ? undefined : edit(source, entry);
  return change === undefined ? text : checked(splice(text, [change]));
}

function setFact(text: string, sha256: string, [field, value]: FactChange): string {
  return editEntry(text, sha256, (source, entry) => {
    const facts: unknown = entry.get('facts', true);
    if (isMap(facts) && facts.items.length > 0) {
      if (value !== null) return setPair(source, facts, field, value);
      const isLast = facts.items.length === 1 && facts.has(field);
      return isLast ? removePair(source, entry, 'facts') : removePair(source, facts, field);
    }
    if (value === null) return undefined;
    return insertBlock(source, entry, 'facts', [`${field}: ${inFlow(value)}`]);
  });
}

function addSettled(text: string, sha256: string, warnings: readonly string[]): string {
  return editEntry(text, sha256, (source, entry) => {
    const settled: unknown = entry.get('settled', true);
    if (!isSeq(settled) || settled.items.length === 0) return setPair(source, entry, 'settled', warnings);
    const known = new Set(settled.toJSON().map(String));
    const fresh = warnings.filter((warning) => !known.has(warning));
    return fresh.length === 0 ? undefined : appendItems(source, settled, fresh.map(inFlow));
  });
}

/** An entry that decides nothing any more goes. */
function withoutEmptyEntry(text: string, sha256: string): string {
  const source = editable(text);
  const entry = entryOf(source, sha256);
  const decides = ['as', 'facts', 'entries', 'settled'].some((key) => {
    const value: unknown = entry?.get(key);
    return value !== undefined && value !== null && value !== '';
  });
  return decides ? text : removeCorrection(text, sha256);
}

/**
 * Writes down what a person decided about a file: adds the file's entry to `corrections`, or changes it where it
 * stands. Everything else in the register stays byte for byte.
 *
 * @throws UneditableError for a register with errors, or when a value isn't valid for its field
 */
export function setCorrection(text: string, file: CorrectedFile, change: CorrectionChange): string {
  if (entryOf(editable(text), file.sha256) === undefined) return newEntry(text, file, change);
  const { by, on, as, settled } = change;
  let result = text;
  const set = (key: string, value: string, behind: string): void => {
    result = editEntry(result, file.sha256, (source, entry) => setPair(source, entry, key, value, behind));
  };
  set('file', file.path, 'sha256');
  if (by !== undefined) set('by', by, 'sha256');
  if (on !== undefined) set('on', on, 'by');
  if (as === null) {
    result = editEntry(result, file.sha256, (source, entry) => removePair(source, entry, 'as'));
  } else if (as !== undefined) set('as', as, 'on');
  for (const fact of factChanges(change)) result = setFact(result, file.sha256, fact);
  for (const one of change.entries ?? []) {
    result = editEntry(result, file.sha256, (source, entry) => entryEdit(source, entry, 'entries', one));
  }
  if (settled !== undefined && settled.length > 0) result = addSettled(result, file.sha256, settled);
  return withoutEmptyEntry(result, file.sha256);
}

/**
 * Takes back all that was decided about a file. Nothing changes when there is no such entry.
 * @throws UneditableError for a register with errors
 */
export function removeCorrection(text: string, sha256: string): string {
  const source = editable(text);
  const list = listAt(source, 'corrections');
  const entry = entryOf(source, sha256);
  if (list === undefined || entry === undefined) return text;
  return checked(splice(text, [removeItem(source, list, list.items.indexOf(entry))]));
}
