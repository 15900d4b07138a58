import assert from 'node:assert/strict';
import { describe, it, mock } from 'node:test';
import { Library } from '../../../src/core/library/library.ts';
import type { LibraryPorts } from '../../../src/core/library/ports.ts';
import type { LibrarySnapshot } from '../../../src/core/library/snapshot.ts';
import { MemoryFiles, memoryPorts, type MemoryPorts } from './memory-ports.ts';

const live = (): AbortSignal => new AbortController().signal;

const libraryOver = (ports: LibraryPorts, depth: 'facts' | 'full' = 'facts'): Library =>
  new Library(ports, { registerPath: 'vendors.yaml', reviewFolder: 'reviews', depth });

/** A next session over the same folder and cache. */
const nextSession = (ports: MemoryPorts): MemoryPorts => {
  ports.files.readPaths.length = 0;
  ports.cache.gets.length = 0;
  ports.cache.puts.length = 0;
  return memoryPorts({ files: ports.files, cache: ports.cache });
};

const threeReports = (): MemoryPorts => {
  const ports = memoryPorts();
  ports.files
    .write('b/2025.pdf', { vendor: 'Brightfield Hosting, Inc.', end: '2025-09-30' })
    .write('a/2024.PDF', { vendor: 'Alder Payments LLC', end: '2024-12-31' })
    .write('certificate.pdf', { kind: 'not-soc' });
  return ports;
};

const paths = (snapshot: LibrarySnapshot): string[] => snapshot.documents.map(({ path }) => path);
const names = (snapshot: LibrarySnapshot): string[] => snapshot.dossiers.map(({ name }) => name);

describe('a refresh', () => {
  it('lists every PDF in path order, whatever its case and kind', async () => {
    const library = libraryOver(threeReports());
    assert.deepEqual(library.snapshot.documents, []);
    const snapshot = await library.refresh({ signal: live() });
    assert.deepEqual(paths(snapshot), ['a/2024.PDF', 'b/2025.pdf', 'certificate.pdf']);
    assert.deepEqual(names(snapshot), ['Alder Payments LLC', 'Brightfield Hosting, Inc.']);
    assert.equal(library.snapshot, snapshot);
    assert.equal(library.documentAt('certificate.pdf')?.reading.reason, 'A certificate.');
    assert.equal(library.documentAt('nowhere.pdf'), undefined);
  });

  it('shows the same object as long as nothing changes', async () => {
    const library = libraryOver(threeReports());
    const first = await library.refresh({ signal: live() });
    const heard: LibrarySnapshot[] = [];
    library.onDidChange((snapshot) => heard.push(snapshot));
    assert.equal(await library.refresh({ signal: live() }), first);
    assert.deepEqual(heard, []);
  });

  it('publishes once even when the folder is empty, so that the tree knows', async () => {
    const library = libraryOver(memoryPorts());
    const heard: LibrarySnapshot[] = [];
    library.onDidChange((snapshot) => heard.push(snapshot));
    await library.refresh({ signal: live() });
    assert.equal(heard.length, 1);
    assert.deepEqual(heard[0]?.documents, []);
  });

  it('counts progress up to all files', async () => {
    const progress: [number, number][] = [];
    await libraryOver(threeReports()).refresh({
      signal: live(),
      onProgress: (done, total) => progress.push([done, total]),
    });
    assert.deepEqual(progress, [
      [0, 3],
      [1, 3],
      [2, 3],
      [3, 3],
    ]);
  });

  it('reads no more files at a time than the reader has hands, and one waiting', async () => {
    const ports = memoryPorts();
    for (let number = 0; number < 20; number++)
      ports.files.write(`${String(number)}.pdf`, { salt: `${number}` });
    ports.reader.delay = () => 2;
    await libraryOver(ports).refresh({ signal: live() });
    assert.equal(ports.reader.mostRunning, ports.reader.threads + 1);
  });

  it('rejects when the folder can’t be listed, and works again when it can', async () => {
    const ports = threeReports();
    ports.files.listError = new Error('The folder is gone.');
    const library = libraryOver(ports);
    await assert.rejects(library.refresh({ signal: live() }), /folder is gone/);
    ports.files.listError = undefined;
    assert.equal((await library.refresh({ signal: live() })).documents.length, 3);
  });

  it('publishes at most every 100 ms while it reads', async () => {
    mock.timers.enable({ apis: ['Date'], now: 1_000_000_000 });
    try {
      const ports = memoryPorts();
      for (let number = 10; number < 30; number++) {
        ports.files.write(`${String(number)}.pdf`, { vendor: `Vendor ${number}` });
      }
      ports.reader.onRead = () => {
        mock.timers.setTime(Date.now() + 30);
      };
      const library = libraryOver(ports);
      const sizes: number[] = [];
      library.onDidChange(({ documents }) => sizes.push(documents.length));
      await library.refresh({ signal: live() });
      assert.equal(sizes[0], 0);
      assert.equal(sizes.at(-1), 20);
      assert.ok(sizes.length >= 5 && sizes.length <= 8, `published ${sizes.length} times`);
      assert.deepEqual(
        sizes,
        [...sizes].sort((a, b) => a - b),
      );
    } finally {
      mock.timers.reset();
    }
  });
});

describe('what was read before', () => {
  it('is listed at the next start from the catalogue, without opening a file', async () => {
    const ports = threeReports();
    const before = await libraryOver(ports).refresh({ signal: live() });
    const next = nextSession(ports);
    const after = await libraryOver(next).refresh({ signal: live() });
    assert.deepEqual(after, before);
    assert.deepEqual(next.files.readPaths, []);
    assert.deepEqual(next.reader.reads, []);
    assert.ok(next.cache.gets.every((key) => key.startsWith('catalogue')));
    assert.deepEqual(next.cache.puts, []);
  });

  it('is hashed, not read, when only its time stamp has changed', async () => {
    const ports = threeReports();
    await libraryOver(ports).refresh({ signal: live() });
    const next = nextSession(ports);
    next.files.write('b/2025.pdf', { vendor: 'Brightfield Hosting, Inc.', end: '2025-09-30' });
    await libraryOver(next).refresh({ signal: live() });
    assert.deepEqual(next.files.readPaths, ['b/2025.pdf']);
    assert.deepEqual(next.reader.reads, []);
  });

  it('is found again under another name', async () => {
    const ports = threeReports();
    await libraryOver(ports).refresh({ signal: live() });
    const next = nextSession(ports);
    next.files.remove('b/2025.pdf');
    next.files.write('moved.pdf', { vendor: 'Brightfield Hosting, Inc.', end: '2025-09-30' });
    const snapshot = await libraryOver(next).refresh({ signal: live() });
    assert.deepEqual(paths(snapshot), ['a/2024.PDF', 'certificate.pdf', 'moved.pdf']);
    assert.deepEqual(next.reader.reads, []);
  });

  it('is read again when the content has changed', async () => {
    const ports = threeReports();
    await libraryOver(ports).refresh({ signal: live() });
    const next = nextSession(ports);
    next.files.write('b/2025.pdf', { vendor: 'Other Hosting', end: '2025-09-30' });
    const snapshot = await libraryOver(next).refresh({ signal: live() });
    assert.deepEqual(names(snapshot), ['Alder Payments LLC', 'Other Hosting']);
    assert.equal(next.reader.reads.length, 1);
  });

  it('is not trusted when the file had only just been written', async () => {
    const ports = threeReports();
    const justNow = ports.files.files.get('b/2025.pdf')!;
    ports.files.files.set('b/2025.pdf', { ...justNow, modified: Date.now() });
    const library = libraryOver(ports);
    await library.refresh({ signal: live() });
    ports.files.readPaths.length = 0;
    await library.refresh({ signal: live() });
    assert.deepEqual(ports.files.readPaths, ['b/2025.pdf']);
    assert.equal(ports.reader.reads.length, 3);
  });

  it('serves facts when it was read in full, and is read again the other way round', async () => {
    const ports = threeReports();
    await libraryOver(ports, 'facts').refresh({ signal: live() });
    const deeper = nextSession(ports);
    const full = await libraryOver(deeper, 'full').refresh({ signal: live() });
    assert.equal(deeper.reader.reads.length, 3);
    assert.equal(full.documents[0]?.reading.userControls.length, 1);
    const shallow = nextSession(ports);
    assert.deepEqual(await libraryOver(shallow, 'facts').refresh({ signal: live() }), full);
    assert.equal(shallow.reader.reads.length, 0);
  });

  it('is dropped and replaced on demand', async () => {
    const ports = threeReports();
    const library = libraryOver(ports);
    await library.refresh({ signal: live() });
    ports.cache.entries.set('left over', new Uint8Array(3));
    const snapshot = await library.refresh({ signal: live(), ignoreCache: true });
    assert.equal(ports.reader.reads.length, 6);
    assert.equal(snapshot.documents.length, 3);
    assert.ok(!ports.cache.entries.has('left over'));
    const next = nextSession(ports);
    await libraryOver(next).refresh({ signal: live() });
    assert.deepEqual(next.reader.reads, []);
  });

  it('is read again without a cache that keeps anything', async () => {
    const ports = threeReports();
    ports.cache.put = () => Promise.resolve();
    const before = await libraryOver(ports).refresh({ signal: live() });
    const next = nextSession(ports);
    assert.deepEqual(await libraryOver(next).refresh({ signal: live() }), before);
    assert.equal(next.reader.reads.length, 3);
  });
});

describe('a file', () => {
  it('that vanishes while it is read is not listed', async () => {
    const ports = threeReports();
    ports.files.onRead = (path) => {
      if (path === 'b/2025.pdf') ports.files.remove(path);
    };
    const snapshot = await libraryOver(ports).refresh({ signal: live() });
    assert.deepEqual(paths(snapshot), ['a/2024.PDF', 'certificate.pdf']);
  });

  it('that vanishes between listing and reading is not listed', async () => {
    const ports = threeReports();
    const files = ports.files;
    const list = files.list.bind(files);
    files.list = async (signal) => {
      const listing = await list(signal);
      files.remove('a/2024.PDF');
      return listing;
    };
    const snapshot = await libraryOver(ports).refresh({ signal: live() });
    assert.deepEqual(paths(snapshot), ['b/2025.pdf', 'certificate.pdf']);
  });

  it('that changes while it is read is read again', async () => {
    const ports = threeReports();
    let changes = 0;
    ports.files.onRead = (path) => {
      if (path === 'b/2025.pdf' && changes++ === 0) ports.files.write(path, { vendor: 'Newer Name' });
    };
    const snapshot = await libraryOver(ports).refresh({ signal: live() });
    assert.ok(names(snapshot).includes('Newer Name'));
    assert.ok(!names(snapshot).includes('Brightfield Hosting, Inc.'));
  });

  it('that never stops changing is unreadable, with what to do', async () => {
    const ports = threeReports();
    let number = 0;
    ports.files.onRead = (path) => {
      if (path === 'b/2025.pdf') ports.files.write(path, { salt: String(number++) });
    };
    const library = libraryOver(ports);
    await library.refresh({ signal: live() });
    const reading = library.documentAt('b/2025.pdf')?.reading;
    assert.equal(reading?.kind, 'unreadable');
    assert.match(reading.reason ?? '', /being written.*Refresh/);
    ports.files.onRead = () => undefined;
    await library.refresh({ signal: live() });
    assert.equal(library.documentAt('b/2025.pdf')?.reading.kind, 'soc2');
  });

  it('without permission is unreadable, with what to do, and is tried again', async () => {
    const ports = threeReports();
    ports.files.broken.set('b/2025.pdf', Object.assign(new Error('EACCES'), { code: 'EACCES' }));
    const library = libraryOver(ports);
    const snapshot = await library.refresh({ signal: live() });
    assert.equal(snapshot.documents.length, 3);
    assert.match(library.documentAt('b/2025.pdf')?.reading.reason ?? '', /No permission.*read access/);
    assert.deepEqual(
      snapshot.unassigned.map(({ path }) => path),
      ['b/2025.pdf'],
    );
    ports.files.broken.clear();
    await library.refresh({ signal: live() });
    assert.equal(library.documentAt('b/2025.pdf')?.reading.kind, 'soc2');
  });

  it('that could not be listed is unreadable with the reason', async () => {
    const ports = threeReports();
    ports.files.unlisted.push({ path: 'broken-link.pdf', reason: 'The link leads nowhere.' });
    const library = libraryOver(ports);
    const snapshot = await library.refresh({ signal: live() });
    assert.equal(library.documentAt('broken-link.pdf')?.reading.reason, 'The link leads nowhere.');
    assert.equal(await library.refresh({ signal: live() }), snapshot);
    ports.files.unlisted.length = 0;
    assert.equal((await library.refresh({ signal: live() })).documents.length, 3);
  });

  it('on which the reader fails is unreadable, and the others are read', async () => {
    const ports = threeReports();
    ports.reader.onRead = ({ vendor }) => {
      if (vendor?.startsWith('Brightfield') === true) throw new Error('worker died');
    };
    const library = libraryOver(ports);
    const snapshot = await library.refresh({ signal: live() });
    assert.equal(snapshot.documents.length, 3);
    assert.match(library.documentAt('b/2025.pdf')?.reading.reason ?? '', /worker died/);
    ports.reader.onRead = () => undefined;
    await library.refresh({ signal: live() });
    assert.equal(library.documentAt('b/2025.pdf')?.reading.kind, 'soc2');
  });

  it('with the same bytes as another is read once and listed twice', async () => {
    const ports = threeReports();
    ports.files.write('copy/2025.pdf', { vendor: 'Brightfield Hosting, Inc.', end: '2025-09-30' });
    ports.reader.delay = () => 3;
    const snapshot = await libraryOver(ports).refresh({ signal: live() });
    assert.equal(ports.reader.reads.length, 3);
    const [, brightfield] = snapshot.dossiers;
    assert.deepEqual(
      brightfield?.reports.map(({ path }) => path),
      ['b/2025.pdf', 'copy/2025.pdf'],
    );
    assert.equal(brightfield.reports[0]?.sha256, brightfield.reports[1]?.sha256);
  });

  it('with a password opens when the password is at hand, also after it could not be opened', async () => {
    const ports = memoryPorts();
    ports.files.write('locked.pdf', { vendor: 'Locked Ltd', password: 'open sesame' });
    const closed = await libraryOver(ports).refresh({ signal: live() });
    assert.equal(closed.documents[0]?.reading.reason, 'Password required.');
    const next = { ...nextSession(ports), passwords: () => Promise.resolve('open sesame') };
    const library = libraryOver(next);
    assert.deepEqual(names(await library.refresh({ signal: live() })), ['Locked Ltd']);
    assert.equal(next.reader.reads.length, 1);
    await library.refresh({ signal: live() });
    assert.equal(next.reader.reads.length, 1);
  });
});

describe('cancelling', () => {
  it('keeps what is known, and the next refresh does the rest', async () => {
    const ports = memoryPorts();
    for (let number = 10; number < 30; number++) {
      ports.files.write(`${String(number)}.pdf`, { vendor: `Vendor ${number}` });
    }
    ports.reader.delay = () => 1;
    const controller = new AbortController();
    ports.reader.onRead = () => {
      if (ports.reader.reads.length === 8) controller.abort();
    };
    const library = libraryOver(ports);
    const partial = await library.refresh({ signal: controller.signal });
    assert.ok(partial.documents.length > 0 && partial.documents.length < 20);
    const readBefore = partial.documents.length;
    const next = nextSession(ports);
    const whole = await libraryOver(next).refresh({ signal: live() });
    assert.equal(whole.documents.length, 20);
    assert.ok(next.reader.reads.length <= 20 - readBefore);
    assert.deepEqual(await library.refresh({ signal: live() }), whole);
  });

  it('before it begins does nothing', async () => {
    const ports = threeReports();
    const snapshot = await libraryOver(ports).refresh({ signal: AbortSignal.abort() });
    assert.deepEqual(snapshot.documents, []);
    assert.deepEqual(ports.files.readPaths, []);
  });

  it('by one of two who wait doesn’t stop the other', async () => {
    const ports = threeReports();
    const library = libraryOver(ports);
    const first = new AbortController();
    const both = [library.refresh({ signal: first.signal }), library.refresh({ signal: live() })];
    first.abort();
    const [one, other] = await Promise.all(both);
    assert.equal(one, other);
    assert.equal(other?.documents.length, 3);
  });

  it('ends with dispose, which silences the library', async () => {
    const ports = threeReports();
    const library = libraryOver(ports);
    let heard = 0;
    library.onDidChange(() => heard++);
    const running = library.refresh({ signal: live() });
    library.dispose();
    await running;
    await library.refresh({ signal: live() });
    assert.equal(heard, 0);
    assert.deepEqual(ports.reader.reads, []);
  });
});

describe('several refreshes', () => {
  it('while one runs become one further pass', async () => {
    const ports = threeReports();
    const list = ports.files.list.bind(ports.files);
    let lists = 0;
    ports.files.list = (signal) => {
      lists++;
      return list(signal);
    };
    const library = libraryOver(ports);
    const later: Promise<LibrarySnapshot>[] = [];
    ports.reader.onRead = () => {
      ports.files.write('late.pdf', { vendor: 'Latecomer GmbH' });
      later.push(library.refresh({ signal: live() }));
    };
    const first = await library.refresh({ signal: live() });
    ports.reader.onRead = () => undefined;
    const results = await Promise.all(later);
    assert.equal(lists, 2);
    assert.equal(first.documents.length, 3);
    assert.equal(results.length, 3);
    for (const result of results) assert.equal(result.documents.length, 4);
  });
});

describe('changed files', () => {
  it('are the only ones that are looked at', async () => {
    const ports = threeReports();
    const library = libraryOver(ports);
    const before = await library.refresh({ signal: live() });
    ports.files.readPaths.length = 0;
    ports.files.listError = new Error('must not list');
    ports.files.write('a/2024.PDF', { vendor: 'Alder Payments LLC', end: '2025-12-31' });
    ports.files.write('a/new.pdf', { vendor: 'Alder Payments LLC', end: '2023-12-31' });
    ports.files.remove('certificate.pdf');
    await library.filesChanged(['a/2024.PDF', 'a/new.pdf', 'certificate.pdf', 'notes.txt'], live());
    assert.deepEqual(ports.files.readPaths.sort(), ['a/2024.PDF', 'a/new.pdf']);
    assert.deepEqual(paths(library.snapshot), ['a/2024.PDF', 'a/new.pdf', 'b/2025.pdf']);
    assert.equal(library.snapshot.dossiers[0]?.reports[0]?.reading.periodEnd?.value, '2025-12-31');
    assert.notEqual(library.snapshot.dossiers[0], before.dossiers[0]);
    assert.equal(library.snapshot.dossiers[1], before.dossiers[1]);
  });

  it('of a removed folder are dropped', async () => {
    const ports = threeReports();
    const library = libraryOver(ports);
    await library.refresh({ signal: live() });
    ports.files.remove('a/2024.PDF');
    await library.filesChanged(['a'], live());
    assert.deepEqual(paths(library.snapshot), ['b/2025.pdf', 'certificate.pdf']);
  });

  it('include the register and the reviews', async () => {
    const ports = threeReports();
    const library = libraryOver(ports);
    await library.refresh({ signal: live() });
    ports.files.write('vendors.yaml', 'vendors:\n  - name: Cedar Mail\n    aliases: [Alder Payments]\n');
    await library.filesChanged(['vendors.yaml'], live());
    assert.deepEqual(names(library.snapshot), ['Brightfield Hosting, Inc.', 'Cedar Mail']);
    ports.files.write('reviews/cedar-mail/2024-12-31.md', '---\nvendor: Cedar Mail\n---\n');
    await library.filesChanged(['reviews/cedar-mail/2024-12-31.md'], live());
    assert.equal(library.snapshot.dossiers[1]?.reviews.length, 1);
    ports.files.remove('reviews/cedar-mail/2024-12-31.md');
    ports.files.remove('vendors.yaml');
    await library.filesChanged(['reviews', 'vendors.yaml'], live());
    assert.deepEqual(library.snapshot.reviews, []);
    assert.deepEqual(names(library.snapshot), ['Alder Payments LLC', 'Brightfield Hosting, Inc.']);
  });

  it('wait for the refresh that runs', async () => {
    const ports = threeReports();
    ports.reader.delay = () => 2;
    const library = libraryOver(ports);
    const running = library.refresh({ signal: live() });
    ports.files.write('b/2025.pdf', { vendor: 'Renamed Hosting' });
    await library.filesChanged(['b/2025.pdf'], live());
    await running;
    assert.deepEqual(names(library.snapshot), ['Alder Payments LLC', 'Renamed Hosting']);
  });
});

describe('what people write', () => {
  it('that can’t be read is a problem of its own and stops nothing', async () => {
    const ports = threeReports();
    ports.files.write('vendors.yaml', 'vendors: []').write('reviews/x.md', '---\nvendor: X\n---\n');
    const denied = Object.assign(new Error('EACCES'), { code: 'EACCES' });
    ports.files.broken.set('vendors.yaml', denied).set('reviews/x.md', denied);
    const snapshot = await libraryOver(ports).refresh({ signal: live() });
    assert.equal(snapshot.documents.length, 3);
    assert.match(snapshot.register.problems[0]?.message ?? '', /No permission/);
    assert.equal(snapshot.reviews[0]?.state, 'invalid');
    assert.match(snapshot.reviews[0].problems[0]?.message ?? '', /No permission/);
  });

  it('is read from where the settings say', async () => {
    const ports = memoryPorts();
    const files = new MemoryFiles('docs/checks')
      .write('docs/register.yaml', 'vendors:\n  - name: Cedar Mail\n')
      .write('docs/checks/cedar-mail/a.md', '---\nvendor: Cedar Mail\n---\n');
    const library = new Library(
      { ...ports, files },
      { registerPath: './docs/register.yaml', reviewFolder: './docs/checks/', depth: 'facts' },
    );
    const snapshot = await library.refresh({ signal: live() });
    assert.deepEqual(names(snapshot), ['Cedar Mail']);
    assert.equal(snapshot.dossiers[0]?.reviews.length, 1);
    files.write('docs/checks/cedar-mail/b.md', '---\nvendor: Cedar Mail\n---\n');
    await library.filesChanged(['docs/checks/cedar-mail/b.md'], live());
    assert.equal(library.snapshot.dossiers[0]?.reviews.length, 2);
  });
});
