// Bundles every part of the program into dist/. `--watch` rebuilds on change, `--production` minifies.
import { cp, mkdir, rm, writeFile } from 'node:fs/promises';
import esbuild from 'esbuild';

const production = process.argv.includes('--production');
const watch = process.argv.includes('--watch');

/** Reports in the form that the problem matcher of .vscode/tasks.json reads. */
const problemMatcher = {
  name: 'problem-matcher',
  setup(build) {
    build.onStart(() => console.log('[watch] build started'));
    build.onEnd((result) => {
      for (const { text, location } of result.errors) {
        console.error(`✘ [ERROR] ${text}`);
        if (location) console.error(`    ${location.file}:${location.line}:${location.column}:`);
      }
      console.log('[watch] build finished');
    });
  },
};

const common = {
  bundle: true,
  minify: production,
  sourcemap: !production,
  sourcesContent: false,
  legalComments: 'none',
  metafile: true,
  logLevel: watch ? 'silent' : 'warning',
  plugins: watch ? [problemMatcher] : [],
};
const node = { ...common, platform: 'node', target: 'node20' };

/** One bundle per process. The names are also those of the metafiles that the walls' test reads. */
export const bundles = {
  extension: {
    ...node,
    entryPoints: ['src/extension/extension.ts'],
    outfile: 'dist/extension.cjs',
    format: 'cjs',
    external: ['vscode'],
  },
  'pdf-worker': {
    ...node,
    entryPoints: ['src/pdf/worker.ts'],
    outfile: 'dist/pdf-worker.mjs',
    format: 'esm',
  },
  cli: {
    ...node,
    entryPoints: ['src/cli/main.ts'],
    outfile: 'dist/cli.js',
    format: 'esm',
    banner: { js: '#!/usr/bin/env node' },
  },
  'report-viewer': {
    ...common,
    entryPoints: ['src/webview/report-viewer/main.ts'],
    outfile: 'dist/webview/report-viewer.js',
    platform: 'browser',
    target: 'es2023',
    format: 'esm',
  },
};

async function copyAssets() {
  await mkdir('dist/webview', { recursive: true });
  await cp('node_modules/pdfjs-dist/build/pdf.worker.min.mjs', 'dist/webview/pdf.worker.min.mjs');
}

await rm('dist', { recursive: true, force: true });
await copyAssets();
if (watch) {
  for (const options of Object.values(bundles)) await (await esbuild.context(options)).watch();
} else {
  await mkdir('dist/meta', { recursive: true });
  for (const [name, options] of Object.entries(bundles)) {
    const { metafile } = await esbuild.build(options);
    await writeFile(`dist/meta/${name}.json`, JSON.stringify(metafile));
  }
}
