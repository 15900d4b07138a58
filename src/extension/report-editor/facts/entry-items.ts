import { createHash } from 'node:crypto';
import { t } from '@vscode/l10n';
import { absentSays } from '../../../core/register/corrected-reading.ts';
import { pointAt } from '../../../core/register/edit-entries.ts';
import { entryKey, type PointedEntry } from '../../../core/register/entry-decision.ts';
import { passageIn, wordsOf, type EntryOf } from '../../../core/report/entries.ts';
import { ENTRY_LISTS, type DocumentReading, type EntryList } from '../../../core/report/reading.ts';
import type { FactAction, FactItem } from '../../../webview/facts.ts';
import { retold } from '../../language.ts';
import { passageOf, plainItem, stateOf } from './fact-items.ts';

/** An entry of a list with the id of its row. */
export interface ListedEntry<L extends EntryList = EntryList> {
  readonly id: string;
  readonly list: L;
  readonly entry: EntryOf<L>;
}

/** Enough to tell the entries of a report from each other. */
const ID_LENGTH = 16;

/** The same for the same entry, whatever a person makes of it and however often the report is read. */
const idOf = (about: PointedEntry): string =>
  `${about.list}:${createHash('sha256').update(entryKey(about)).digest('hex').slice(0, ID_LENGTH)}`;

/** The entries of a list with their ids; of two that say the same on one page, the second has another. */
export function listedEntries<L extends EntryList>(
  reading: DocumentReading,
  list: L,
): readonly ListedEntry<L>[] {
  const seen = new Map<string, number>();
  const entries: readonly EntryOf<L>[] = reading[list];
  return entries.map((entry) => {
    const id = idOf(pointAt(list, entry));
    const times = (seen.get(id) ?? 0) + 1;
    seen.set(id, times);
    return { id: times === 1 ? id : `${id}:${times}`, list, entry };
  });
}

/** The entry that a row stands for, as it is and as it is pointed at; undefined when the row is of another kind. */
export function entryOfRow(
  reading: DocumentReading,
  id: string,
): { readonly about: PointedEntry; readonly listed: ListedEntry | null } | undefined {
  const listed = ENTRY_LISTS.flatMap((list): readonly ListedEntry[] => listedEntries(reading, list)).find(
    (one) => one.id === id,
  );
  if (listed !== undefined) return { about: pointAt(listed.list, listed.entry), listed };
  const absent = reading.absentEntries?.find((one) => idOf(one) === id);
  return absent && { about: absent, listed: null };
}

const DECIDED_WITH_LIST: readonly FactAction[] = ['correct', 'mark-absent'];

/** One entry of a list, on which a person decides by itself. */
export function entryItem<L extends EntryList>(
  { id, entry }: ListedEntry<L>,
  { notes = [], actions = [], isPart = false }: Partial<Pick<FactItem, 'notes' | 'actions' | 'isPart'>> = {},
): FactItem {
  const { decided, page } = entry;
  const { number, text } = wordsOf(entry);
  const state = stateOf({ certainty: 'certainty' in entry ? entry.certainty : 'certain', decided });
  const own = decided !== undefined && decided.read === undefined ? DECIDED_WITH_LIST : state.actions;
  return {
    id,
    name: number ?? '',
    value: text,
    passages: [passageOf({ page, quote: passageIn(entry), printedPage: null })],
    ...state,
    notes: [
      ...notes,
      ...(decided?.source === 'corrected' && decided.read !== undefined
        ? [t('Read as: {0}', [decided.read.number ?? '', decided.read.text].join(' ').trim())]
        : []),
      ...(decided?.isUnread === true ? [t('Not read any more: compare it with the report.')] : []),
    ],
    actions: [...own, ...actions],
    isPart,
  };
}

/** What was read for a list and a person found not to be in the report; it can be taken back. */
export const absentItems = ({ absentEntries = [] }: DocumentReading, list: EntryList): readonly FactItem[] =>
  absentEntries
    .filter((one) => one.list === list)
    .map((one) =>
      plainItem({
        id: idOf(one),
        name: one.number ?? '',
        value: one.text,
        notes: [retold(absentSays(one.decided))],
        passages: [{ page: one.page, quote: one.text }],
        state: 'absent',
        actions: ['take-back'],
        isPart: true,
      }),
    );
