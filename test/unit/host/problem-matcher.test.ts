import assert from 'node:assert/strict';
import { mkdtemp, rm } from 'node:fs/promises';
import { spawn } from 'node:child_process';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, it } from 'node:test';
import tasks from '../../../.vscode/tasks.json' with { type: 'json' };
import { projectRoot } from '../../host/places.ts';

interface Matcher {
  readonly pattern: readonly { readonly regexp: string }[];
  readonly background: { readonly beginsPattern: string; readonly endsPattern: string };
}

describe('The problem matcher of the watch task', () => {
  const task = tasks.tasks.find(({ label }) => label === 'watch');
  const matcher = task?.problemMatcher as unknown as Matcher;

  it('sees a watching build begin and end', { timeout: 120_000 }, async () => {
    const outdir = await mkdtemp(join(tmpdir(), 'soc-review-watch-'));
    const child = spawn(process.execPath, ['esbuild.mjs', '--watch', '--outdir', outdir], {
      cwd: projectRoot,
      stdio: ['pipe', 'pipe', 'inherit'],
    });
    try {
      const ends = new RegExp(matcher.background.endsPattern, 'mu');
      let output = '';
      for await (const chunk of child.stdout) {
        output += String(chunk);
        if (ends.test(output)) break;
      }
      assert.match(output, new RegExp(matcher.background.beginsPattern, 'mu'));
      assert.match(output, ends);
    } finally {
      child.kill('SIGKILL');
      await new Promise((resolve) => child.once('close', resolve));
      await rm(outdir, { recursive: true, force: true });
    }
  });

  it('reads an error and its place', () => {
    const lines = ['✘ [ERROR] Could not resolve "./missing.ts"', '    src/cli/main.ts:3:27:'];
    const matches = matcher.pattern.map(({ regexp }, at) => new RegExp(regexp, 'u').exec(lines[at]!));
    assert.deepEqual(
      matches.map((match) => match?.slice(1)),
      [['Could not resolve "./missing.ts"'], ['src/cli/main.ts', '3', '27']],
    );
  });
});
