import assert from 'node:assert/strict';
import { globSync } from 'node:fs';
import { builtinModules } from 'node:module';
import { join } from 'node:path';
import { describe, it } from 'node:test';
import esbuild, { type BuildOptions, type Metafile, type Platform } from 'esbuild';
import { circles } from './circles.ts';
import {
  breaches,
  nodeBuiltins,
  pdfParsers,
  vscodeModule,
  zones,
  type Breach,
  type Forbidden,
} from './reach.ts';

interface Wall {
  readonly zone: string;
  /** Core is bundled for the browser: that is what "platform-neutral" promises. */
  readonly platform: Platform;
  readonly forbidden: readonly Forbidden[];
}

const walls: readonly Wall[] = [
  {
    zone: 'core',
    platform: 'browser',
    forbidden: [nodeBuiltins, vscodeModule, pdfParsers, zones('pdf', 'extension', 'webview', 'cli')],
  },
  { zone: 'pdf', platform: 'node', forbidden: [vscodeModule, zones('extension', 'webview', 'cli')] },
  { zone: 'cli', platform: 'node', forbidden: [vscodeModule, pdfParsers, zones('extension', 'webview')] },
  // PDFs are parsed in worker threads, never in the process that all extensions share.
  { zone: 'extension', platform: 'node', forbidden: [pdfParsers, zones('cli')] },
  {
    zone: 'webview',
    platform: 'browser',
    forbidden: [nodeBuiltins, vscodeModule, zones('pdf', 'extension', 'cli')],
  },
];

describe('The walls between the zones', () => {
  for (const { zone, platform, forbidden } of walls) {
    it(`hold for src/${zone}, through everything that it reaches`, async () => {
      const metafile = await metafileOf(`src/${zone}/**/*.ts`, platform);
      assert.deepEqual(breaches(metafile, `src/${zone}/`, forbidden).map(inWords), []);
    });
  }
});

describe('Imports', () => {
  for (const place of ['src', 'test']) {
    it(`never lead back to where they began, in ${place}`, async () => {
      const metafile = await metafileOf(`${place}/**/*.ts`, 'node', { packages: 'external' });
      assert.deepEqual(
        circles(metafile, (file) => file.startsWith(`${place}/`)).map((circle) => circle.join(' → ')),
        [],
      );
    });
  }

  it('that lead back are found, each circle once, and told from those that only lead into one', () => {
    const metafile = synthetic({
      'src/core/a.ts': ['src/core/b.ts'],
      'src/core/b.ts': ['src/core/c.ts', 'src/core/d.ts'],
      'src/core/c.ts': ['src/core/b.ts'],
      'src/core/d.ts': ['src/core/d.ts'],
    });
    assert.deepEqual(
      circles(metafile, () => true),
      [['src/core/b.ts', 'src/core/c.ts'], ['src/core/d.ts']],
    );
  });
});

describe('The check of the walls', () => {
  const metafile = synthetic({
    'src/core/a.ts': ['src/core/b.ts', 'node_modules/harmless/index.js'],
    'src/core/b.ts': ['node_modules/helper/index.js'],
    'node_modules/harmless/index.js': [],
    'node_modules/helper/index.js': ['fs', 'node_modules/pdf-parse/index.js'],
    'node_modules/pdf-parse/index.js': [],
    'src/pdf/worker.ts': ['node_modules/pdf-parse/index.js'],
  });

  it('finds a forbidden module behind others, and shows the way to it', () => {
    assert.deepEqual(breaches(metafile, 'src/core/', [nodeBuiltins]), [
      { forbidden: 'a module of Node', path: ['src/core/b.ts', 'node_modules/helper/index.js', 'fs'] },
    ]);
    assert.deepEqual(
      breaches(metafile, 'src/core/', [pdfParsers]).map(({ path }) => path.at(-1)),
      ['node_modules/pdf-parse/index.js'],
    );
  });

  it('finds a step over a wall', () => {
    const over = synthetic({ 'src/core/a.ts': ['src/cli/main.ts'], 'src/cli/main.ts': ['vscode'] });
    assert.deepEqual(
      breaches(over, 'src/core/', [zones('cli'), vscodeModule]).map(({ forbidden }) => forbidden),
      ['src/cli', 'vscode'],
    );
  });

  it('finds nothing where nothing is', () => {
    assert.deepEqual(breaches(metafile, 'src/pdf/', [nodeBuiltins, vscodeModule, zones('core')]), []);
  });
});

function inWords({ forbidden, path }: Breach): string {
  return `${forbidden}: ${path.join(' → ')}`;
}

/** Bundles every file, whether a program uses it yet or not, and keeps only what reached what. */
async function metafileOf(
  pattern: string,
  platform: Platform,
  options: Pick<BuildOptions, 'packages'> = {},
): Promise<Metafile> {
  const projectRoot = join(import.meta.dirname, '..', '..', '..');
  const files = globSync(pattern, { cwd: projectRoot });
  assert.notEqual(files.length, 0);
  const { metafile } = await esbuild.build({
    absWorkingDir: projectRoot,
    // One entry for all of them: as many entries would each be linked with all that they share.
    stdin: {
      contents: files
        .map((file) => `import ${JSON.stringify(`./${file.replaceAll('\\', '/')}`)};`)
        .join('\n'),
      resolveDir: projectRoot,
    },
    bundle: true,
    write: false,
    metafile: true,
    platform,
    format: 'esm',
    target: 'esnext',
    // Reaching them must be seen, not fail the bundling.
    external: ['vscode', ...builtinModules, 'node:*'],
    loader: { '.css': 'empty' },
    logLevel: 'error',
    ...options,
  });
  return metafile;
}

/** A metafile that says no more than which module imports which. */
function synthetic(imports: Readonly<Record<string, readonly string[]>>): Metafile {
  const inputs = Object.entries(imports).map(([file, paths]): [string, Metafile['inputs'][string]] => [
    file,
    { bytes: 0, imports: paths.map((path) => ({ path, kind: 'import-statement' })) },
  ]);
  return { inputs: Object.fromEntries(inputs), outputs: {} };
}
