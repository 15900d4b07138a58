import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import * as fc from 'fast-check';
import { filterInWords } from '../../../src/extension/tree/arrangement-words.ts';
import {
  documentPasses,
  FACETS,
  facetChoices,
  isFiltering,
  NO_FILTER,
  NONE,
  passes,
  type Facet,
  type VendorFilter,
} from '../../../src/extension/tree/filter.ts';
import { readListing, DEFAULT_LISTING } from '../../../src/extension/tree/listing.ts';
import { ownDocuments } from '../../../src/extension/tree/own-document-nodes.ts';
import { calendarDate } from '../../../src/core/calendar/calendar-date.ts';
import { EMPTY_REGISTER } from '../../../src/core/register/register.ts';
import { registered } from '../standing/samples.ts';
import { folderStatus, vendor } from './library-builder.ts';

const filter = (facets: Partial<Record<Facet, readonly string[]>>, text = ''): VendorFilter => ({
  text,
  facets: { ...NO_FILTER.facets, ...facets },
});

const payroll = vendor('Brüning Payroll', 'overdue', 'review 41 days overdue', {
  registered: registered({
    name: 'Brüning Payroll',
    tier: 'high',
    owner: 'Sam Okafor',
    role: 'partner',
    serves: 'internal users',
    services: [{ name: 'Wages', expects: [] }],
  }),
});
const hosting = vendor('Nordic Hosting', 'current', 'reviewed', {
  registered: registered({ aliases: ['NorHost'], serves: 'both', facilities: ['Frankfurt'] }),
});
const unknown = vendor('Oldmill', 'attention', 'never reviewed');
const vendors = [payroll, hosting, unknown];

const shown = (by: VendorFilter): string[] =>
  vendors.filter((one) => passes(one, by)).map(({ dossier }) => dossier.name);

describe('the filter', () => {
  it('lets everything pass when nothing is chosen', () => {
    assert.equal(isFiltering(NO_FILTER), false);
    assert.equal(isFiltering(filter({}, '  ')), false);
    assert.equal(shown(NO_FILTER).length, 3);
  });

  it('finds words in names, aliases, owners, services, facilities and reasons, in any case and without accents', () => {
    assert.deepEqual(shown(filter({}, 'BRUNING pay')), ['Brüning Payroll']);
    assert.deepEqual(shown(filter({}, 'norhost')), ['Nordic Hosting']);
    assert.deepEqual(shown(filter({}, 'okafor')), ['Brüning Payroll']);
    assert.deepEqual(shown(filter({}, 'wages')), ['Brüning Payroll']);
    assert.deepEqual(shown(filter({}, 'frankfurt')), ['Nordic Hosting']);
    assert.deepEqual(shown(filter({}, 'never')), ['Oldmill']);
    assert.deepEqual(shown(filter({}, 'nothing of this')), []);
  });

  it('takes any of the values of a facet, and asks for every facet', () => {
    assert.deepEqual(shown(filter({ tier: ['high', 'critical'] })), ['Brüning Payroll', 'Nordic Hosting']);
    assert.deepEqual(shown(filter({ tier: ['high', 'critical'], role: ['partner'] })), ['Brüning Payroll']);
    assert.deepEqual(shown(filter({ owner: [NONE] })), ['Oldmill']);
  });

  it('takes a vendor that serves both for one of either kind', () => {
    assert.deepEqual(shown(filter({ serves: ['clients'] })), ['Nordic Hosting']);
    assert.deepEqual(shown(filter({ serves: ['internal users'] })), ['Brüning Payroll', 'Nordic Hosting']);
  });

  it('shows with two filters at once what both let pass', () => {
    const values: Record<Facet, readonly string[]> = {
      owner: ['Sam Okafor', 'dana@example.com', NONE],
      tier: ['critical', 'high', NONE],
      role: ['partner', 'service provider', NONE],
      serves: ['clients', 'internal users', NONE],
    };
    const anyOne = fc.record(
      Object.fromEntries(FACETS.map((facet) => [facet, fc.subarray([...values[facet]])])),
    ) as fc.Arbitrary<Record<Facet, string[]>>;
    fc.assert(
      fc.property(anyOne, fc.constantFrom('', 'o', 'review', 'nordic'), (facets, text) => {
        const both = shown({ text, facets });
        const apart = FACETS.map((facet) => new Set(shown(filter({ [facet]: facets[facet] }))));
        const byText = new Set(shown(filter({}, text)));
        assert.deepEqual(
          both,
          shown(NO_FILTER).filter((name) => byText.has(name) && apart.every((names) => names.has(name))),
        );
      }),
    );
  });

  it('offers the values that there are, with how often, in their own order', () => {
    assert.deepEqual(facetChoices(vendors, 'tier'), [
      { value: 'critical', count: 1 },
      { value: 'high', count: 1 },
      { value: NONE, count: 1 },
    ]);
    assert.deepEqual(
      facetChoices(vendors, 'serves').map(({ value, count }) => [value, count]),
      [
        ['clients', 1],
        ['internal users', 2],
        [NONE, 1],
      ],
    );
  });

  it('says in words what it does', () => {
    assert.equal(
      filterInWords(filter({ tier: ['critical', 'high'], owner: [NONE] }, 'pay')),
      'No owner · Tier critical or Tier high · “pay”',
    );
    assert.equal(filterInWords(NO_FILTER), '');
  });

  it('looks for our own documents by what they have: words and an owner', () => {
    const folder = folderStatus('reports', [], {
      register: {
        ...EMPTY_REGISTER,
        documents: [
          {
            name: 'Security statement',
            path: 'policies/security.md',
            owner: 'Sam Okafor',
            reviewEvery: { months: 12 },
            lastReviewed: calendarDate('2026-01-10'),
            line: 3,
            place: { line: 3, column: 5, endLine: 3, endColumn: 23 },
          },
        ],
      },
    });
    const [own] = ownDocuments(folder);
    assert.equal(documentPasses(own!, NO_FILTER), true);
    assert.equal(documentPasses(own!, filter({ owner: ['Sam Okafor'] }, 'security')), true);
    assert.equal(documentPasses(own!, filter({ owner: [NONE] })), false);
    assert.equal(documentPasses(own!, filter({ tier: ['critical'] })), false);
  });
});

describe('what is remembered of the list', () => {
  it('comes back as it was', () => {
    const listing = { grouping: 'tier', sorting: 'due', filter: filter({ tier: ['high'] }, 'pay') } as const;
    assert.deepEqual(readListing(JSON.parse(JSON.stringify(listing))), listing);
  });

  it('never is in the way: what is not known any more is as it is at first', () => {
    for (const stored of [undefined, null, 7, 'x', [], { grouping: 'colour' }, { filter: { text: 4 } }]) {
      assert.deepEqual(readListing(stored), DEFAULT_LISTING);
    }
    assert.equal(readListing({ grouping: 'tier', sorting: 'size' }).grouping, 'tier');
  });
});
