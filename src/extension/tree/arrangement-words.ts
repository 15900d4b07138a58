import { t } from '@vscode/l10n';
import type { CalendarDate } from '../../core/calendar/calendar-date.ts';
import { monthInWords } from '../language.ts';
import type { Grouping, GroupKey, Sorting } from './arrangement.ts';
import { FACETS, NONE, type Facet, type VendorFilter } from './filter.ts';
import { joined, verdictInWords } from './words.ts';

/** The heading of a group. */
export function groupInWords(key: GroupKey): string {
  switch (key.by) {
    case 'verdict':
      return verdictInWords(key.value);
    case 'tier':
      return valueInWords('tier', key.value ?? NONE);
    case 'owner':
      return valueInWords('owner', key.value ?? NONE);
    case 'due-month':
      return key.value === null
        ? t('No due date')
        : t('Due {0}', monthInWords(`${key.value}-01` as CalendarDate));
  }
}

export function groupingInWords(grouping: Grouping): string {
  switch (grouping) {
    case 'verdict':
      return t('Status');
    case 'name':
      return t('Name');
    case 'tier':
      return t('Tier');
    case 'owner':
      return t('Owner');
    case 'due-month':
      return t('Month in which the review is due');
  }
}

export function sortingInWords(sorting: Sorting): string {
  switch (sorting) {
    case 'urgency':
      return t('Urgency');
    case 'name':
      return t('Name');
    case 'due':
      return t('Due date');
  }
}

export function facetInWords(facet: Facet): string {
  switch (facet) {
    case 'owner':
      return t('Owner');
    case 'tier':
      return t('Tier');
    case 'role':
      return t('Role');
    case 'serves':
      return t('Serves');
  }
}

/** A value of a facet as it stands in a list of them; the words of the register stay as they are written there. */
export function valueInWords(facet: Facet, value: string): string {
  if (value !== NONE) return facet === 'tier' ? t('Tier {0}', value) : value;
  switch (facet) {
    case 'owner':
      return t('No owner');
    case 'tier':
      return t('No tier');
    case 'role':
      return t('No role');
    case 'serves':
      return t('Not said whom it serves');
  }
}

const eitherOf = (words: readonly string[]): string =>
  words.reduce((before, word) => t('{0} or {1}', before, word));

/** A filter in words: "Tier critical or Tier high · “payroll”"; empty when it filters nothing. */
export function filterInWords({ text, facets }: VendorFilter): string {
  const parts = FACETS.flatMap((facet) =>
    facets[facet].length === 0 ? [] : [eitherOf(facets[facet].map((value) => valueInWords(facet, value)))],
  );
  return joined(...parts, text.trim() === '' ? null : t('“{0}”', text.trim()));
}
