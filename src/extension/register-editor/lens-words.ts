import { t } from '@vscode/l10n';
import type { Reason, Verdict } from '../../core/standing/standing.ts';
import { verdictInWords } from '../tree/words.ts';

const ICONS: Readonly<Record<Verdict, string>> = {
  overdue: 'error',
  attention: 'warning',
  'due-soon': 'clock',
  current: 'pass',
  'not-required': 'circle-slash',
};

/** How much stands in a lens: it is read at a glance, the hover has the rest. */
const MOST_REASONS = 2;

/** A name may hold "$(…)", which a lens would show as an icon. */
const literal = (text: string): string => text.replaceAll('$(', '$ (');

/** A lens drops a plain space behind an icon. */
const SPACE = '\u00a0';

/** What makes the verdict; where all is well, the first reason says enough. */
function telling(verdict: Verdict, reasons: readonly Reason[]): readonly Reason[] {
  const needed = verdict === 'current' ? reasons.slice(0, 1) : reasons;
  return needed.filter((reason) => reason.verdict === verdict);
}

/** A standing in one line: "Needs attention: new report to review · 61 days uncovered · 1 more". */
export function standingInOneLine(verdict: Verdict, reasons: readonly Reason[]): string {
  const all = telling(verdict, reasons);
  const shown = all.slice(0, MOST_REASONS).map(({ text }) => literal(text));
  const words = t('{0}: {1}', verdictInWords(verdict), shown.join(' · '));
  const more = all.length - shown.length;
  return `$(${ICONS[verdict]})${SPACE}${more > 0 ? t('{0} · {1} more', words, more) : words}`;
}
