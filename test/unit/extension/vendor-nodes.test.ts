import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { calendarDate } from '../../../src/core/calendar/calendar-date.ts';
import type { TreeNode } from '../../../src/extension/tree/node.ts';
import { vendorNodes } from '../../../src/extension/tree/vendor-nodes.ts';
import { dateFact, document, fact, folderStatus, review, vendor } from './library-builder.ts';

const report2025 = document('vendors/nordic/2025.pdf', 'soc2', {
  type: fact(2),
  periodStart: dateFact('2024-10-01'),
  periodEnd: dateFact('2025-09-30'),
});
const report2024 = document('vendors/nordic/2024.pdf', 'soc1', {
  type: fact(1),
  asOfDate: dateFact('2024-09-30'),
});
const letter = document('vendors/nordic/letter.pdf', 'bridge-letter', {
  bridge: {
    from: dateFact('2025-10-01'),
    through: dateFact('2025-12-31'),
    reportPeriodEnd: dateFact('2025-09-30'),
    changes: null,
    signer: null,
  },
});
const completed = review('reviews/nordic/2024.md', 'completed', {
  report: 'vendors/nordic/2024.pdf',
  reviewed: calendarDate('2025-01-20'),
  reviewer: 'Dana Petit',
  conclusion: 'acceptable',
});
const orphan = review('reviews/nordic/old.md', 'draft', { report: 'vendors/nordic/gone.pdf' });

const folder = folderStatus('reports', [
  vendor('Nordic Hosting', 'overdue', 'review 41 days overdue', {
    reports: [report2025, report2024],
    bridgeLetters: [letter],
    unreadable: [document('vendors/nordic/locked.pdf', 'unreadable', { reason: 'It needs a password.' })],
    reviews: [orphan, completed],
  }),
  vendor('Alpine Payroll', 'current', 'reviewed until 20 Jan 2027'),
  vendor('Bay Logistics', 'overdue', 'never reviewed'),
]);

const labels = (nodes: readonly TreeNode[]): string[] => nodes.map(({ row }) => row.label);
/** The rows below a vendor that are files: without its open points and what its reports say together. */
const fileRows = (vendorRow: TreeNode): readonly TreeNode[] =>
  vendorRow.children().filter(({ subject }) => subject.is !== 'detail');
const all = (nodes: readonly TreeNode[]): TreeNode[] =>
  nodes.flatMap((node) => [node, ...all(node.children())]);

describe('the Vendors tree', () => {
  const groups = vendorNodes([folder]);
  const nordic = groups[0]!.children()[0]!;

  it('groups vendors by verdict, worst first, with counts, and leaves empty groups out', () => {
    assert.deepEqual(
      groups.map(({ row }) => [row.label, row.description, row.branch]),
      [
        ['Overdue', '2', 'expanded'],
        ['Current', '1', 'collapsed'],
      ],
    );
    assert.deepEqual(labels(groups[0]!.children()), ['Nordic Hosting', 'Bay Logistics']);
  });

  it('says in words why a vendor stands where it stands', () => {
    assert.equal(nordic.row.description, 'review 41 days overdue');
    assert.equal(nordic.row.spoken, 'Nordic Hosting, Overdue, review 41 days overdue');
  });

  it('shows under a vendor its reports by kind and period, letters, unreadable files and stray reviews', () => {
    assert.deepEqual(
      fileRows(nordic).map(({ row }) => [row.label, row.description]),
      [
        ['SOC 2 Type 2', '1 Oct 2024 – 30 Sep 2025 · not reviewed'],
        ['SOC 1 Type 1', 'as of 30 Sep 2024 · reviewed 20 Jan 2025'],
        ['Bridge letter', '1 Oct 2025 – 31 Dec 2025'],
        ['locked.pdf', 'It needs a password.'],
        ['Draft review', ''],
      ],
    );
  });

  it('shows under a report its reviews, with conclusion and reviewer', () => {
    const [node] = fileRows(nordic)[1]!.children();
    assert.equal(node!.row.label, 'Review of 20 Jan 2025');
    assert.equal(node!.row.description, 'acceptable · Dana Petit');
  });

  it('finds the review of a report that was moved, by its bytes', () => {
    const moved = vendorNodes([
      folderStatus('reports', [
        vendor('Nordic Hosting', 'current', 'reviewed', {
          reports: [report2025],
          reviews: [review('reviews/a.md', 'draft', { report: 'old.pdf', sha256: report2025.sha256 })],
        }),
      ]),
    ]);
    assert.deepEqual(labels(fileRows(moved[0]!.children()[0]!)[0]!.children()), ['Draft review']);
  });

  it('says when the PDF has changed since its review was signed', () => {
    const signed = review('reviews/a.md', 'completed', {
      report: report2025.path,
      sha256: '00'.repeat(32),
      periodEnd: calendarDate('2025-09-30'),
      reviewed: calendarDate('2026-01-20'),
      conclusion: 'acceptable',
    });
    const [group] = vendorNodes([
      folderStatus('reports', [
        vendor('Nordic Hosting', 'attention', 'changed', { reports: [report2025], reviews: [signed] }),
      ]),
    ]);
    const report = fileRows(group!.children()[0]!)[0]!;
    assert.equal(report.row.description, '1 Oct 2024 – 30 Sep 2025 · changed since it was reviewed');
    assert.equal(report.children()[0]!.row.description, 'the PDF has changed since · acceptable');
  });

  it('offers what can be done with a row', () => {
    const { row } = nordic;
    assert.deepEqual(row.capabilities, [
      'openReport',
      'reveal',
      'recordPastReview',
      'assignOwner',
      'copyReasons',
      'openReview',
      'setNextReview',
      'requestReport',
      'openInRegister',
    ]);
    const [report, , , , draft] = fileRows(nordic);
    assert.deepEqual(report!.row.capabilities, [
      'openReport',
      'writeReviewSummary',
      'recordPastReview',
      'reveal',
    ]);
    assert.deepEqual(draft!.row.capabilities, ['openReview', 'completeReview', 'reveal']);
  });

  it('asks nothing of a vendor that is not on the list', () => {
    const [group] = vendorNodes([
      folderStatus('reports', [vendor('Bay Logistics', 'not-required', 'exempt')]),
    ]);
    assert.deepEqual(group!.children()[0]!.row.capabilities, [
      'recordPastReview',
      'assignOwner',
      'copyReasons',
      'openInRegister',
    ]);
  });

  it('has ids that are unique, and the same for a vendor whose verdict has changed', () => {
    const ids = all(groups).map(({ id }) => id);
    assert.equal(new Set(ids).size, ids.length);
    const later = vendorNodes([
      folderStatus('reports', [vendor('Nordic Hosting', 'current', 'reviewed until 1 Mar 2027')]),
    ]);
    assert.equal(later[0]!.children()[0]!.id, nordic.id);
  });

  it('leads from every node to its parent', () => {
    for (const node of all(groups)) {
      for (const child of node.children()) assert.equal(child.parent, node);
    }
  });

  it('makes the rows below a vendor only once, and only when they are asked for', () => {
    assert.equal(nordic.children(), nordic.children());
  });

  it('joins the vendors of several folders, worst first, and says where each is from', () => {
    const joined = vendorNodes([
      folder,
      folderStatus('partners', [vendor('Nordic Hosting', 'overdue', 'review 9 days overdue')]),
    ]);
    assert.deepEqual(
      joined[0]!.children().map(({ row }) => row.description),
      ['reports · review 41 days overdue', 'partners · review 9 days overdue', 'reports · never reviewed'],
    );
    assert.equal(new Set(all(joined).map(({ id }) => id)).size, all(joined).length);
  });

  it('names no folder where only one of them has vendors', () => {
    const [group] = vendorNodes([folder, folderStatus('notes', [])]);
    assert.equal(group!.children()[0]!.row.description, 'review 41 days overdue');
  });

  it('says nothing about a vendor before everything is read', () => {
    const reading = folderStatus('reports', [
      { ...vendor('Bay Logistics', 'attention', 'no report'), standing: null },
      { ...vendor('Alpine Payroll', 'attention', 'no report', { reports: [report2025] }), standing: null },
    ]);
    const [group] = vendorNodes([reading]);
    assert.equal(group!.row.label, 'Not everything is read yet');
    assert.deepEqual(
      group!.children().map(({ row }) => [row.label, row.description, row.capabilities]),
      [
        ['Alpine Payroll', '', ['openReport', 'reveal', 'openInRegister']],
        ['Bay Logistics', '', ['openInRegister']],
      ],
    );
  });

  it('shows nothing for no vendors', () => {
    assert.deepEqual(vendorNodes([folderStatus('reports', [])]), []);
  });
});
