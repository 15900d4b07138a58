import assert from 'node:assert/strict';
import { describe, it, mock } from 'node:test';
import { ChangeBatch } from '../../../src/extension/library/change-batch.ts';
import { relevantChanges, type FileChange } from '../../../src/extension/library/relevant-changes.ts';

const relevant = (...changes: FileChange[]) =>
  relevantChanges(changes, {
    register: 'vendors.yaml',
    reviewFolder: 'reviews',
    isExcluded: (path) => path.startsWith('.git/') || path.startsWith('old/'),
    known: () => ['vendors/nordic/2024.pdf', 'vendors/nordic/2025.pdf', 'reviews/nordic/2024.md'],
  });

describe('which changes concern the library', () => {
  it('are PDFs, reviews and the register', () => {
    const { files, perhapsFolders } = relevant(
      { kind: 'created', path: 'vendors/new.PDF' },
      { kind: 'changed', path: 'vendors.yaml' },
      { kind: 'deleted', path: 'reviews/nordic/2024.md' },
      { kind: 'changed', path: 'README.md' },
      { kind: 'deleted', path: 'notes.txt' },
    );
    assert.deepEqual(files, ['vendors/new.PDF', 'vendors.yaml', 'reviews/nordic/2024.md']);
    assert.deepEqual(perhapsFolders, []);
  });

  it('are not what tools keep in folders of their own', () => {
    assert.deepEqual(
      relevant(
        { kind: 'created', path: '.svn/pristine/x.pdf' },
        { kind: 'created', path: 'site/node_modules/sample' },
        { kind: 'deleted', path: 'reviews/.git/1.md' },
      ),
      { files: [], perhapsFolders: [] },
    );
  });

  it('are not what is excluded', () => {
    assert.deepEqual(
      relevant({ kind: 'created', path: 'old/x.pdf' }, { kind: 'created', path: '.git/index.lock' }),
      { files: [], perhapsFolders: [] },
    );
  });

  it('are a deleted folder with known files in it, once', () => {
    assert.deepEqual(relevant({ kind: 'deleted', path: 'vendors/nordic' }).files, ['vendors/nordic']);
    assert.deepEqual(relevant({ kind: 'deleted', path: 'vendors/nord' }).files, []);
  });

  it('may be a folder that appeared', () => {
    assert.deepEqual(relevant({ kind: 'created', path: 'vendors/alpine' }).perhapsFolders, [
      'vendors/alpine',
    ]);
  });
});

type Work = (changes: readonly string[]) => Promise<void>;

describe('a batch of changes', () => {
  const settle = () => new Promise((resolve) => setImmediate(resolve));

  it('is handed on when it has been quiet for a moment', async (test) => {
    test.mock.timers.enable({ apis: ['setTimeout', 'Date'] });
    const work = mock.fn<Work>(() => Promise.resolve());
    const batch = new ChangeBatch(work);
    batch.add('a');
    test.mock.timers.tick(200);
    batch.add('b');
    test.mock.timers.tick(200);
    assert.equal(work.mock.callCount(), 0);
    test.mock.timers.tick(100);
    await settle();
    assert.deepEqual(work.mock.calls[0]?.arguments, [['a', 'b']]);
  });

  it('is handed on in pieces when it never gets quiet', async (test) => {
    test.mock.timers.enable({ apis: ['setTimeout', 'Date'] });
    const work = mock.fn<Work>(() => Promise.resolve());
    const batch = new ChangeBatch(work);
    for (let time = 0; time < 3000; time += 100) {
      batch.add(String(time));
      test.mock.timers.tick(100);
    }
    await settle();
    assert.ok(work.mock.callCount() >= 1);
  });

  it('waits for the batch before', async (test) => {
    test.mock.timers.enable({ apis: ['setTimeout', 'Date'] });
    let finish = (): void => undefined;
    const work = mock.fn<Work>(() => new Promise<void>((resolve) => (finish = resolve)));
    const batch = new ChangeBatch(work);
    batch.add('a');
    test.mock.timers.tick(300);
    batch.add('b');
    test.mock.timers.tick(5000);
    assert.equal(work.mock.callCount(), 1);
    finish();
    await settle();
    test.mock.timers.tick(300);
    assert.deepEqual(work.mock.calls[1]?.arguments, [['b']]);
  });

  it('is dropped when nobody wants it any more', (test) => {
    test.mock.timers.enable({ apis: ['setTimeout', 'Date'] });
    const work = mock.fn<Work>(() => Promise.resolve());
    const batch = new ChangeBatch(work);
    batch.add('a');
    batch.dispose();
    test.mock.timers.tick(5000);
    assert.equal(work.mock.callCount(), 0);
  });
});
