import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { inboxNodes } from '../../../src/extension/tree/inbox-nodes.ts';
import type { TreeNode } from '../../../src/extension/tree/node.ts';
import { vendorNodes } from '../../../src/extension/tree/vendor-nodes.ts';
import { document, fact, folderStatus, vendor } from './library-builder.ts';

const locked = document('vendors/nordic/locked.pdf', 'unreadable', { reason: 'It needs a password.' });
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
            ['locked.pdf', 'It needs a password.'],
            ['empty.pdf', 'The file is empty.'],
          ],
        ],
        ['Belongs to no vendor', '1', [['SOC 3', 'Lakeside Cloud, Inc. · period not printed']]],
        ['Not SOC reports', '1', [['iso.pdf', 'An ISO 27001 certificate.']]],
      ],
    );
  });

  it('shows, together with the Vendors tree, every PDF of the folder', () => {
    const shown = new Set([...paths(groups), ...paths(vendorNodes([folder]))]);
    assert.deepEqual([...shown].sort(), folder.snapshot.documents.map(({ path }) => path).sort());
  });

  it('is empty when nothing waits', () => {
    assert.deepEqual(inboxNodes([folderStatus('reports', [])]), []);
  });
});
