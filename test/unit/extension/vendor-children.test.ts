import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { calendarDate } from '../../../src/core/calendar/calendar-date.ts';
import type { VendorDossier } from '../../../src/core/library/snapshot.ts';
import { DEFAULT_POLICY } from '../../../src/core/register/register.ts';
import { standingOn } from '../../../src/core/standing/standing-on.ts';
import type { TreeNode } from '../../../src/extension/tree/node.ts';
import { tooltipOf } from '../../../src/extension/tree/tooltip.ts';
import { vendorNodes } from '../../../src/extension/tree/vendor-nodes.ts';
import { bridgeLetter, dossier, fact, registered, report, review } from '../standing/samples.ts';
import { folderStatus } from './library-builder.ts';

const TODAY = calendarDate('2026-03-01');

/** The row of the first of some vendors, as it stands on the day of `folderStatus`. */
function rowOf(...dossiers: readonly VendorDossier[]): TreeNode {
  const vendors = dossiers.map((one) => ({
    dossier: one,
    standing: standingOn(one, DEFAULT_POLICY, TODAY),
  }));
  const rows = vendorNodes([folderStatus('reports', vendors)]).flatMap((group) => group.children());
  const found = rows.find(({ row }) => row.label === dossiers[0]!.name);
  assert.ok(found);
  return found;
}

const child = (node: TreeNode, label: string | RegExp): TreeNode => {
  const found = node
    .children()
    .find(({ row }) => (typeof label === 'string' ? row.label === label : label.test(row.label)));
  assert.ok(found, `${String(label)} is among ${texts(node).join(' | ')}`);
  return found;
};

const texts = (node: TreeNode): string[] =>
  node.children().map(({ row }) => `${row.label} ${row.description}`.trim());

const year = (ending: number, options: Parameters<typeof report>[0] = {}) =>
  report({
    start: `${ending}-01-01`,
    end: `${ending}-12-31`,
    issued: `${ending + 1}-02-20`,
    path: `vendors/northlake/${options.system ?? 'all'}-${options.kind ?? 'soc2'}-${ending}.pdf`,
    ...options,
  });

const vendor = (fields: Partial<VendorDossier> = {}): VendorDossier => dossier({ ...fields });

describe('the reports of a vendor', () => {
  it('stand directly below it when they are all about one service', () => {
    const row = rowOf(vendor({ reports: [year(2025), year(2024)] }));
    assert.deepEqual(texts(row).slice(1, 3), [
      'SOC 2 Type 2 1 Jan 2025 – 31 Dec 2025 · not reviewed',
      'SOC 2 Type 2 1 Jan 2024 – 31 Dec 2024 · not reviewed',
    ]);
  });

  it('stand below their service when there are several, which says how fresh it is', () => {
    const years = [2025, 2024, 2023, 2022];
    const row = rowOf(
      vendor({
        reports: years.flatMap((ending) => [
          year(ending, { system: 'Colocation' }),
          year(ending, { system: 'Managed backup' }),
        ]),
      }),
    );
    const line = child(row, 'SOC 2 · Colocation');
    assert.equal(line.row.description, 'current until 31 Dec 2026 · 4 reports');
    assert.equal(line.row.branch, 'expanded');
    assert.deepEqual(
      line.children().map(({ row: { label } }) => label),
      years.map((ending) => `1 Jan ${ending} – 31 Dec ${ending}`),
    );
    assert.equal(child(row, 'SOC 2 · Managed backup').children().length, 4);
  });

  it('say which service they are about, without a further level, when there is one of each', () => {
    const row = rowOf(
      vendor({
        reports: [
          year(2025, { system: 'Colocation' }),
          year(2025, { system: 'Managed backup', kind: 'soc1' }),
        ],
      }),
    );
    assert.deepEqual(texts(row).slice(1, 3), [
      'SOC 2 Type 2 Colocation · 1 Jan 2025 – 31 Dec 2025 · not reviewed',
      'SOC 1 Type 2 Managed backup · 1 Jan 2025 – 31 Dec 2025 · not reviewed',
    ]);
  });

  it('have a row for each year when there are many', () => {
    const halves = [2025, 2024, 2023, 2022].flatMap((ending) => [
      report({ start: `${ending}-07-01`, end: `${ending}-12-31`, issued: `${ending + 1}-02-01` }),
      report({ start: `${ending}-01-01`, end: `${ending}-06-30`, issued: `${ending}-08-01` }),
    ]);
    const row = rowOf(vendor({ reports: halves }));
    assert.equal(child(row, '2025').row.branch, 'expanded');
    assert.equal(child(row, '2022').row.branch, 'collapsed');
    assert.equal(child(row, '2023').row.description, '2 reports');
  });

  it('are all there, each once, whatever services they are about', () => {
    const reports = [year(2025), year(2025, { kind: 'soc1', system: 'Wages' }), year(2024), year(2030)];
    const shown = (nodes: readonly TreeNode[]): string[] =>
      nodes.flatMap((node) =>
        node.subject.is === 'document' && !node.id.includes('/open')
          ? [node.subject.document.path]
          : shown(node.children()),
      );
    const paths = shown(rowOf(vendor({ reports })).children());
    assert.deepEqual(paths.sort(), reports.map(({ path }) => path).sort());
  });
});

describe('the open points of a vendor', () => {
  const exception = {
    control: 'CC6.2',
    text: 'For 2 of 25 leavers access was removed late.',
    page: 41,
    sample: { deviations: 2, tested: 25 },
    managementResponse: null,
  };
  const current = report({ reading: { testExceptions: [exception] } });
  const last = report({
    path: 'vendors/northlake/2024.pdf',
    start: '2024-01-01',
    end: '2024-12-31',
    issued: '2025-02-01',
  });

  it('are its reasons, each with the files that it rests on, its drafts and the exceptions to answer', () => {
    const row = rowOf(
      vendor({
        reports: [current, last],
        reviews: [review('2025-03-20', last), review(null, current)],
      }),
    );
    const open = child(row, 'Open points');
    assert.deepEqual(
      open.children().map(({ row: { label } }) => label),
      ['New report to review', 'Review due in 19 days', 'Draft review', '1 exception to answer'],
    );
    assert.equal(open.row.description, '4');
    const [file] = open.children()[0]!.children();
    assert.ok(file?.subject.is === 'document');
    assert.equal(file.subject.document, current);
    const [found] = child(open, '1 exception to answer').children();
    assert.equal(found?.row.label, 'CC6.2');
    assert.deepEqual(found.subject.is === 'detail' && found.subject.passage, {
      path: current.path,
      page: 41,
      quote: exception.text,
    });
  });

  it('leave out what the last review has answered', () => {
    const row = rowOf(vendor({ reports: [current], reviews: [review('2026-02-25', current)] }));
    assert.deepEqual(
      texts(row).filter((text) => text.startsWith('Open')),
      [],
    );
  });

  it('are none for a vendor that is off the list', () => {
    const row = rowOf(
      vendor({
        registered: registered({ status: 'exempt', statusReason: 'paper only' }),
        reports: [current],
      }),
    );
    assert.ok(row.children().every(({ row: { label } }) => label !== 'Open points'));
  });
});

describe('what else is known of a vendor', () => {
  const current = report({
    reading: {
      facilities: [
        { ...fact('FRA3, Frankfurt', 12), inScope: true },
        { ...fact('RTM1, Rotterdam', 13), inScope: false },
      ],
      subserviceOrganizations: [
        { ...fact('Lakeside Hosting, Inc. (Lakeside)', 20), service: 'cloud hosting' },
        { ...fact('Paperweight Storage', 20), service: null },
      ],
      subserviceMethod: fact('carve-out'),
    },
  });
  const entry = registered({
    facilities: ['Frankfurt', 'Rotterdam', 'Oslo'],
    services: [{ name: 'Colocation', expects: ['SOC 2 Type 2', 'SOC 1 Type 2'] }],
  });
  const lakeside = vendor({
    id: 'lakeside',
    name: 'Lakeside',
    reports: [report({ path: 'vendors/lakeside/2025.pdf', reading: { vendor: fact('Lakeside') } })],
  });
  const row = rowOf(vendor({ registered: entry, reports: [current] }), lakeside);

  it('says of each facility of ours whether the current report examined it', () => {
    const facilities = child(row, 'Our facilities');
    assert.equal(facilities.row.description, '3 · 2 not examined');
    assert.deepEqual(texts(facilities), [
      'Frankfurt examined',
      'Rotterdam not examined: the report leaves it out',
      'Oslo not examined: not in the report',
    ]);
    const silent = rowOf(vendor({ registered: entry, reports: [report()] }));
    assert.equal(texts(child(silent, 'Our facilities'))[2], 'Oslo the current report names no facilities');
  });

  it('says of each subservice organization whether we hold its report, by any of its names', () => {
    const organizations = child(row, 'Subservice organizations');
    assert.equal(organizations.row.description, '2 · carve-out · we hold 1 of their reports');
    assert.deepEqual(texts(organizations), [
      'Lakeside Hosting, Inc. (Lakeside) we hold their report · cloud hosting',
      'Paperweight Storage',
    ]);
  });

  it('says of each service which report is on file and which is missing', () => {
    assert.deepEqual(texts(child(row, 'Services')), [
      'Colocation SOC 2 Type 2 on file · SOC 1 Type 2 missing',
    ]);
  });

  it('counts the days of our audit years: tested, bridged, uncovered; of the running one up to the day', () => {
    const bridged = rowOf(
      vendor({
        reports: [report({ start: '2025-01-11', end: '2025-12-31' })],
        bridgeLetters: [bridgeLetter('2026-01-01', '2026-01-31', '2025-12-31')],
      }),
    );
    const years = [
      '1 Jan 2026 – 1 Mar 2026 0 of 60 days tested · 31 bridged · 29 uncovered',
      '1 Jan 2025 – 31 Dec 2025 355 of 365 days tested · 10 uncovered',
    ];
    assert.deepEqual(texts(child(bridged, 'Audit years')), years);
    assert.deepEqual(
      tooltipOf(bridged)
        ?.facts.filter(({ label }) => label.startsWith('Audit year'))
        .map(({ label, value }) => `${label} ${value}`),
      years.map((year) => `Audit year ${year}`),
    );
  });

  it('points out a SOC 1 that tested less than six months of the year that is over', () => {
    const bothYears = (end: string) =>
      texts(child(rowOf(vendor({ reports: [report({ kind: 'soc1', end })] })), 'Audit years'));
    assert.deepEqual(bothYears('2025-06-29'), [
      '1 Jan 2026 – 1 Mar 2026 0 of 60 days tested · 60 uncovered',
      '1 Jan 2025 – 31 Dec 2025 180 of 365 days tested · 185 uncovered · less than six months tested',
    ]);
    assert.equal(
      bothYears('2025-06-30')[1],
      '1 Jan 2025 – 31 Dec 2025 181 of 365 days tested · 184 uncovered',
    );
  });
});

describe('our own documents', () => {
  const documentOf = (name: string, lastReviewed: string | null) => ({
    name,
    path: `policies/${name}.md`,
    owner: null,
    reviewEvery: { months: 12 },
    lastReviewed: lastReviewed === null ? null : calendarDate(lastReviewed),
    line: 1,
    place: { line: 1, column: 1, endLine: 1, endColumn: 1 },
  });
  const status = folderStatus('reports', []);
  const folder = {
    ...status,
    snapshot: {
      ...status.snapshot,
      register: {
        ...status.snapshot.register,
        documents: [documentOf('Privacy', '2026-01-10'), documentOf('Security', '2025-02-19')],
      },
    },
  };

  it('are a group of their own, what needs a person first, by the same words', () => {
    const [group] = vendorNodes([folder]);
    assert.equal(group!.row.label, 'Our documents');
    assert.equal(group!.row.description, '2 · 1 overdue');
    assert.deepEqual(texts(group!), [
      'Security review 10 days overdue',
      'Privacy reviewed 10 Jan 2026, next review due 10 Jan 2027',
    ]);
    assert.deepEqual(group!.children()[0]!.row.capabilities, [
      'openOwnDocument',
      'reveal',
      'recordDocumentReview',
      'copyReasons',
    ]);
  });

  it('follow the day that is shown', () => {
    const [group] = vendorNodes([{ ...folder, asOf: calendarDate('2025-03-01') }]);
    assert.deepEqual(texts(group!), [
      'Privacy never reviewed',
      'Security reviewed 19 Feb 2025, next review due 19 Feb 2026',
    ]);
  });
});
