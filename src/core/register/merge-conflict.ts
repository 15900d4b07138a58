import { ENGLISH } from '../language/language.ts';
import type { Problem } from './register.ts';

const OURS = /^<{7}(?: .*)?$/;
const BASE = /^\|{7}(?: .*)?$/;
const MIDDLE = /^={7}$/;
const THEIRS = /^>{7}(?: .*)?$/;

type Side = 'none' | 'ours' | 'base' | 'theirs';

export interface ConflictFree {
  /** As long as the text that came in, with the marks and the other side's lines blanked. */
  readonly text: string;
  /** One per mark that opens or closes a conflict. */
  readonly problems: readonly Problem[];
}

function problemOnLine(line: number, content: string, untilThen: string): Problem {
  return {
    severity: 'error',
    message: ENGLISH.say(
      'Merge conflict: keep what is right of the two sides and delete the lines with <<<<<<<, ======= and >>>>>>>. {0}',
      untilThen,
    ),
    line,
    column: 1,
    endLine: line,
    endColumn: content.length + 1,
  };
}

/**
 * Finds the marks that an unfinished merge leaves in a file. What this branch said before the merge stays in
 * force, so that nobody's vendor vanishes for the time of a merge; offsets and lines stay as they were.
 *
 * @param untilThen A sentence for the message: what holds while the conflict stands.
 */
export function withoutConflicts(text: string, untilThen: string): ConflictFree {
  if (!text.includes('<<<<<<<') && !text.includes('>>>>>>>')) return { text, problems: [] };
  const problems: Problem[] = [];
  let side: Side = 'none';
  const lines = text.split('\n').map((line, index) => {
    const content = line.replace(/\r$/, '');
    const blank = line.replace(/[^\r]/g, ' ');
    if (OURS.test(content)) {
      side = 'ours';
      problems.push(problemOnLine(index + 1, content, untilThen));
      return blank;
    }
    if (THEIRS.test(content)) {
      side = 'none';
      problems.push(problemOnLine(index + 1, content, untilThen));
      return blank;
    }
    // A line of equals signs outside a conflict is a heading's underline in Markdown.
    if (side !== 'none' && BASE.test(content)) {
      side = 'base';
      return blank;
    }
    if (side !== 'none' && MIDDLE.test(content)) {
      side = 'theirs';
      return blank;
    }
    return side === 'base' || side === 'theirs' ? blank : line;
  });
  return { text: lines.join('\n'), problems };
}
