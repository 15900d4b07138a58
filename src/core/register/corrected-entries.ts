import { ENGLISH } from '../language/language.ts';
import { ENTRY_MAKERS, hasNumbers, wordsOf, type Entry, type EntryOf } from '../report/entries.ts';
import type { FactDecision } from '../report/fact.ts';
import { ENTRY_LISTS, type AbsentEntry, type DocumentReading, type EntryList } from '../report/reading.ts';
import type { ValueDecisions } from './correction.ts';
import { foldEntry, keyOfDecision, type EntryDecision } from './entry-decision.ts';

/** What was decided about a file at one place, what counts more coming later. */
interface Layer {
  readonly facts: ValueDecisions;
  readonly entries: readonly EntryDecision[];
}

/**
 * The decisions that hold, one for an entry. A list that is decided on as a whole sets aside what less counted of its
 * entries; who corrects what another person has added says what is to be added.
 */
function inForce(layers: readonly Layer[]): readonly EntryDecision[] {
  let holding = new Map<string, EntryDecision>();
  for (const { facts, entries } of layers) {
    holding = new Map([...holding].filter(([, { list }]) => !(list in facts)));
    for (const decision of entries) {
      const key = keyOfDecision(decision);
      const isAdded = holding.get(key)?.is === 'added' && decision.is !== 'absent';
      holding.set(key, isAdded ? { ...decision, is: 'added' } : decision);
    }
  }
  return [...holding.values()];
}

/** How an entry or a decision reads, once for all comparisons. */
interface Folded {
  readonly number: string;
  readonly text: string;
  readonly page: number;
}

const folded = ({ number, text }: { number: string | null; text: string }, page: number): Folded => ({
  number: foldEntry(number ?? ''),
  text: foldEntry(text),
  page,
});

/** A number that only one of two prints doesn't part them. */
const numbersAgree = (a: Folded, b: Folded): boolean =>
  a.number === b.number || a.number === '' || b.number === '';

/** From this share on, a text that is part of another one is the same text, cut shorter. */
const SAME_EXTENT = 0.8;

/** True for what is read now where it is part of what a person has seen. More than they have seen is never hidden. */
const isCutFrom = (decided: Folded, read: Folded): boolean =>
  read.text.length >= decided.text.length * SAME_EXTENT && decided.text.includes(read.text);

/** Ways to find the entry that a decision is about, the surest first. None of them is a guess between two entries. */
const WAYS: readonly ((decided: Folded, read: Folded, list: EntryList) => boolean)[] = [
  (a, b) => a.text === b.text && a.page === b.page && a.number === b.number,
  (a, b) => a.text === b.text && a.page === b.page && numbersAgree(a, b),
  (a, b) => a.text === b.text && numbersAgree(a, b),
  (a, b, list) => hasNumbers(list) && a.page === b.page && numbersAgree(a, b) && isCutFrom(a, b),
];

/** Which entry each decision is about; those whose entry isn't read are left out. Independent of their order. */
function findEntries<E extends Entry>(
  list: EntryList,
  decisions: readonly EntryDecision[],
  entries: readonly E[],
): ReadonlyMap<EntryDecision, E> {
  const wanted = decisions.map((decision) => ({ decision, at: folded(decision.read, decision.page) }));
  const read = entries.map((entry) => ({ entry, at: folded(wordsOf(entry), entry.page) }));
  const found = new Map<EntryDecision, E>();
  const taken = new Set<E>();
  for (const [index, fits] of WAYS.entries()) {
    const open = wanted
      .filter(({ decision }) => !found.has(decision))
      .map(({ decision, at }) => ({
        decision,
        fitting: read.filter((one) => !taken.has(one.entry) && fits(at, one.at, list)),
      }));
    for (const { decision, fitting } of open) {
      const [first, second] = fitting;
      // What is printed twice on one page in the same words is one and the same to a person.
      if (first === undefined || (second !== undefined && index > 0)) continue;
      if (open.some((other) => other.decision !== decision && other.fitting.includes(first))) continue;
      found.set(decision, first.entry);
      taken.add(first.entry);
    }
  }
  return found;
}

/** An added entry that the program has learnt to read needs no adding any more: it is as good as confirmed. */
function sourceOf(is: EntryDecision['is'], isRead: boolean): FactDecision['source'] {
  if (is === 'added' && !isRead) return 'added';
  return is === 'corrected' ? 'corrected' : 'confirmed';
}

/** The entry as a person has it. */
function decidedEntry<L extends EntryList>(
  list: L,
  { is, read, says, page, quote, by, on }: EntryDecision,
  found: EntryOf<L> | undefined,
): EntryOf<L> {
  const isRead = found !== undefined;
  const decided: FactDecision = {
    source: sourceOf(is, isRead),
    by,
    on,
    read,
    ...(is === 'added' || isRead ? {} : { isUnread: true }),
    ...(quote === null ? {} : { cited: quote }),
  };
  const passage = quote ?? (isRead && 'quote' in found ? found.quote : says.text);
  return ENTRY_MAKERS[list]({ ...says, page, quote: passage, decided }, found);
}

const byPlace = (a: EntryDecision, b: EntryDecision): number =>
  a.page - b.page || (keyOfDecision(a) < keyOfDecision(b) ? -1 : 1);

/** A list with what was decided in place of what was read; what isn't read comes behind what its page has. */
function correctedList<L extends EntryList>(
  list: L,
  entries: readonly EntryOf<L>[],
  decisions: readonly EntryDecision[],
): readonly EntryOf<L>[] {
  const found = findEntries(list, decisions, entries);
  const decisionOf = new Map([...found].map(([decision, entry]) => [entry, decision]));
  const corrected = entries.flatMap((entry) => {
    const decision = decisionOf.get(entry);
    if (decision === undefined) return [entry];
    return decision.is === 'absent' ? [] : [decidedEntry(list, decision, entry)];
  });
  const others = decisions
    .filter((decision) => decision.is !== 'absent' && !found.has(decision))
    .sort(byPlace);
  for (const decision of others) {
    const at = corrected.findIndex(({ page }) => page > decision.page);
    corrected.splice(at < 0 ? corrected.length : at, 0, decidedEntry(list, decision, undefined));
  }
  return corrected;
}

const absentEntry = ({ list, read, page, by, on }: EntryDecision): AbsentEntry => ({
  list,
  ...read,
  page,
  decided: { by, on },
});

/** As much of a passage as tells it from others. */
const TELLING = 80;

function unreadWarnings(entries: readonly Entry[]): readonly string[] {
  return entries
    .filter(({ decided }) => decided?.isUnread === true)
    .map((entry) => {
      const { text } = wordsOf(entry);
      return ENGLISH.say(
        'A person has decided on what isn’t read any more on page {0}: “{1}”. Compare it with the report.',
        entry.page,
        text.length > TELLING ? `${text.slice(0, TELLING).replace(/\p{Cs}$/u, '')}…` : text,
      );
    });
}

/**
 * A reading with the entries of its lists as people have them. What was decided about an entry that isn't read any
 * more holds all the same, and is to be looked at.
 */
export function withDecidedEntries(reading: DocumentReading, layers: readonly Layer[]): DocumentReading {
  const decisions = inForce(layers);
  if (decisions.length === 0) return reading;
  const corrected = <L extends EntryList>(list: L): readonly EntryOf<L>[] => {
    const entries: readonly EntryOf<L>[] = reading[list];
    const own = decisions.filter((decision) => decision.list === list);
    return own.length === 0 ? entries : correctedList(list, entries, own);
  };
  const lists = {
    testExceptions: corrected('testExceptions'),
    untestedControls: corrected('untestedControls'),
    userControls: corrected('userControls'),
    subserviceOrganizations: corrected('subserviceOrganizations'),
    facilities: corrected('facilities'),
  } satisfies { readonly [L in EntryList]: readonly EntryOf<L>[] };
  const absent = decisions.filter(({ is }) => is === 'absent').sort(byPlace);
  return {
    ...reading,
    ...lists,
    ...(absent.length === 0 ? {} : { absentEntries: absent.map(absentEntry) }),
    warnings: [
      ...reading.warnings,
      ...unreadWarnings(ENTRY_LISTS.flatMap((list): readonly Entry[] => lists[list])),
    ],
  };
}
