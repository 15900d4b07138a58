import assert from 'node:assert/strict';
import { mkdtemp, readFile, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { strFromU8, unzipSync } from 'fflate';
import { build } from '../host/build.ts';
import { packageExtension } from '../host/package.ts';
import { projectRoot } from '../host/places.ts';

const megabyte = 1024 * 1024;

/** Every file that may ship, by pattern; each pattern must also be met, so that nothing needed goes missing. */
const ships: readonly RegExp[] = [
  /^\[Content_Types\]\.xml$/u,
  /^extension\.vsixmanifest$/u,
  /^extension\/package\.json$/u,
  /^extension\/package\.nls\.json$/u,
  /^extension\/package\.nls\.de\.json$/u,
  /^extension\/l10n\/bundle\.l10n\.de\.json$/u,
  /^extension\/(?:readme\.md|changelog\.md|LICENSE\.txt)$/u,
  /^extension\/(?:SECURITY\.md|THIRD-PARTY-NOTICES\.txt)$/u,
  /^extension\/dist\/extension\.cjs$/u,
  /^extension\/dist\/pdf-worker\.mjs$/u,
  /^extension\/dist\/cli\.js$/u,
  /^extension\/dist\/cli\/[\w-]+\.js$/u,
  /^extension\/dist\/webview\/report-viewer\.(?:js|css)$/u,
  /^extension\/dist\/webview\/codicon\.ttf$/u,
  /^extension\/dist\/webview\/pdf\.worker\.min\.mjs$/u,
  /^extension\/dist\/webview\/cmaps\/(?:[\w-]+\.bcmap|LICENSE)$/u,
  /^extension\/dist\/webview\/standard_fonts\/(?:\w+(?:-\w+)?\.(?:pfb|ttf)|LICENSE_\w+)$/u,
  /^extension\/dist\/webview\/images\/annotation-\w+\.svg$/u,
  /^extension\/schemas\/[\w-]+\.schema\.json$/u,
  /^extension\/media\/(?:[\w-]+\/)*[\w-]+\.(?:svg|png|md)$/u,
];

describe('The package', () => {
  let folder = '';
  let files: Readonly<Record<string, Uint8Array>> = {};
  let size = 0;

  before(async () => {
    await build('production');
    folder = await mkdtemp(join(tmpdir(), 'soc-review-package-'));
    const vsix = join(folder, 'extension.vsix');
    await packageExtension(vsix);
    size = (await stat(vsix)).size;
    files = unzipSync(await readFile(vsix));
  });
  after(() => rm(folder, { recursive: true, force: true }));

  it('holds what is meant to ship, and nothing else', () => {
    const names = Object.keys(files);
    assert.deepEqual(
      names.filter((name) => !ships.some((pattern) => pattern.test(name))),
      [],
      'these files are not meant to ship',
    );
    assert.deepEqual(
      ships.filter((pattern) => !names.some((name) => pattern.test(name))).map(String),
      [],
      'nothing in the package meets these patterns',
    );
  });

  it('stays below 8 MB', () => {
    assert.ok(size < 8 * megabyte, `${(size / megabyte).toFixed(1)} MB`);
  });

  it('says nothing about the machine that built it', () => {
    for (const [name, bytes] of Object.entries(files)) {
      if (!/\.(?:c?js|mjs|css|json|md)$/u.test(name)) continue;
      assert.ok(!strFromU8(bytes).includes(projectRoot), `${name} holds a path of this machine`);
    }
  });

  it('brings no source maps', () => {
    for (const [name, bytes] of Object.entries(files)) {
      if (!/\.(?:c?js|mjs|css)$/u.test(name)) continue;
      assert.doesNotMatch(strFromU8(bytes), /^\/[/*]# sourceMappingURL=(?!data:)/mu, name);
    }
  });
});
