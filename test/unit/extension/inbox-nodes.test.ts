import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { parseRegister } from '../../../src/core/register/parse-register.ts';
import { inboxNodes } from '../../../src/extension/tree/inbox-nodes.ts';
import type { TreeNode } from '../../../src/extension/tree/node.ts';
import { vendorNodes } from '../../../src/extension/tree/vendor-nodes.ts';
import { document, fact, folderStatus, vendor } from './library-builder.ts';

const locked = document('vendors/nordic/locked.pdf', 'unreadable', {
  reason: 'Password required: the PDF is encrypted.',
});
const report = document('vendors/nordic/2025.pdf', 'soc2', { type: fact(2) });
const empty = document('inbox/empty.pdf', 'unreadable', { reason: 'The file is empty.' });
const stray = document('inbox/stray.pdf', 'soc3', { vendor: fact('Lakeside Cloud, Inc.') });
const certificate = document('iso.pdf', 'not-soc', { reason: 'An ISO 27001 certificate.' });

const folder = folderStatus(
  'reports',
  [vendor('Nordic Hosting', 'attention', 'unreadable file', { reports: [report], unreadable: [locked] })],
  { documents: [certificate, empty, stray, report, locked], unassigned: [empty, stray] },
);

const paths = (nodes: readonly TreeNode[]): string[] =>
  nodes.flatMap((node) => [
    ...(node.subject.is === 'document' ? [node.subject.document.path] : []),
    ...paths(node.children()),
  ]);

const capabilities = (nodes: readonly TreeNode[]): Record<string, readonly string[]> =>
  Object.fromEntries(
    nodes.flatMap(({ children }) => children().map(({ row }) => [row.label, row.capabilities])),
  );

describe('the Inbox tree', () => {
  const groups = inboxNodes([folder]);

  it('shows unreadable files, files of no vendor and files that are no SOC reports, each with its reason', () => {
    assert.deepEqual(
      groups.map(({ row, children }) => [
        row.label,
        row.description,
        children().map((file) => [file.row.label, file.row.description]),
      ]),
      [
        [
          'Can’t be read',
          '2',
          [
            ['locked.pdf', 'Password required: the PDF is encrypted.'],
            ['empty.pdf', 'The file is empty.'],
          ],
        ],
        ['Belongs to no vendor', '1', [['SOC 3', 'Lakeside Cloud, Inc. · period not printed']]],
        ['Not SOC reports', '1', [['iso.pdf', 'An ISO 27001 certificate.']]],
      ],
    );
  });

  it('offers with each file what can be done about it', () => {
    assert.deepEqual(capabilities(groups), {
      'locked.pdf': ['enterPassword', 'thisIsReport', 'ignoreFile', 'reveal'],
      'empty.pdf': ['openReport', 'thisIsReport', 'ignoreFile', 'reveal'],
      'SOC 3': ['openReport', 'assignVendor', 'ignoreFile', 'reveal'],
      'iso.pdf': ['openReport', 'thisIsReport', 'ignoreFile', 'reveal'],
    });
  });

  it('shows, together with the Vendors tree, every PDF of the folder', () => {
    const shown = new Set([...paths(groups), ...paths(vendorNodes([folder]))]);
    assert.deepEqual([...shown].sort(), folder.snapshot.documents.map(({ path }) => path).sort());
  });

  it('is empty when nothing waits', () => {
    assert.deepEqual(inboxNodes([folderStatus('reports', [])]), []);
  });
});

describe('what a person has to decide in the Inbox', () => {
  const register = parseRegister('vendors:\n  - name: Interlude\n  - name: Summit Mail\n');
  const [interlude, summit] = register.vendors;
  const strange = document('vendors/interlude/mail.pdf', 'soc2', {
    vendor: fact('Summit Mail'),
    type: fact(2),
  });
  const near = document('misc/a.pdf', 'soc2', { vendor: fact('Interlude Holding Group') });
  const doubtful = document('vendors/interlude/b.pdf', 'soc1', { warnings: ['Two dates.', 'Two types.'] });
  const ignored = document('misc/old.pdf', 'not-soc', {
    reason: 'Set aside by Dana.',
    kindDecided: { by: 'Dana', on: null },
  });
  const decisions = inboxNodes([
    folderStatus(
      'reports',
      [
        vendor('Interlude', 'attention', '', { registered: interlude!, reports: [doubtful] }),
        vendor('Interlude Holding Group', 'attention', '', { registered: null, reports: [near] }),
        vendor('Summit Mail', 'attention', '', { registered: summit!, reports: [strange] }),
      ],
      { register, documents: [near, ignored, doubtful, strange] },
    ),
  ]);

  it('is asked in groups of its own, the open questions first', () => {
    assert.deepEqual(
      decisions.map(({ row, children }) => [
        row.label,
        row.branch,
        children().map((node) => [node.row.label, node.row.description]),
      ]),
      [
        [
          'The same vendor?',
          'expanded',
          [['Interlude Holding Group', 'same as Interlude? · the names are alike']],
        ],
        [
          'Among another vendor’s files',
          'expanded',
          [['Summit Mail', 'SOC 2 Type 2 lies among the files of Interlude · vendors/interlude/mail.pdf']],
        ],
        ['Contradictions and doubts', 'expanded', [['Interlude · SOC 1', 'Two dates. Two types.']]],
        ['Set aside by you', 'collapsed', [['old.pdf', 'Set aside by Dana.']]],
      ],
    );
    assert.deepEqual(capabilities(decisions), {
      'Interlude Holding Group': ['acceptAlias', 'notTheSame'],
      'Summit Mail': ['openReport', 'assignVendor', 'reveal'],
      'Interlude · SOC 1': ['openReport', 'markAsChecked', 'reveal'],
      'old.pdf': ['openReport', 'undoDecision', 'reveal'],
    });
  });

  it('shows below a question about a name the reports that print it', () => {
    const [question] = decisions[0]!.children();
    assert.deepEqual(paths([question!]), ['misc/a.pdf']);
  });

  it('gives every row an id of its own', () => {
    const ids = (nodes: readonly TreeNode[]): string[] =>
      nodes.flatMap((node) => [node.id, ...ids(node.children())]);
    const all = ids(decisions);
    assert.equal(new Set(all).size, all.length);
  });
});
