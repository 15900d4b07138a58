import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { before, describe, it } from 'node:test';
import lock from '../../package-lock.json' with { type: 'json' };
import manifest from '../../package.json' with { type: 'json' };
import { build } from '../host/build.ts';
import { projectRoot } from '../host/places.ts';
import {
  ALLOWED_LICENSES,
  nodeModules,
  shippedPackages,
  thirdPartyNotices,
  type ShippedPackage,
} from './third-party.ts';

describe('What ships of others', () => {
  let packages: readonly ShippedPackage[] = [];
  before(async () => {
    await build('production');
    packages = shippedPackages();
  });

  it('is named in the notices, with its licences; npm run notices writes them', async () => {
    const notices = await readFile(join(projectRoot, 'THIRD-PARTY-NOTICES.txt'), 'utf8');
    assert.equal(notices, thirdPartyNotices(packages));
  });

  it('is under licences that allow it, and brings their texts', () => {
    assert.ok(packages.length > 10, `${packages.length} packages`);
    for (const { name, license, texts } of packages) {
      assert.ok(ALLOWED_LICENSES.has(license), `${name}: ${license}`);
      assert.ok(
        texts.length > 0 || license === 'MIT' || license === 'Apache-2.0',
        `${name} has no licence text`,
      );
    }
  });

  it('asks Node for nothing that reaches another machine', () => {
    const modules = nodeModules();
    assert.ok(modules.has('worker_threads') && modules.has('crypto'));
    const network = ['dgram', 'dns', 'dns/promises', 'http', 'http2', 'https', 'net', 'tls', 'inspector'];
    assert.deepEqual(
      network.filter((name) => modules.has(name)),
      [],
    );
  });

  it('runs no script when it is installed', () => {
    assert.deepEqual(
      packages.filter(({ installScripts }) => installScripts.length > 0).map(({ name }) => name),
      [],
    );
  });

  it('is pinned to one version each, with the hash of what the registry gave', () => {
    for (const version of Object.values({ ...manifest.dependencies, ...manifest.devDependencies })) {
      assert.match(version, /^(?:npm:[@\w/-]+@)?\d+\.\d+\.\d+(?:-[\w.]+)?$/);
    }
    const locked: Record<string, { readonly integrity?: string; readonly version?: string }> = lock.packages;
    for (const { name, version } of packages) {
      const entries = Object.entries(locked).filter(([path]) => path.endsWith(`node_modules/${name}`));
      const entry = entries.find(([, one]) => one.version === version)?.[1];
      assert.match(entry?.integrity ?? '', /^sha512-/, name);
    }
  });
});
