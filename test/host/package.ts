import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { build } from './build.ts';
import { lastWords, runChild } from './child.ts';
import { PlainError } from './plain-error.ts';
import { projectRoot } from './places.ts';

/** The file that holds the packaged extension: `soc-review-tracker-VERSION.vsix` in the project's root. */
export async function packageFile(): Promise<string> {
  const { name, version } = JSON.parse(await readFile(join(projectRoot, 'package.json'), 'utf8')) as {
    name: string;
    version: string;
  };
  return join(projectRoot, `${name}-${version}.vsix`);
}

/**
 * Packs what stands in dist/ (built for production) and what .vscodeignore lets through.
 * @returns what the packager printed: the tree of packed files.
 */
export async function packageExtension(vsix: string): Promise<string> {
  const { status, output } = await runChild(
    process.execPath,
    [
      join(projectRoot, 'node_modules', '@vscode', 'vsce', 'vsce'),
      'package',
      // Everything is bundled; node_modules stays out.
      '--no-dependencies',
      // The project names no public repository, so links in the README stay as they are written.
      ...['--allow-missing-repository', '--no-rewrite-relative-links'],
      ...['--out', vsix],
    ],
    { cwd: projectRoot },
  );
  if (status !== 0) throw new PlainError(`The extension could not be packaged:\n${lastWords(output)}`);
  return output;
}

export async function main(): Promise<number> {
  await build('production');
  console.log(await packageExtension(await packageFile()));
  return 0;
}
