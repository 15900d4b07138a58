import { createHash } from 'node:crypto';
import type { Hasher } from '../core/library/ports.ts';

/** The hash by which files, and what is kept of them, are known. */
export const sha256: Hasher = (bytes) => Promise.resolve(createHash('sha256').update(bytes).digest('hex'));
