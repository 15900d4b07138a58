import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { subserviceView } from '../../../src/core/summary/subservice-view.ts';
import { userControlLedger } from '../../../src/core/summary/user-control-ledger.ts';
import { controlNodes } from '../../../src/extension/tree/control-nodes.ts';
import type { TreeNode } from '../../../src/extension/tree/node.ts';
import { AS_OF, strangersLibrary } from '../summary/portfolio-library.ts';

const { snapshot, notes } = strangersLibrary('Northlake');

const nodes = controlNodes([
  {
    folder: { uri: 'file:///reports', name: 'reports' },
    ledger: userControlLedger(snapshot, AS_OF, notes),
    subservice: subserviceView(snapshot, AS_OF),
  },
]);

/** Every row below, as people read it, indented as it stands. */
const lines = (of: readonly TreeNode[], depth = 0): string[] =>
  of.flatMap(({ row, children }) => [
    `${'  '.repeat(depth)}${row.label}: ${row.description}`,
    ...lines(children(), depth + 1),
  ]);

describe('the Controls tree', () => {
  it('says of every user control what we do about it, and of every organization what we hold of it', () => {
    assert.deepEqual(lines(nodes), [
      'User controls: 1 of 3 open',
      '  Northlake: 1 of 3 open',
      '    Restrict the access lists to authorized personnel.: AC-3 · Dana · mapped',
      '    Encrypt your own backups with keys of your own.: not used',
      '    Northlake: open',
      'Subservice organizations: 2',
      '  Northlake: 1 vendor · our report of theirs is current',
      '    Northlake: carved out',
      '  Pinewood Guarding: 1 vendor · our report of theirs is stale',
      '    Northlake: carved out · Northlake',
    ]);
  });

  it('leads from each to its page', () => {
    const [controls, organizations] = nodes.map((node) => node.children()[0]?.children()[0]);
    assert.deepEqual(
      [controls, organizations].map(
        (node) => node?.subject.is === 'detail' && [node.subject.passage?.path, node.subject.passage?.page],
      ),
      [
        ['vendors/Northlake.pdf', 9],
        ['vendors/Northlake.pdf', 12],
      ],
    );
  });

  it('has no list of which there is nothing to say', () => {
    assert.deepEqual(
      controlNodes([{ folder: { uri: 'file:///empty', name: 'empty' }, ledger: [], subservice: [] }]),
      [],
    );
  });
});
