import { join } from 'node:path';

/** The project's root folder, absolute. */
export const projectRoot = join(import.meta.dirname, '..', '..');

/** Where the host tools keep what they install and make. Git-ignored; may be deleted at any time. */
export const hostFolder = join(projectRoot, '.host');
