import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { build } from '../host/build.ts';
import { projectRoot } from '../host/places.ts';
import { shippedPackages, thirdPartyNotices } from './third-party.ts';

/** `npm run notices`: builds what ships, and writes whose work is in it. */
export async function main(): Promise<number> {
  await build('production');
  const packages = shippedPackages();
  writeFileSync(join(projectRoot, 'THIRD-PARTY-NOTICES.txt'), thirdPartyNotices(packages));
  console.log(`${packages.length} packages`);
  return 0;
}
