import { compareNames } from '../../core/library/order.ts';
import { TIERS } from '../../core/register/register.ts';
import type { VendorStatus, OwnDocumentStatus } from './node.ts';

/** What vendors can be picked by. */
export const FACETS = ['owner', 'tier', 'role', 'serves'] as const;
export type Facet = (typeof FACETS)[number];

/** The value of a facet that a vendor doesn't have. */
export const NONE = '';

/** Which vendors are listed: those that meet the text and, of each facet with values, one of these. */
export interface VendorFilter {
  readonly text: string;
  readonly facets: Readonly<Record<Facet, readonly string[]>>;
}

export const NO_FILTER: VendorFilter = { text: '', facets: { owner: [], tier: [], role: [], serves: [] } };

export const isFiltering = ({ text, facets }: VendorFilter): boolean =>
  wordsOf(text).length > 0 || FACETS.some((facet) => facets[facet].length > 0);

/** A vendor's values of a facet; never empty. One that serves clients and internal users has both. */
export function facetValues({ dossier: { registered } }: VendorStatus, facet: Facet): readonly string[] {
  if (facet === 'serves' && registered?.serves === 'both') return ['clients', 'internal users'];
  return [registered?.[facet] ?? NONE];
}

/** The values of a facet that there are to choose from, with the number of vendors; what is not set comes last. */
export function facetChoices(
  vendors: readonly VendorStatus[],
  facet: Facet,
): readonly { readonly value: string; readonly count: number }[] {
  const counts = new Map<string, number>();
  for (const vendor of vendors) {
    for (const value of facetValues(vendor, facet)) counts.set(value, (counts.get(value) ?? 0) + 1);
  }
  const rank = (value: string): number =>
    value === NONE ? TIERS.length : facet === 'tier' ? (TIERS as readonly string[]).indexOf(value) : 0;
  return [...counts]
    .map(([value, count]) => ({ value, count }))
    .sort((a, b) => rank(a.value) - rank(b.value) || compareNames(a.value, b.value));
}

export function passes(vendor: VendorStatus, { text, facets }: VendorFilter): boolean {
  return (
    FACETS.every(
      (facet) =>
        facets[facet].length === 0 ||
        facetValues(vendor, facet).some((value) => facets[facet].includes(value)),
    ) && meets(text, () => textsOf(vendor))
  );
}

/** Our own documents have a name and an owner; a filter by what only vendors have leaves them out. */
export function documentPasses(
  { document, standing }: OwnDocumentStatus,
  { text, facets }: VendorFilter,
): boolean {
  if (facets.tier.length + facets.role.length + facets.serves.length > 0) return false;
  if (facets.owner.length > 0 && !facets.owner.includes(document.owner ?? NONE)) return false;
  return meets(text, () => [
    document.name,
    document.path ?? '',
    document.owner ?? '',
    ...standing.reasons.map((reason) => reason.text),
  ]);
}

const folded = (text: string): string =>
  text
    .normalize('NFKD')
    .replace(/[\u0300-\u036f]/g, '')
    .toLowerCase();

const wordsOf = (text: string): string[] =>
  folded(text)
    .split(/\s+/)
    .filter((word) => word !== '');

/** Every word of the filter stands somewhere, in any case and with or without accents. */
function meets(text: string, texts: () => readonly string[]): boolean {
  const words = wordsOf(text);
  if (words.length === 0) return true;
  const all = folded(texts().join('\n'));
  return words.every((word) => all.includes(word));
}

const textsOf = ({ dossier: { name, registered }, standing }: VendorStatus): string[] => [
  name,
  ...(registered?.aliases ?? []),
  registered?.owner ?? '',
  ...(registered?.services ?? []).map((service) => service.name),
  ...(registered?.facilities ?? []),
  ...(standing?.reasons ?? []).map((reason) => reason.text),
];
