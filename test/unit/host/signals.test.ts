import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { pathToFileURL } from 'node:url';
import { projectRoot } from '../../host/places.ts';

describe('A tool that is being stopped', () => {
  let folder = '';
  let script = '';
  before(async () => {
    folder = await mkdtemp(join(tmpdir(), 'soc-review-signals-'));
    script = join(folder, 'tool.mjs');
    const signals = pathToFileURL(join(projectRoot, 'test', 'host', 'signals.ts')).href;
    await writeFile(
      script,
      `import { writeFileSync } from 'node:fs';
       import { stopOnSignal } from '${signals}';
       stopOnSignal(async () => { writeFileSync(process.argv[2], 'stopped'); });
       console.log('ready');
       setInterval(() => undefined, 1_000);`,
    );
  });
  after(() => rm(folder, { recursive: true }));

  it('finishes what it has to, and says by its status what ended it', async () => {
    const trace = join(folder, 'by-signal');
    const child = spawn(process.execPath, [script, trace], { stdio: ['ignore', 'pipe', 'inherit'] });
    child.stdout.once('data', () => child.kill('SIGINT'));
    assert.equal(await new Promise((resolve) => child.once('close', resolve)), 130);
    assert.ok(existsSync(trace));
  });

  it('does not outlive the npm that runs it', async () => {
    const trace = join(folder, 'by-parent');
    const tool = `"${process.execPath}" "${script}" "${trace}" & wait`;
    const parent = spawn('sh', ['-c', tool], {
      stdio: ['ignore', 'pipe', 'inherit'],
      env: { ...process.env, npm_lifecycle_event: 'start' },
    });
    parent.stdout.once('data', () => parent.kill('SIGKILL'));
    // Its output stays open as long as the tool lives.
    await new Promise((resolve) => parent.once('close', resolve));
    assert.ok(existsSync(trace));
  });
});
