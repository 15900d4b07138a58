import { t } from '@vscode/l10n';
import * as vscode from 'vscode';
import { facetInWords, filterInWords, valueInWords } from '../tree/arrangement-words.ts';
import {
  FACETS,
  facetChoices,
  isFiltering,
  NO_FILTER,
  type Facet,
  type VendorFilter,
} from '../tree/filter.ts';
import type { VendorStatus } from '../tree/node.ts';
import type { ListingState } from '../views/listing-state.ts';

type Step = Facet | 'text' | 'clear';

const ICONS: Readonly<Record<Step, string>> = {
  text: 'search',
  owner: 'person',
  tier: 'layers',
  role: 'briefcase',
  serves: 'organization',
  clear: 'clear-all',
};

/**
 * Asks what the vendors are to be filtered by, one thing after the other, until nothing more is chosen. The tree
 * follows every answer a moment later, and takes the focus when it had it before; the next question stays nevertheless.
 */
export async function askFilter(state: ListingState, vendors: readonly VendorStatus[]): Promise<void> {
  for (;;) {
    const { filter } = state.listing;
    const step = await askStep(filter);
    if (step === undefined) return;
    if (step === 'clear') {
      await state.change({ filter: NO_FILTER });
      return;
    }
    const changed = step === 'text' ? await askText(filter) : await askValues(filter, step, vendors);
    if (changed !== undefined) await state.change({ filter: changed });
  }
}

async function askStep(filter: VendorFilter): Promise<Step | undefined> {
  const only = (facet: Facet): VendorFilter => ({
    text: '',
    facets: { ...NO_FILTER.facets, [facet]: filter.facets[facet] },
  });
  const item = (step: Step, label: string, description: string) => ({
    label: `$(${ICONS[step]}) ${label}`,
    description,
    step,
  });
  const items = [
    item('text', t('Text'), filterInWords({ ...NO_FILTER, text: filter.text })),
    ...FACETS.map((facet) => item(facet, facetInWords(facet), filterInWords(only(facet)))),
    ...(isFiltering(filter) ? [item('clear', t('Clear Filter'), '')] : []),
  ];
  const picked = await vscode.window.showQuickPick(items, {
    title: t('Filter Vendors'),
    placeHolder: t('What should the vendors be filtered by? Escape when done.'),
    ignoreFocusOut: true,
  });
  return picked?.step;
}

async function askText(filter: VendorFilter): Promise<VendorFilter | undefined> {
  const text = await vscode.window.showInputBox({
    title: t('Filter Vendors by Text'),
    prompt: t(
      'Words in the name, the owner, the services, the facilities or the reasons; empty for all vendors.',
    ),
    value: filter.text,
    ignoreFocusOut: true,
  });
  return text === undefined ? undefined : { ...filter, text: text.trim() };
}

async function askValues(
  filter: VendorFilter,
  facet: Facet,
  vendors: readonly VendorStatus[],
): Promise<VendorFilter | undefined> {
  const items = facetChoices(vendors, facet).map(({ value, count }) => ({
    label: valueInWords(facet, value),
    description: String(count),
    picked: filter.facets[facet].includes(value),
    value,
  }));
  const picked = await vscode.window.showQuickPick(items, {
    title: t('Filter Vendors by {0}', facetInWords(facet)),
    placeHolder: t('Nothing chosen means all vendors.'),
    canPickMany: true,
    ignoreFocusOut: true,
  });
  if (picked === undefined) return undefined;
  return { ...filter, facets: { ...filter.facets, [facet]: picked.map(({ value }) => value) } };
}
