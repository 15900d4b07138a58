import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { seededRandom } from '../fixtures/random.ts';
import { cacheFaults } from './cache-faults.ts';
import type { Fault } from './fault.ts';
import { folderFaults } from './folder-faults.ts';
import { processFaults } from './process-faults.ts';
import { stopFaults } from './stop-faults.ts';
import { textFaults } from './text-faults.ts';
import { windowFaults } from './window-faults.ts';
import { writingFaults } from './writing-faults.ts';

export const faults: readonly Fault[] = [
  ...cacheFaults,
  ...stopFaults,
  ...processFaults,
  ...windowFaults,
  ...writingFaults,
  ...folderFaults,
  ...textFaults,
];

export interface FaultResult {
  readonly name: string;
  readonly cases: number;
  /** What was lost or wrong, with the number of the case. */
  readonly losses: readonly string[];
}

/** Lets a fault happen so many times; the same seed gives the same choices. */
export async function tryFault(fault: Fault, cases: number, seed: string): Promise<FaultResult> {
  const losses: string[] = [];
  for (let number = 0; number < cases; number++) {
    const folder = await mkdtemp(join(tmpdir(), 'fault-'));
    try {
      const found = await fault.run(seededRandom(`${seed}/${fault.name}/${number}`), folder);
      losses.push(...found.map((what) => `case ${number}: ${what}`));
    } finally {
      await rm(folder, { recursive: true, force: true });
    }
  }
  return { name: fault.name, cases, losses };
}
