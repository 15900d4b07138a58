import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import * as fc from 'fast-check';
import { addDays, calendarDate } from '../../../src/core/calendar/calendar-date.ts';
import { TIERS } from '../../../src/core/register/register.ts';
import { VERDICTS } from '../../../src/core/standing/standing.ts';
import {
  arrange,
  GROUPINGS,
  SORTINGS,
  type Grouping,
  type PlacedVendor,
  type Sorting,
} from '../../../src/extension/tree/arrangement.ts';
import { groupInWords } from '../../../src/extension/tree/arrangement-words.ts';
import type { VendorStatus } from '../../../src/extension/tree/node.ts';
import { registered } from '../standing/samples.ts';
import { folderStatus, standing, vendor } from './library-builder.ts';

const folder = folderStatus('reports', []);
const placed = (status: VendorStatus): PlacedVendor => ({ folder, vendor: status });

function withDue(status: VendorStatus, due: string | null): VendorStatus {
  if (status.standing === null) return status;
  const day = due === null ? null : calendarDate(due);
  return { ...status, standing: { ...status.standing, review: { ...status.standing.review, due: day } } };
}

const anyVendor: fc.Arbitrary<VendorStatus> = fc
  .record({
    name: fc.stringMatching(/^[A-Za-z]{1,6}$/),
    verdict: fc.constantFrom(...VERDICTS, null),
    tier: fc.constantFrom(...TIERS, null),
    owner: fc.constantFrom('dana@example.com', 'Lee', null),
    due: fc.option(fc.integer({ min: 0, max: 900 })),
    isRegistered: fc.boolean(),
  })
  .map(({ name, verdict, tier, owner, due, isRegistered }) => {
    const entry = isRegistered ? registered({ name, tier, owner }) : null;
    const status = vendor(name, verdict ?? 'current', 'a reason', { registered: entry });
    return withDue(
      { ...status, standing: verdict === null ? null : standing(verdict, 'review 3 days overdue') },
      due === null ? null : addDays(calendarDate('2026-01-01'), due),
    );
  });

const anyVendors = fc
  .uniqueArray(anyVendor, { selector: ({ dossier }) => dossier.id, maxLength: 30 })
  .map((vendors) => vendors.map(placed));
const anyGrouping: fc.Arbitrary<Grouping> = fc.constantFrom(...GROUPINGS);
const anySorting: fc.Arbitrary<Sorting> = fc.constantFrom(...SORTINGS);

const names = (members: readonly PlacedVendor[]): string[] =>
  members.map(({ vendor: { dossier } }) => dossier.name);

const heading = (key: Parameters<typeof groupInWords>[0] | null): string =>
  key === null ? '' : groupInWords(key);

describe('arranging vendors', () => {
  it('shows every vendor exactly once, however they are grouped and sorted', () => {
    fc.assert(
      fc.property(anyVendors, anyGrouping, anySorting, (vendors, grouping, sorting) => {
        const shown = arrange(vendors, { grouping, sorting }).flatMap(({ members }) => members);
        assert.equal(shown.length, vendors.length);
        assert.deepEqual(new Set(shown), new Set(vendors));
      }),
    );
  });

  it('gives the same order whatever order the vendors come in', () => {
    fc.assert(
      fc.property(anyVendors, anyGrouping, anySorting, (vendors, grouping, sorting) => {
        const arrangement = { grouping, sorting };
        assert.deepEqual(arrange([...vendors].reverse(), arrangement), arrange(vendors, arrangement));
      }),
    );
  });

  it('has no empty group and no group twice', () => {
    fc.assert(
      fc.property(anyVendors, anyGrouping, (vendors, grouping) => {
        const groups = arrange(vendors, { grouping, sorting: 'urgency' });
        assert.ok(groups.every(({ members }) => members.length > 0));
        const headings = groups.map(({ key }) => heading(key));
        assert.equal(new Set(headings).size, headings.length);
      }),
    );
  });

  const vendors = [
    placed(
      withDue(
        vendor('Zinnia', 'overdue', 'review 41 days overdue', { registered: registered({ tier: 'low' }) }),
        '2026-01-19',
      ),
    ),
    placed(
      withDue(
        vendor('Alder', 'current', 'reviewed', {
          registered: registered({ tier: 'critical', owner: 'Lee Moran' }),
        }),
        '2026-11-02',
      ),
    ),
    placed(withDue(vendor('Birch', 'due-soon', 'review due in 9 days'), '2026-03-10')),
    placed(vendor('Oak', 'not-required', 'terminated', { registered: registered({ tier: 'critical' }) })),
  ];
  const shown = (grouping: Grouping, sorting: Sorting = 'urgency') =>
    arrange(vendors, { grouping, sorting }).map(({ key, members }) => [heading(key), ...names(members)]);

  it('groups by what a person looks for, and keeps those off the list apart', () => {
    assert.deepEqual(shown('verdict'), [
      ['Overdue', 'Zinnia'],
      ['Due soon', 'Birch'],
      ['Current', 'Alder'],
      ['Not required', 'Oak'],
    ]);
    assert.deepEqual(shown('name'), [
      ['', 'Alder', 'Birch', 'Zinnia'],
      ['Not required', 'Oak'],
    ]);
    assert.deepEqual(shown('tier'), [
      ['Tier critical', 'Alder'],
      ['Tier low', 'Zinnia'],
      ['No tier', 'Birch'],
      ['Not required', 'Oak'],
    ]);
    assert.deepEqual(shown('owner'), [
      ['dana@example.com', 'Zinnia'],
      ['Lee Moran', 'Alder'],
      ['No owner', 'Birch'],
      ['Not required', 'Oak'],
    ]);
    assert.deepEqual(shown('due-month'), [
      ['Due Jan 2026', 'Zinnia'],
      ['Due Mar 2026', 'Birch'],
      ['Due Nov 2026', 'Alder'],
      ['Not required', 'Oak'],
    ]);
  });

  it('sorts within a group by urgency, name or due date, those without a date last', () => {
    const undated = placed(withDue(vendor('Cedar', 'overdue', 'review 99 days overdue'), null));
    const members = (sorting: Sorting): string[] =>
      names(arrange([...vendors, undated], { grouping: 'owner', sorting }).flatMap((group) => group.members));
    const inTier = (sorting: Sorting): string[] =>
      names(
        arrange(
          [...vendors, undated].map((one) => ({
            ...one,
            vendor: { ...one.vendor, dossier: { ...one.vendor.dossier, registered: null } },
          })),
          { grouping: 'tier', sorting },
        )[0]!.members,
      );
    assert.equal(members('name').length, 5);
    assert.deepEqual(inTier('urgency'), ['Cedar', 'Zinnia', 'Birch', 'Alder']);
    assert.deepEqual(inTier('name'), ['Alder', 'Birch', 'Cedar', 'Zinnia']);
    assert.deepEqual(inTier('due'), ['Zinnia', 'Birch', 'Alder', 'Cedar']);
  });
});
