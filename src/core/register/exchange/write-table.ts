import type { RegisteredVendor } from '../register.ts';
import type { ReviewFile } from '../../review/review.ts';
import { COLUMNS, HEADINGS, type Column } from './columns.ts';

/** A vendor of the register with its reviews, newest first. */
export interface ExportedVendor {
  readonly vendor: RegisteredVendor;
  readonly reviews: readonly ReviewFile[];
}

function cellsOf({ vendor, reviews }: ExportedVendor): Readonly<Record<Column, string>> {
  const last = reviews.find(({ state }) => state === 'completed')?.record;
  return {
    name: vendor.name,
    aliases: vendor.aliases.join('; '),
    role: vendor.role ?? '',
    serves: vendor.serves ?? '',
    tier: vendor.tier ?? '',
    owner: vendor.owner ?? '',
    contact: vendor.contact ?? '',
    since: vendor.since ?? '',
    status: vendor.status,
    statusReason: vendor.statusReason ?? '',
    facilities: vendor.facilities.join('; '),
    lastReview: last?.reviewed ?? '',
    reviewer: last?.reviewer ?? '',
    conclusion: last?.conclusion ?? '',
    nextReview: last?.nextReview ?? '',
  };
}

/** The register's vendors as rows of a table, headings first, in the columns that an import reads. */
export const vendorTable = (vendors: readonly ExportedVendor[]): readonly (readonly string[])[] => [
  COLUMNS.map((column) => HEADINGS[column]),
  ...vendors.map((exported) => {
    const cells = cellsOf(exported);
    return COLUMNS.map((column) => cells[column]);
  }),
];
