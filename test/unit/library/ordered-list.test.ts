import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { byPath } from '../../../src/core/library/order.ts';
import { changesBetween } from '../../../src/core/library/ordered-list.ts';
import { PathOrdered } from '../../../src/core/library/path-ordered.ts';

interface Item {
  readonly path: string;
}
const paths = fc.integer({ min: 0, max: 60 }).map((number) => `${number}.pdf`);
/** Items to put in and paths to take away, some few at a time, some many. */
const steps = fc.array(fc.array(fc.record({ path: paths, isThere: fc.boolean() }), { maxLength: 80 }), {
  maxLength: 6,
});

describe('items by their paths', () => {
  it('are listed in path order after any changes, and a list that was handed out stays as it was', () => {
    fc.assert(
      fc.property(steps, (batches) => {
        const ordered = new PathOrdered<Item>();
        const expected = new Map<string, Item>();
        for (const batch of batches) {
          const before = ordered.list;
          const copy = [...before];
          for (const { path, isThere } of batch) {
            const item = { path };
            if (isThere) {
              ordered.set(item);
              expected.set(path, item);
            } else assert.equal(ordered.delete(path), expected.delete(path));
          }
          assert.deepEqual(ordered.list, [...expected.values()].sort(byPath));
          assert.ok(ordered.list.every((item) => expected.get(item.path) === item));
          assert.deepEqual(before, copy);
        }
      }),
    );
  });

  it('are the same list as long as nothing changes', () => {
    const ordered = new PathOrdered<Item>();
    const item = { path: 'a.pdf' };
    ordered.set(item);
    const { list } = ordered;
    ordered.set(item);
    assert.equal(ordered.list, list);
  });
});

describe('the changes between two lists', () => {
  it('lead from one to the other', () => {
    const items = Array.from({ length: 40 }, (_, number) => ({ path: String(number) }));
    const list = fc.subarray(items);
    fc.assert(
      fc.property(list, list, (before, after) => {
        const { removed, added } = changesBetween(before, after);
        assert.deepEqual(
          removed,
          before.filter((item) => !after.includes(item)),
        );
        assert.deepEqual(
          added,
          after.filter((item) => !before.includes(item)),
        );
      }),
    );
  });
});
