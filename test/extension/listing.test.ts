import assert from 'node:assert/strict';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import * as vscode from 'vscode';
import { excludedBy } from '../../src/extension/adapters/exclude.ts';
import { WorkspaceFiles } from '../../src/extension/adapters/workspace-files.ts';
import {
  assertListed,
  LISTING_CASES,
  writeCase,
  type ListingCase,
} from '../fixtures/listing/listing-cases.ts';

describe('The editor’s file systems', () => {
  let folder: string;

  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'listing-'));
  });
  afterEach(() => rm(folder, { recursive: true, force: true }));

  const filesOf = async (made: ListingCase): Promise<WorkspaceFiles> =>
    new WorkspaceFiles(vscode.Uri.file(await writeCase(folder, made)), {
      reviewFolder: 'reviews',
      isExcluded: excludedBy(made.exclude ?? []),
    });

  for (const made of LISTING_CASES) {
    it(`list ${made.what}`, async () => {
      const files = await filesOf(made);
      assertListed(await files.list(new AbortController().signal), made);
    });
  }

  it('tell of a folder that appeared what is in it, unless links may lead there or from there', async () => {
    const files = await filesOf({
      what: 'a folder that was moved in',
      files: ['library/new/a/x.pdf', 'library/new/notes.txt', 'library/linked/y.pdf'],
      links: [
        ['library/linked/again', 'library/new'],
        ['library/alias', 'library/new'],
      ],
      pdfs: ['linked/y.pdf', 'new/a/x.pdf'],
    });
    const below = (place: string): Promise<readonly string[] | undefined> =>
      files.below(place, (path) => path.endsWith('.pdf'), new AbortController().signal);
    assert.deepEqual(await below('new'), ['new/a/x.pdf']);
    assert.deepEqual(await below('new/notes.txt'), []);
    assert.deepEqual(await below('gone'), []);
    assert.equal(await below('linked'), undefined);
    assert.equal(await below('alias'), undefined);
  });
});
