import * as z from 'zod';
import { DEFAULT_ARRANGEMENT, GROUPINGS, SORTINGS, type Arrangement } from './arrangement.ts';
import { NO_FILTER, type Facet, type VendorFilter } from './filter.ts';

/** How a person wants to see the vendors. */
export interface Listing extends Arrangement {
  readonly filter: VendorFilter;
}

export const DEFAULT_LISTING: Listing = { ...DEFAULT_ARRANGEMENT, filter: NO_FILTER };

const values = z.array(z.string()).catch([]);
const nothing = (): { text: string; facets: Record<Facet, string[]> } => ({
  text: '',
  facets: { owner: [], tier: [], role: [], serves: [] },
});

const remembered = z
  .object({
    grouping: z.enum(GROUPINGS).catch(DEFAULT_ARRANGEMENT.grouping),
    sorting: z.enum(SORTINGS).catch(DEFAULT_ARRANGEMENT.sorting),
    filter: z
      .object({
        text: z.string().catch(''),
        facets: z
          .object({ owner: values, tier: values, role: values, serves: values })
          .catch(() => nothing().facets),
      })
      .catch(nothing),
  })
  .catch(() => ({ ...DEFAULT_ARRANGEMENT, filter: nothing() }));

/** What was remembered of an earlier session, as far as it is still known; everything else is as it is at first. */
export const readListing = (stored: unknown): Listing => remembered.parse(stored);
