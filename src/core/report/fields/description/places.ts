const US_STATES = new Set(
  'Alabama|Alaska|Arizona|Arkansas|California|Colorado|Connecticut|Delaware|Florida|Georgia|Hawaii|Idaho|Illinois|Indiana|Iowa|Kansas|Kentucky|Louisiana|Maine|Maryland|Massachusetts|Michigan|Minnesota|Mississippi|Missouri|Montana|Nebraska|Nevada|New Hampshire|New Jersey|New Mexico|New York|North Carolina|North Dakota|Ohio|Oklahoma|Oregon|Pennsylvania|Rhode Island|South Carolina|South Dakota|Tennessee|Texas|Utah|Vermont|Virginia|Washington|West Virginia|Wisconsin|Wyoming|District of Columbia|Ontario|Quebec|Alberta|British Columbia|New South Wales|Victoria|Queensland'.split(
    '|',
  ),
);

let known: ReadonlySet<string> | undefined;

/** Names of countries in English, by the platform's own list, which is asked when a place is first read. */
const countries = (): ReadonlySet<string> => (known ??= new Set(countryNames()));

function* countryNames(): Generator<string> {
  const names = new Intl.DisplayNames('en', { type: 'region', fallback: 'none' });
  const letters = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ';
  for (const first of letters) {
    for (const second of letters) {
      const name = names.of(first + second);
      if (name !== undefined) yield name;
    }
  }
  yield* [
    'USA',
    'U.S.A.',
    'US',
    'UK',
    'U.K.',
    'UAE',
    'England',
    'Scotland',
    'Wales',
    'The Netherlands',
    'Hong Kong',
  ];
}

/** What follows a city after a comma: a state, its two letters, a country. */
const isRegion = (text: string): boolean =>
  US_STATES.has(text) ||
  /^[A-Z]{2}$/.test(text) ||
  (countries().has(text) && text !== 'Hong Kong' && text !== 'Singapore');

/** "FRA1", "NYC-02": what the operator calls the site. */
const SITE_CODE =
  /^[A-Z]{2,5}[-\s]?\d{1,3}[A-Z]?(?:\s*(?:,|and|&|\/|\+)\s*(?:[A-Z]{2,5}[-\s]?)?\d{1,3}[A-Z]?)*$/;

/**
 * Parts an enumeration of places: "Ashburn, Virginia and Reno, Nevada" are two, "Brussels, Frankfurt and Sydney"
 * three. A semicolon parts more than a comma.
 */
export function splitPlaces(text: string): string[] {
  const pieces = text.includes(';') ? text.split(/;\s*(?:and\s+)?/) : text.split(/,\s*(?:and\s+)?|\s+and\s+/);
  const places: string[] = [];
  for (const piece of pieces) {
    const name = piece
      .trim()
      .replace(/^(?:the|in|at|located in)\s+/i, '')
      .replace(/[.,;]$/, '')
      .replace(/\s+(?:data cent(?:er|re)s?|facilit(?:y|ies)|sites?)$/i, '');
    const last = places.at(-1);
    if (name === '') continue;
    if (last !== undefined && SITE_CODE.test(last)) {
      places[places.length - 1] = `${last}, ${name}`;
      continue;
    }
    if (last !== undefined && isRegion(name) && !text.includes(';') && text.includes(`${last}, ${name}`))
      places[places.length - 1] = `${last}, ${name}`;
    else if (/^[\p{Lu}\d]/u.test(name) && name.length < 80 && name.split(/\s+/).length <= 8)
      places.push(name);
    else break;
  }
  return places;
}

const STREET =
  /^\d|\b(?:street|st\.|road|rd\.|avenue|ave\.?|boulevard|blvd\.?|drive|dr\.|lane|way|suite|floor|building|parkway|pkwy\.?|highway|p\.?o\.? box)\b/i;
const SITE_WORDS =
  /\s+(?:(?:data|colocation|computing|hosting|operations?)\s*cent(?:er|re)s?|facilit(?:y|ies)|sites?|campus|office)\b.*$/i;

/**
 * The place in what a report prints of a site: "FRA1, Frankfurt", "227 Wharf Road, Marseille" and "Marseille data
 * center" are in Frankfurt and Marseille. A state or country stays with its city.
 */
export function placeOfSite(printed: string): string {
  const parts = printed
    .split(/,\s*|\s+[–-]\s+|\s*[:|]\s*/)
    .map((part) =>
      part
        .replace(/\s*\([^)]*\)/g, '')
        .replace(SITE_WORDS, '')
        .trim(),
    )
    .filter(
      (part) =>
        part !== '' &&
        !SITE_CODE.test(part) &&
        !STREET.test(part) &&
        !/^\p{Lu}{0,2}\s?[\d\s-]{4,}$/u.test(part),
    );
  const [city, region] = parts;
  if (city === undefined) return printed.trim();
  return region !== undefined && isRegion(region) ? `${city}, ${region}` : city;
}
