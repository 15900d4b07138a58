import type { RegisteredVendor } from '../register/register.ts';
import type { Facility } from '../report/reading.ts';
import { foldedWords } from '../register/vendor-name.ts';
import type { LineState } from './report-clock.ts';

/** A facility that we use and that the vendor's reports, though they name the sites they examined, don't examine. */
export interface UnexaminedFacility {
  readonly facility: string;
  /** True when a report says so itself, false when it only names others. */
  readonly isExcluded: boolean;
  readonly files: readonly string[];
}

/** "Brussels" is in "BRU1 – Brussels, Belgium"; "York" is not in "Yorkshire". */
function names(printed: string, facility: string): boolean {
  const words = foldedWords(printed);
  const wanted = foldedWords(facility);
  return (
    wanted.length > 0 &&
    words.some((_, index) => wanted.every((word, offset) => words[index + offset] === word))
  );
}

/** A passage this short names one site; a longer one may be a sentence about several. */
const ONE_SITE_LENGTH = 60;

/** What reports say about one of our facilities: by the site's name, or by the place printed beside it. */
export function facilityMentions(printed: readonly Facility[], facility: string): Facility[] {
  const byName = printed.filter(({ value }) => names(value, facility));
  if (byName.length > 0) return byName;
  return printed.filter(({ quote }) => quote.length <= ONE_SITE_LENGTH && names(quote, facility));
}

/**
 * Compares the facilities that we use with those that the newest report of each line examined. Reports that name
 * no facility at all say nothing, for or against.
 */
export function unexaminedFacilities(
  registered: RegisteredVendor | null,
  lines: readonly LineState[],
): UnexaminedFacility[] {
  const printing = lines.flatMap(({ newest }) =>
    newest !== null && newest.document.reading.facilities.length > 0 ? [newest.document] : [],
  );
  const printed = printing.flatMap(({ reading }) => reading.facilities);
  if (printed.length === 0) return [];
  return (registered?.facilities ?? []).flatMap((facility) => {
    const mentions = facilityMentions(printed, facility);
    if (mentions.some(({ inScope }) => inScope)) return [];
    return [{ facility, isExcluded: mentions.length > 0, files: printing.map(({ path }) => path) }];
  });
}
