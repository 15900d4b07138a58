import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { promisify } from 'node:util';
import type { Metafile } from 'esbuild';

const PROJECT = join(import.meta.dirname, '..', '..', '..');

/** What the command line needs to know its commands: to show help, and to find what was meant. */
const FOR_THE_START = [
  /^src\/(?:cli|core\/calendar)\//,
  /^src\/core\/standing\/audit-year\.ts$/,
  /^src\/core\/library\/plain-text\.ts$/,
  /^src\/pdf\/reading-limits\.ts$/,
  /^package\.json$/,
  /^node_modules\/(?:commander|date-fns)\//,
];

describe('The start of the command line', () => {
  let folder = '';
  let outputs: Metafile['outputs'] = {};

  before(async () => {
    folder = await mkdtemp(join(tmpdir(), 'cli-start-'));
    await promisify(execFile)(process.execPath, ['esbuild.mjs', 'cli', '--outdir', folder], { cwd: PROJECT });
    const metafile = JSON.parse(await readFile(join(folder, 'meta', 'cli.json'), 'utf8')) as Metafile;
    outputs = metafile.outputs;
  });
  after(() => rm(folder, { recursive: true, force: true }));

  it('loads nothing that only the work of a command needs', () => {
    const entry = Object.keys(outputs).find((file) => file.endsWith('/cli.js'));
    assert.ok(entry !== undefined);
    const loaded = loadedWith(entry, outputs);
    assert.deepEqual(
      loaded.filter((file) => !FOR_THE_START.some((pattern) => pattern.test(file))),
      [],
    );
    assert.ok(loaded.includes('src/cli/index-command.ts'));
    assert.ok(!loaded.includes('src/cli/read-library.ts'));
  });
});

/** The sources of a part of the program, and of all parts that are loaded before it can run. */
function loadedWith(entry: string, outputs: Metafile['outputs']): string[] {
  const parts = new Set([entry]);
  // Grows while it is walked.
  for (const part of parts) {
    for (const { path, kind } of outputs[part]?.imports ?? []) {
      if (kind === 'import-statement') parts.add(path);
    }
  }
  return [...parts].flatMap((part) =>
    Object.entries(outputs[part]?.inputs ?? {}).flatMap(([file, { bytesInOutput }]) =>
      bytesInOutput > 0 ? [file] : [],
    ),
  );
}
