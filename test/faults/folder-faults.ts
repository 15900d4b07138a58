import { execFileSync } from 'node:child_process';
import { mkdir, rename, rm, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { mock } from 'node:test';
import { NodeFiles } from '../../src/cli/node-files.ts';
import { patientFiles } from '../../src/core/library/patient-files.ts';
import type { LibraryFiles } from '../../src/core/library/ports.ts';
import type { Random } from '../fixtures/random.ts';
import { memoryPorts } from '../unit/library/memory-ports.ts';
import { broken, type Fault } from './fault.ts';
import { session, shown, someFiles } from './libraries.ts';

const filesIn = (folder: string): NodeFiles =>
  new NodeFiles(folder, { reviewFolder: 'reviews', exclude: [] });

const pdf = (random: Random): string =>
  JSON.stringify({ vendor: `Vendor ${random.int(1, 9)}`, salt: 'x'.repeat(random.int(0, 9000)) });

async function write(folder: string, path: string, content: string): Promise<void> {
  const file = join(folder, path);
  await mkdir(dirname(file), { recursive: true });
  await writeFile(file, content);
}

/** Some reports and reviews, on disk. */
async function fill(folder: string, random: Random): Promise<void> {
  for (let file = random.int(5, 25); file > 0; file--) {
    await write(folder, `vendors/${random.int(1, 5)}/${file}.pdf`, pdf(random));
    await write(folder, `reviews/v/${file}.md`, `---\nvendor: Vendor ${file}\n---\n`);
  }
  await write(folder, 'vendors.yaml', 'vendors:\n  - name: Vendor 1\n  - name: Vendor 2\n');
}

/** Lets something happen to the folder while it is read, and compares the next refresh with the folder then. */
async function whileReading(folder: string, happen: () => Promise<void> | void): Promise<readonly string[]> {
  const ports = { ...memoryPorts(), files: filesIn(folder) };
  ports.reader.delay = () => 3;
  const reading = session(ports);
  await happen();
  await reading;
  const next = await session({ ...memoryPorts({ cache: ports.cache }), files: filesIn(folder) });
  const fresh = await session({ ...memoryPorts(), files: filesIn(folder) });
  return broken({ 'what the next start shows': shown(next) === shown(fresh) });
}

const git = (folder: string, ...args: string[]): void => {
  const identity = ['-c', 'user.name=Dana', '-c', 'user.email=dana@example.com'];
  execFileSync('git', ['-C', folder, ...identity, ...args], { stdio: 'ignore' });
};

const oneOfMany = async (folder: string, random: Random): Promise<void> => {
  const path = `vendors/${random.int(1, 5)}/${random.int(1, 25)}.pdf`;
  const file = join(folder, path);
  switch (random.int(0, 3)) {
    case 0:
      await write(folder, path, pdf(random));
      break;
    case 1:
      await rm(file, { force: true });
      break;
    case 2:
      await rename(file, join(folder, `moved-${random.int(1, 99)}.pdf`)).catch(() => undefined);
      break;
    default:
      await rm(dirname(file), { recursive: true, force: true });
  }
};

export const folderFaults: readonly Fault[] = [
  {
    name: 'files that vanish, move and change while they are read',
    cases: 200,
    run: async (random, folder) => {
      await fill(folder, random);
      return await whileReading(folder, async () => {
        for (let changes = random.int(1, 20); changes > 0; changes--) {
          await oneOfMany(folder, random);
          await new Promise((done) => setImmediate(done));
        }
      });
    },
  },
  {
    name: 'git checkout of another branch under the running index',
    cases: 40,
    run: async (random, folder) => {
      git(folder, 'init', '--initial-branch=one');
      for (const branch of ['one', 'two']) {
        if (branch === 'two') git(folder, 'checkout', '-b', 'two');
        await fill(folder, random);
        git(folder, 'add', '--all');
        git(folder, 'commit', '--allow-empty', '-m', branch);
      }
      return await whileReading(folder, () => {
        git(folder, 'checkout', 'one');
      });
    },
  },
  {
    name: 'clock moved back and forth',
    cases: 300,
    run: async (random) => {
      const ports = someFiles(random);
      const now = Date.now();
      try {
        for (let start = 0; start < 4; start++) {
          mock.timers.enable({ apis: ['Date'], now: now + random.int(-400, 400) * 86_400_000 });
          await session(memoryPorts(ports));
          const file = `vendors/${random.int(1, 8)}.pdf`;
          ports.files.write(file, { vendor: `Vendor ${random.int(1, 9)}`, salt: String(start) });
          mock.timers.reset();
        }
        const next = await session(memoryPorts(ports));
        const fresh = await session(memoryPorts({ files: ports.files }));
        return broken({ 'what the next start shows': shown(next) === shown(fresh) });
      } finally {
        mock.timers.reset();
      }
    },
  },
  {
    name: 'network drive that stalls',
    cases: 100,
    run: async (random) => {
      const ports = someFiles(random);
      const silent = new Set<string>();
      const answered = <T>(path: string, work: () => Promise<T>): Promise<T> => {
        if (!random.chance(0.3)) return work();
        silent.add(path);
        return new Promise(() => undefined);
      };
      const stalling: LibraryFiles = {
        list: (signal) => ports.files.list(signal),
        stat: (path) => ports.files.stat(path),
        readText: (path) => answered(path, () => ports.files.readText(path)),
        readBytes: (path) => answered(path, () => ports.files.readBytes(path)),
      };
      const patience = { stat: 15, readText: 15, readBytes: 15, list: 1000 };
      const { documents, reviews } = await session({
        ...ports,
        files: patientFiles(stalling, globalThis, patience),
      });
      const next = await session(memoryPorts(ports));
      const fresh = await session(memoryPorts({ files: ports.files }));
      return broken({
        'each that did not answer says so': documents
          .filter(({ path }) => silent.has(path))
          .every(({ reading }) => /no answer in time/.test(reading.reason ?? '')),
        'the others are read': documents
          .filter(({ path }) => !silent.has(path))
          .every(({ reading }) => reading.kind === 'soc2'),
        'no review counts that was not read': reviews
          .filter(({ path }) => silent.has(path))
          .every(({ state }) => state === 'invalid'),
        'what the next start shows': shown(next) === shown(fresh),
      });
    },
  },
];
