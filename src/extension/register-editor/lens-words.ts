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

/** A standing in one line: "Overdue: review 41 days overdue · report stale since 30 Sep 2026". */
export function standingInOneLine(verdict: Verdict, reasons: readonly Reason[]): string {
  const first = reasons.slice(0, MOST_REASONS).map(({ text }) => literal(text));
  const more = reasons.filter((reason) => reason.verdict === verdict).length - first.length;
  const words = t('{0}: {1}', verdictInWords(verdict), first.join(' · '));
  return `$(${ICONS[verdict]}) ${more > 0 ? t('{0} · {1} more', words, more) : words}`;
}
