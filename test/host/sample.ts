import { existsSync } from 'node:fs';
import { cp, mkdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { generateSampleRepository } from '../fixtures/sample-repository.ts';
import { hostFolder, projectRoot } from './places.ts';
import { sharedFolder } from './shared-folder.ts';

const sampleFolder = join(projectRoot, '.sample');
const dayFile = join(hostFolder, 'sample-day.txt');

/** The sample repository as generated, for tests to copy. */
export const sampleTemplate = sharedFolder('SOC_REVIEW_TEST_SAMPLE', (folder) =>
  generateSampleRepository({ folder, today: today() }),
);

/** Fills a folder with a sample repository that a test may change. @returns the folder. */
export async function sampleCopy(folder: string): Promise<string> {
  await cp(await sampleTemplate(), folder, { recursive: true });
  return folder;
}

/**
 * The sample repository to try things on, in `.sample/`. Its dates count from the day of its generation, so one of
 * an earlier day is replaced; since a person may have written in it, it is kept in the host folder.
 * @returns its path.
 */
export async function trySample(): Promise<string> {
  const day = existsSync(dayFile) ? (await readFile(dayFile, 'utf8')).trim() : 'unknown';
  if (existsSync(sampleFolder) && day === today()) return sampleFolder;
  console.log('Generating the sample repository in .sample/ …');
  await mkdir(join(hostFolder, 'samples'), { recursive: true });
  const fresh = join(hostFolder, 'samples', 'fresh');
  await rm(fresh, { recursive: true, force: true });
  await generateSampleRepository({ folder: fresh, today: today() });
  if (existsSync(sampleFolder))
    await rename(sampleFolder, join(hostFolder, 'samples', `${day}-${Date.now()}`));
  await rename(fresh, sampleFolder);
  await writeFile(dayFile, `${today()}\n`);
  return sampleFolder;
}

/** The day of this machine's clock and time zone, as YYYY-MM-DD. */
function today(): string {
  return new Date().toLocaleDateString('sv-SE');
}
