import type { Random } from '../fixtures/random.ts';

/** Something that happens to disks, processes, clocks and repositories. */
export interface Fault {
  readonly name: string;
  /** How often `npm run faults` tries it. */
  readonly cases: number;
  /**
   * Lets it happen once, in an empty folder of its own, and looks at the next start.
   * @returns what was lost, or wrong; empty when nothing was.
   */
  run(random: Random, folder: string): Promise<readonly string[]>;
}

/** A promise of the program, and what to say when it is broken. */
export const broken = (promises: Readonly<Record<string, boolean>>): string[] =>
  Object.entries(promises).flatMap(([what, holds]) => (holds ? [] : [what]));
