import { t } from '@vscode/l10n';
import * as vscode from 'vscode';
import { confirming, type EntryChange } from '../../../core/register/edit-entries.ts';
import type { PointedEntry } from '../../../core/register/entry-decision.ts';
import { hasNumbers, passageIn, wordsOf } from '../../../core/report/entries.ts';
import type { EntryWords } from '../../../core/report/fact.ts';
import type { EntryList } from '../../../core/report/reading.ts';
import type { FactAction } from '../../../webview/facts.ts';
import type { SelectedText } from '../../../webview/protocol.ts';
import { entryOfRow, type ListedEntry } from '../facts/entry-items.ts';
import { listEntryName } from '../facts/words.ts';
import type { DecisionPlace } from './decide-fact.ts';
import { recordDecision } from './record-decision.ts';
import type { ReportInLibrary } from './report-in-library.ts';
import { whoDecides } from './who-decides.ts';

/** Confirms, corrects, takes out or takes back one entry of a list, as a reader asked for it on its row. */
export async function decideEntry(
  report: ReportInLibrary,
  row: string,
  action: FactAction,
  place: DecisionPlace,
): Promise<void> {
  const found = entryOfRow(report.document.reading, row);
  const change = found && (await changeFor(found.about, found.listed, action));
  if (change !== undefined) await record(report, change, place);
}

async function changeFor(
  about: PointedEntry,
  listed: ListedEntry | null,
  action: FactAction,
): Promise<EntryChange | undefined> {
  const { page, number, text } = about;
  switch (action) {
    case 'take-back':
      return { about, decision: null };
    case 'mark-absent':
      return { about, decision: { is: 'absent', says: { number, text }, page } };
    case 'confirm':
      return listed === null ? undefined : confirming(listed.list, listed.entry);
    case 'correct':
      return listed === null ? undefined : await correction(about, listed);
    case 'add-to-review':
      return undefined;
  }
}

async function correction(
  about: PointedEntry,
  { list, entry }: ListedEntry,
): Promise<EntryChange | undefined> {
  const says = await askEntry(list, wordsOf(entry));
  if (says === undefined) return undefined;
  const passage = passageIn(entry);
  const isKnown = passage === '' || passage === says.text || passage === about.text;
  return {
    about,
    decision: {
      is: entry.decided?.source === 'added' ? 'added' : 'corrected',
      says,
      page: entry.page,
      ...(isKnown ? {} : { quote: passage }),
    },
  };
}

/** Adds selected words to a list: an entry that the program has missed, with its page. */
export async function addEntry(
  report: ReportInLibrary,
  list: EntryList,
  { page, text }: SelectedText,
  place: DecisionPlace,
): Promise<void> {
  const number = hasNumbers(list) ? await askNumber(list, '') : null;
  if (number === undefined) return;
  const says = { number, text };
  await record(report, { about: { list, page, ...says }, decision: { is: 'added', says, page } }, place);
}

async function record(
  report: ReportInLibrary,
  change: EntryChange,
  { today, written }: DecisionPlace,
): Promise<void> {
  const decider = await whoDecides(report, today);
  if (decider !== undefined) await recordDecision(report, change, decider, written);
}

/** Asks what an entry says, and the number printed with it; undefined when nobody answers. */
async function askEntry(list: EntryList, { number, text }: EntryWords): Promise<EntryWords | undefined> {
  const answer = await vscode.window.showInputBox({
    title: listEntryName(list),
    prompt: t('As the report prints it'),
    value: text,
    ignoreFocusOut: true,
    validateInput: (typed) =>
      typed.trim() === ''
        ? t('Enter what the report says. A value that it doesn’t print is marked as not in the report.')
        : undefined,
  });
  if (answer === undefined) return undefined;
  const itsNumber = hasNumbers(list) ? await askNumber(list, number ?? '') : null;
  return itsNumber === undefined ? undefined : { number: itsNumber, text: answer.trim() };
}

/** Null where none is printed; undefined when nobody answers. */
async function askNumber(list: EntryList, proposal: string): Promise<string | null | undefined> {
  const answer = await vscode.window.showInputBox({
    title: listEntryName(list),
    prompt: t('The number printed with it, such as {0}; empty where there is none', 'CC6.2'),
    value: proposal,
    ignoreFocusOut: true,
  });
  return answer === undefined ? undefined : answer.trim() || null;
}
