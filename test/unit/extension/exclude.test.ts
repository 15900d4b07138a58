import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { excludedBy } from '../../../src/extension/adapters/exclude.ts';

describe('exclude patterns', () => {
  it('match a path or a folder above it', () => {
    const isExcluded = excludedBy(['**/node_modules/**', 'drafts', '**/*.tmp.pdf']);
    assert.equal(isExcluded('a/node_modules/b/c.pdf'), true);
    assert.equal(isExcluded('drafts/x.pdf'), true);
    assert.equal(isExcluded('a/x.tmp.pdf'), true);
    assert.equal(isExcluded('vendors/drafts.pdf'), false);
    assert.equal(isExcluded('.hidden/x.pdf'), false);
  });

  it('match nothing when there are none', () => {
    assert.equal(excludedBy([])('a.pdf'), false);
  });
});
