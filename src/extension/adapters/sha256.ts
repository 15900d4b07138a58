import type { Hasher } from '../../core/library/ports.ts';

/** SHA-256 off the extension host's thread. */
export const sha256: Hasher = async (bytes) =>
  Buffer.from(await crypto.subtle.digest('SHA-256', bytes)).toString('hex');
