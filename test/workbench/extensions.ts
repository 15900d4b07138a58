import { build } from '../host/build.ts';
import { installPackagedExtension } from '../host/install-extension.ts';
import { sharedFolder } from '../host/shared-folder.ts';

/** A folder of extensions that holds ours, built for production and installed from its package. */
export const testedExtensions = sharedFolder('SOC_REVIEW_TEST_EXTENSIONS', async (folder) => {
  await build('production');
  await installPackagedExtension(folder);
});
