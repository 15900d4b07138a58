import type { FuzzTarget } from '../target.ts';
import { messageTarget } from './messages.ts';
import { pdfTargets } from './pdfs.ts';
import { tableTarget } from './tables.ts';
import { textTargets } from './texts.ts';

/** Everything that takes input from strangers. */
export const targets: readonly FuzzTarget[] = [...pdfTargets, ...textTargets, tableTarget, messageTarget];
