import assert from 'node:assert/strict';
import { cp, mkdir, mkdtemp, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { runChild } from '../../host/child.ts';
import { projectRoot } from '../../host/places.ts';

const entry = join('test', 'host', 'entry.mjs');

describe('The entry of the npm scripts', () => {
  let project = '';
  before(async () => {
    project = await mkdtemp(join(tmpdir(), 'soc-review-entry-'));
    await mkdir(join(project, 'test', 'host'), { recursive: true });
    await cp(join(projectRoot, entry), join(project, entry));
    await writeFile(
      join(project, 'plain.mjs'),
      "export const main = () => { const e = new Error('Do this.'); e.name = 'PlainError'; throw e; };",
    );
    await writeFile(join(project, 'status.mjs'), 'export const main = async () => process.argv.length + 40;');
  });
  after(() => rm(project, { recursive: true }));
  const enter = (...args: readonly string[]) =>
    runChild(process.execPath, [join(project, entry), ...args], { cwd: project });

  it('asks for npm ci when nothing is installed', async () => {
    const { status, output } = await enter('status.mjs');
    assert.equal(status, 1);
    assert.match(output, /Run: npm ci/u);
  });

  it('gives the script its arguments and returns its status', async () => {
    await mkdir(join(project, 'node_modules'), { recursive: true });
    await symlink(
      join(projectRoot, 'node_modules', 'typescript'),
      join(project, 'node_modules', 'typescript'),
    );
    const { status } = await enter('status.mjs', 'one', 'two');
    assert.equal(status, 44);
  });

  it('prints errors meant for people without a stack trace', async () => {
    const { status, output } = await enter('plain.mjs');
    assert.equal(status, 1);
    assert.equal(output, 'Do this.\n');
  });

  it('says how it is used when it is given nothing', async () => {
    const { status, output } = await enter();
    assert.equal(status, 2);
    assert.match(output, /Usage:/u);
  });
});
