import { t } from '@vscode/l10n';
import * as vscode from 'vscode';
import type { CorrectableField, CorrectableValues } from '../../../core/register/correction.ts';
import { TRUST_SERVICES_CATEGORIES } from '../../../core/report/reading.ts';
import { fieldName, methodInWords, opinionInWords } from '../facts/words.ts';
import { textOfValue, valueFromText } from './value-text.ts';

type Asked<F extends CorrectableField> = Promise<CorrectableValues[F] | undefined>;

/**
 * Asks what the value of a field is; undefined when nobody answers.
 * @param proposal what stands there at first: the value as it was read, or selected words
 */
export async function askValue<F extends CorrectableField>(field: F, proposal: string): Asked<F> {
  const choices = CHOICES[field];
  if (choices !== undefined) return await choices(proposal);
  const answer = await vscode.window.showInputBox({
    title: fieldName(field),
    prompt: promptFor(field),
    value: proposedText(field, proposal),
    ignoreFocusOut: true,
    validateInput: (text) => (valueFromText(field, text) === undefined ? objectionTo(field) : undefined),
  });
  return answer === undefined ? undefined : valueFromText(field, answer);
}

/** What is understood of the proposal, as we write it; else the proposal itself, to be put right. */
function proposedText(field: CorrectableField, proposal: string): string {
  const understood = valueFromText(field, proposal);
  return understood === undefined ? proposal : textOfValue(understood);
}

const isDate = (field: CorrectableField): boolean => /Date$|^period|^bridge/.test(field);
const isNames = (field: CorrectableField): boolean =>
  field === 'subserviceOrganizations' || field === 'facilities';

function promptFor(field: CorrectableField): string {
  if (isDate(field)) return t('The day as year-month-day');
  return isNames(field) ? t('All of them, with semicolons between the names') : t('As the report prints it');
}

const objectionTo = (field: CorrectableField): string =>
  isDate(field)
    ? t('Enter a day that exists as year-month-day, for example {0}.', '2026-01-31')
    : t('Enter what the report says. A value that it doesn’t print is marked as not in the report.');

interface Choice<T> extends vscode.QuickPickItem {
  readonly value: T;
}

async function pickOne<T>(
  field: CorrectableField,
  proposed: T | undefined,
  choices: readonly Choice<T>[],
): Promise<T | undefined> {
  const first = choices.filter(({ value }) => value === proposed);
  const others = choices.filter(({ value }) => value !== proposed);
  const picked = await vscode.window.showQuickPick([...first, ...others], {
    title: fieldName(field),
    ignoreFocusOut: true,
  });
  return picked?.value;
}

/** Fields that can only be one of few things. */
const CHOICES: {
  readonly [F in CorrectableField]?: (proposal: string) => Promise<CorrectableValues[F] | undefined>;
} = {
  type: (proposal) =>
    pickOne('type', valueFromText('type', proposal), [
      { label: t('Type 1'), detail: t('Design of the controls, on one day'), value: 1 },
      {
        label: t('Type 2'),
        detail: t('Design and operating effectiveness of the controls, throughout a period'),
        value: 2,
      },
    ]),
  opinion: (proposal) =>
    pickOne(
      'opinion',
      valueFromText('opinion', proposal),
      (['unmodified', 'qualified', 'adverse', 'disclaimer'] as const).map((value) => ({
        label: opinionInWords(value),
        value,
      })),
    ),
  subserviceMethod: (proposal) =>
    pickOne(
      'subserviceMethod',
      valueFromText('subserviceMethod', proposal),
      (['carve-out', 'inclusive'] as const).map((value) => ({ label: methodInWords(value), value })),
    ),
  categories: async (proposal) => {
    const proposed = valueFromText('categories', proposal) ?? [];
    const picked = await vscode.window.showQuickPick(
      TRUST_SERVICES_CATEGORIES.map((value) => ({ label: value, picked: proposed.includes(value), value })),
      { title: fieldName('categories'), canPickMany: true, ignoreFocusOut: true },
    );
    return picked === undefined || picked.length === 0 ? undefined : picked.map(({ value }) => value);
  },
};
