import { existsSync, globSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { projectRoot } from '../host/places.ts';

/** What ships of a package: bundled by esbuild, or copied. */
export interface ShippedPackage {
  readonly name: string;
  readonly version: string;
  /** An SPDX expression, as the package declares it. */
  readonly license: string;
  /** Scripts of the package that npm would run on installing it. */
  readonly installScripts: readonly string[];
  /** Licence texts, each with the file that it comes from. */
  readonly texts: readonly { readonly file: string; readonly text: string }[];
}

/** Licences under which something may ship. CC-BY-4.0 is that of the icons. */
export const ALLOWED_LICENSES: ReadonlySet<string> = new Set([
  '0BSD',
  'Apache-2.0',
  'BSD-2-Clause',
  'BSD-3-Clause',
  'CC-BY-4.0',
  'ISC',
  'MIT',
]);

/** Parts of packages that ship under licences of their own: fonts, character maps, a picture decoder. */
const FURTHER_TEXTS: Readonly<Record<string, readonly string[]>> = {
  'pdfjs-dist': [
    'cmaps/LICENSE',
    'standard_fonts/LICENSE_FOXIT',
    'standard_fonts/LICENSE_LIBERATION',
    'wasm/LICENSE_OPENJPEG',
    'wasm/LICENSE_PDFJS_OPENJPEG',
  ],
};

/** Copied or inlined without being a module of a bundle. */
const ASSETS = ['@vscode/codicons', 'pdfjs-dist'];

interface Metafile {
  readonly outputs: Record<
    string,
    {
      readonly inputs: Record<string, { readonly bytesInOutput: number }>;
      readonly imports: readonly { readonly path: string; readonly external?: boolean }[];
    }
  >;
}

/** The bundler's account of each bundle. */
const metafiles = (): Metafile[] =>
  globSync('dist/meta/*.json', { cwd: projectRoot }).map(
    (file) => JSON.parse(readFileSync(join(projectRoot, file), 'utf8')) as Metafile,
  );

/** The modules that the bundles leave to Node, without `node:`. */
export const nodeModules = (): ReadonlySet<string> =>
  new Set(
    metafiles()
      .flatMap(({ outputs }) => Object.values(outputs).flatMap(({ imports }) => imports))
      .filter(({ external }) => external === true)
      .map(({ path }) => path.replace(/^node:/, '')),
  );

const PACKAGE = /(?:^|\/)node_modules\/((?:@[^/]+\/)?[^/]+)\//g;

/** The folders of all packages of which something is in a bundle, by the bundler's own account. */
function bundledFolders(): Set<string> {
  const folders = new Set<string>();
  for (const { outputs } of metafiles()) {
    for (const { inputs } of Object.values(outputs)) {
      for (const [input, { bytesInOutput }] of Object.entries(inputs)) {
        const last = [...input.matchAll(PACKAGE)].at(-1);
        if (last !== undefined && bytesInOutput > 0)
          folders.add(input.slice(0, last.index + last[0].length - 1));
      }
    }
  }
  for (const name of ASSETS) folders.add(`node_modules/${name}`);
  return folders;
}

/**
 * Every package of which something ships, by name. Needs a build.
 * @throws when there is none, or a package says nothing of its licence.
 */
export function shippedPackages(): readonly ShippedPackage[] {
  const folders = [...bundledFolders()].map((folder) => folder.replace(/^.*?(?=node_modules\/)/, ''));
  if (folders.length <= ASSETS.length) throw new Error('There is no build to look into: run npm run build.');
  return folders.map(readPackage).sort((a, b) => (a.name < b.name ? -1 : 1));
}

function readPackage(folder: string): ShippedPackage {
  const place = join(projectRoot, folder);
  const manifest = JSON.parse(readFileSync(join(place, 'package.json'), 'utf8')) as {
    readonly name: string;
    readonly version: string;
    readonly license?: string;
    readonly scripts?: Record<string, string>;
  };
  const { name, version, license, scripts = {} } = manifest;
  if (license === undefined) throw new Error(`${name} says nothing of its licence.`);
  const own = readdirSync(place).filter((file) => /^(?:licen[cs]e|notice|copying)/i.test(file));
  const files = [...own.sort(), ...(FURTHER_TEXTS[name] ?? [])].filter((file) =>
    existsSync(join(place, file)),
  );
  return {
    name,
    version,
    license,
    installScripts: ['preinstall', 'install', 'postinstall'].filter((script) => script in scripts),
    texts: files.map((file) => ({ file, text: readFileSync(join(place, file), 'utf8').trim() })),
  };
}

/** The notices as they ship. */
export function thirdPartyNotices(packages: readonly ShippedPackage[]): string {
  const list = packages.map(({ name, version, license }) => `- ${name} ${version} (${license})`);
  const texts = packages.map(({ name, version, license, texts: own }) =>
    [
      `${'='.repeat(78)}\n${name} ${version} (${license})\n${'='.repeat(78)}`,
      ...own.map(({ file, text }) => (own.length > 1 ? `--- ${file} ---\n\n${text}` : text)),
    ].join('\n\n'),
  );
  return [
    'Third-party notices',
    'SOC Review Tracker ships parts of these packages. This file is made by npm run notices.',
    list.join('\n'),
    ...texts,
  ]
    .join('\n\n')
    .replace(/\r\n/g, '\n')
    .concat('\n');
}
