// Bundles every part of the program, or those that are named, into dist/. `--watch` rebuilds on change,
// `--production` minifies, `--outdir FOLDER` builds elsewhere.
import { cp, mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { parseArgs } from 'node:util';
import { basename, extname } from 'node:path';
import esbuild from 'esbuild';
import { pdfjsForText } from './src/pdf/pdfjs/bundled.ts';

let running = 0;

/** Reports in the form that the problem matcher of .vscode/tasks.json reads: all bundles as one build. */
const problemMatcher = {
  name: 'problem-matcher',
  setup(build) {
    build.onStart(() => {
      running += 1;
      if (running === 1) console.log('[watch] build started');
    });
    build.onEnd((result) => {
      for (const { text, location } of result.errors) {
        console.error(`✘ [ERROR] ${text}`);
        if (location) console.error(`    ${location.file}:${location.line}:${location.column}:`);
      }
      running -= 1;
      if (running === 0) console.log('[watch] build finished');
    });
  },
};

/** Replaces what must stand in a source exactly once, so that a newer version of it can't silently lose a change. */
function replaceOnce(source, before, after) {
  const [start, end, ...more] = source.split(before);
  if (end === undefined || more.length > 0) throw new Error(`pdf.js no longer says, once: ${before}`);
  return start + after + end;
}

/**
 * The viewer's worker of pdf.js, with two changes.
 *
 * Many programs (Word, scanners) write all pages as one flat list. There pdf.js reads every page's dictionary before
 * it shows the first page, which for a large report is all of the file (mozilla/pdf.js#21859). Where a list is as
 * long as its count of pages, each entry is a page, so its place is the page's number. An entry that turns out to be
 * a list itself takes the old way.
 *
 * JPEG 2000, which scanners use, is decoded by a script that pdf.js imports from an address; a worker under the
 * viewer's content security policy has none to import from, so it comes along.
 */
const viewerWorker = {
  name: 'viewer-worker',
  setup(build) {
    build.onLoad({ filter: /pdfjs-dist[\\/]build[\\/]pdf\.worker\.mjs$/ }, async ({ path }) => {
      let contents = await readFile(path, 'utf8');
      contents = replaceOnce(
        contents,
        'for (let last = kids.length - 1; last >= 0; last--) {\n        const lastKid = kids[last];\n        nodesToVisit',
        `const listed = kids.length === count ? kids[pageIndex - currentPageIndex] : null;
      if (listed instanceof Ref) {
        const page = await xref.fetchAsync(listed);
        if (page instanceof Dict && !page.has("Kids")) {
          pageIndexCache.put(listed, pageIndex);
          return [page, listed];
        }
      }
      for (let last = kids.length - 1; last >= 0; last--) {
        const lastKid = kids[last];
        nodesToVisit`,
      );
      contents = replaceOnce(
        contents,
        'return parent.getAsync("Kids");\n      }).then(function (kids) {',
        `return Promise.all([parent.getAsync("Kids"), parent.getAsync("Count")]);
      }).then(function (list) {
        const [kids, count] = list ?? [];
        const place = kids && kids.length === count ? kids.findIndex((kid) => kid instanceof Ref && isRefsEqual(kid, kidRef)) : -1;
        if (place >= 0) {
          return [place, parentRef];
        }`,
      );
      contents = replaceOnce(
        contents,
        '      /*webpackIgnore: true*/\n      /*@vite-ignore*/\n      path);\n      instance = mod.default();',
        '"../wasm/openjpeg_nowasm_fallback.js");\n      instance = mod.default();',
      );
      return { contents, loader: 'js' };
    });
  },
};

/** CommonJS modules inside an ES module still call `require` for what Node brings. */
const requireInModules =
  "import { createRequire as requireFrom } from 'node:module';const require = requireFrom(import.meta.url);";

/** One bundle per process. The names are also those of the metafiles that the walls' test reads. */
function bundles({ outdir, production, watch }) {
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
  return {
    extension: {
      ...node,
      entryPoints: ['src/extension/extension.ts'],
      outfile: `${outdir}/extension.cjs`,
      format: 'cjs',
      external: ['vscode'],
      // VS Code logs an error for every extension that looks at this global, which Node has only lately; zod does.
      define: { navigator: 'undefined' },
    },
    'pdf-worker': {
      ...node,
      entryPoints: ['src/pdf/worker.ts'],
      outfile: `${outdir}/pdf-worker.mjs`,
      format: 'esm',
      banner: { js: requireInModules },
      // Always, here and below: what is started anew each time starts sooner on less source.
      minify: true,
      plugins: [...common.plugins, pdfjsForText],
    },
    // In parts, each loaded when a command asks for it: what isn't asked for costs no time at the start.
    cli: {
      ...node,
      entryPoints: { cli: 'src/cli/main.ts' },
      outdir,
      chunkNames: 'cli/[name]-[hash]',
      splitting: true,
      format: 'esm',
      banner: { js: requireInModules },
      minify: true,
    },
    'report-viewer': {
      ...common,
      entryPoints: ['src/webview/report-viewer/main.ts'],
      outfile: `${outdir}/webview/report-viewer.js`,
      platform: 'browser',
      target: 'es2023',
      format: 'esm',
      // The style sheet comes out beside the script, with its small pictures inside and the icon font next to it.
      loader: { '.svg': 'dataurl', '.gif': 'dataurl', '.ttf': 'file' },
      assetNames: '[name]',
    },
    'report-viewer-pdf-worker': {
      ...common,
      entryPoints: ['node_modules/pdfjs-dist/build/pdf.worker.mjs'],
      outfile: `${outdir}/webview/pdf.worker.min.mjs`,
      platform: 'browser',
      target: 'es2023',
      format: 'esm',
      minify: true,
      sourcemap: false,
      plugins: [...common.plugins, viewerWorker],
    },
  };
}

/** What pdf.js reads at run time: all of it for the viewer, the character maps for the worker too. */
async function copyAssets(outdir) {
  const pdfjs = 'node_modules/pdfjs-dist';
  await mkdir(`${outdir}/webview`, { recursive: true });
  await cp(`${pdfjs}/cmaps`, `${outdir}/webview/cmaps`, { recursive: true });
  await cp(`${pdfjs}/standard_fonts`, `${outdir}/webview/standard_fonts`, { recursive: true });
  // The pins and notes that readers stick to pages; the folder's other pictures are of pdf.js's own viewer.
  await cp(`${pdfjs}/web/images`, `${outdir}/webview/images`, {
    recursive: true,
    filter: (path) => !extname(path) || basename(path).startsWith('annotation-'),
  });
}

const { values: options, positionals: named } = parseArgs({
  allowPositionals: true,
  options: {
    production: { type: 'boolean', default: false },
    watch: { type: 'boolean', default: false },
    outdir: { type: 'string', default: 'dist' },
  },
});
const { outdir, watch } = options;
if (named.length === 0) {
  await rm(outdir, { recursive: true, force: true });
  await copyAssets(outdir);
}
await mkdir(`${outdir}/meta`, { recursive: true });
const chosen = Object.entries(bundles(options)).filter(
  ([name]) => named.length === 0 || named.includes(name),
);
if (watch) {
  const contexts = await Promise.all(chosen.map(([, bundle]) => esbuild.context(bundle)));
  await Promise.all(contexts.map((context) => context.watch()));
} else {
  for (const [name, bundle] of chosen) {
    const { metafile } = await esbuild.build(bundle);
    await writeFile(`${outdir}/meta/${name}.json`, JSON.stringify(metafile));
  }
}
