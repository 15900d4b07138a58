import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { describe, it } from 'node:test';
import { withIgnored } from '../../../src/core/library/git-ignore.ts';

describe('a .gitignore to which reports are added', () => {
  it('keeps what stands there, and its line ends', () => {
    assert.equal(withIgnored('', ['a.pdf']), '/a.pdf\n');
    assert.equal(withIgnored('# ours\nnode_modules', ['v/a.pdf']), '# ours\nnode_modules\n/v/a.pdf\n');
    assert.equal(withIgnored('x\r\n', ['a.pdf', 'b.pdf']), 'x\r\n/a.pdf\r\n/b.pdf\r\n');
  });

  it('says nothing twice', () => {
    assert.equal(withIgnored('/a.pdf\n', ['a.pdf']), '/a.pdf\n');
  });

  it('means these files to git, whatever they are called, and no others', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'git-ignore-'));
    const paths = ['vendors/a b/SOC 2 (final) [1].pdf', '#1.pdf', '!important.pdf', 'end .pdf', 'star*.pdf'];
    const others = ['vendors/a b/SOC 2 (final) 1.pdf', 'starfish.pdf', 'vendors/#1.pdf'];
    try {
      execFileSync('git', ['init', '--quiet', folder]);
      for (const path of [...paths, ...others]) {
        await mkdir(dirname(join(folder, path)), { recursive: true });
        await writeFile(join(folder, path), '');
      }
      await writeFile(join(folder, '.gitignore'), withIgnored('', paths));
      const listed = execFileSync('git', ['-C', folder, 'ls-files', '-z', '--others', '--exclude-standard'], {
        encoding: 'utf8',
      });
      assert.deepEqual(listed.split('\0').filter(Boolean).sort(), ['.gitignore', ...others].sort());
    } finally {
      await rm(folder, { recursive: true, force: true });
    }
  });
});
