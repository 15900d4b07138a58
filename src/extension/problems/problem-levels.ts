import type { Verdict } from '../../core/standing/standing.ts';

/** How loud a problem is in the Problems panel; `off` keeps it out of it. */
export const PROBLEM_LEVELS = ['error', 'warning', 'information', 'hint', 'off'] as const;
export type ProblemLevel = (typeof PROBLEM_LEVELS)[number];
export type ShownLevel = Exclude<ProblemLevel, 'off'>;

/** The levels of what follows from dates. What is written wrong is always an error or a warning. */
export interface ProblemLevels {
  readonly overdue: ProblemLevel;
  readonly attention: ProblemLevel;
  readonly dueSoon: ProblemLevel;
}

/**
 * A date that is past breaks what we promise our clients: a warning. The rest is work to be planned. Nothing of it
 * is an error: errors are for what is written wrong, and stay few enough to be seen.
 */
export const DEFAULT_LEVELS: ProblemLevels = {
  overdue: 'warning',
  attention: 'information',
  dueSoon: 'information',
};

const isLevel = (value: unknown): value is ProblemLevel => PROBLEM_LEVELS.some((level) => level === value);

/** The levels as a person set them; what isn't set, or set to something unknown, is as by default. */
export function problemLevels(setting: unknown): ProblemLevels {
  const given: Partial<Record<string, unknown>> =
    typeof setting === 'object' && setting !== null ? { ...setting } : {};
  const level = (key: keyof ProblemLevels): ProblemLevel =>
    isLevel(given[key]) ? given[key] : DEFAULT_LEVELS[key];
  return { overdue: level('overdue'), attention: level('attention'), dueSoon: level('dueSoon') };
}

/** How loud a reason of a verdict is; null when it is no problem, or switched off. */
export function levelOf(verdict: Verdict, levels: ProblemLevels): ShownLevel | null {
  const shown = (level: ProblemLevel): ShownLevel | null => (level === 'off' ? null : level);
  switch (verdict) {
    case 'overdue':
      return shown(levels.overdue);
    case 'attention':
      return shown(levels.attention);
    case 'due-soon':
      return shown(levels.dueSoon);
    case 'current':
    case 'not-required':
      return null;
  }
}
