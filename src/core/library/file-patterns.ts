import picomatch from 'picomatch/posix.js';

/** A list of patterns as the register writes them: "vendors/interxion/**", "!vendors/interxion/drafts/**". */
export interface FilePatterns {
  /** Folders outside of which nothing matches, in lower case; the empty text stands for the root. */
  readonly bases: readonly string[];
  matches(path: string): boolean;
}

/** One pattern: the folder or file that it begins at, in lower case, and its test of paths in lower case. */
interface Pattern {
  readonly base: string;
  readonly matches: (path: string) => boolean;
}

/**
 * Compiles patterns. A pattern without wildcards is a file, or a folder with everything in it; one with a leading
 * "!" takes away from what the others match. Case doesn't count: the same folder is written differently on systems
 * that don't tell cases apart.
 */
export function filePatterns(patterns: readonly string[]): FilePatterns {
  const wanted: Pattern[] = [];
  const unwanted: Pattern[] = [];
  for (const text of patterns) {
    const isNegated = text.startsWith('!') && !text.startsWith('!(');
    const pattern = compile(isNegated ? text.slice(1) : text);
    if (pattern !== undefined) (isNegated ? unwanted : wanted).push(pattern);
  }
  return {
    bases: [...new Set(wanted.map(({ base }) => base))],
    matches: (path) => {
      const lowerCase = path.toLowerCase();
      const isTaken = (pattern: Pattern): boolean => pattern.matches(lowerCase);
      return wanted.some(isTaken) && !unwanted.some(isTaken);
    },
  };
}

const WILDCARD = /[*?[\]{}\\]|[@!+]\(/;

function compile(text: string): Pattern | undefined {
  const path = text
    .toLowerCase()
    .replace(/^(?:\.?\/)+/, '')
    .replace(/(?:\/(?:\*\*)?)+$/, '');
  if (path === '') return undefined;
  if (!WILDCARD.test(path)) {
    // The usual case, a folder with all that is in it, needs no regular expression; registers have thousands.
    return { base: path, matches: (file) => file === path || file.startsWith(`${path}/`) };
  }
  const pattern = withPlainParentheses(path);
  return {
    base: picomatch.scan(pattern, { unescape: true }).base,
    matches: picomatch([pattern, `${pattern}/**`], { dot: true }),
  };
}

/** Parentheses in a folder's name, "acme (old)", mean themselves unless they belong to an extended wildcard. */
const withPlainParentheses = (pattern: string): string =>
  /[@!+*?]\(/.test(pattern) ? pattern : pattern.replace(/[()]/g, '\\$&');

/** The pattern that means one file and no other, whatever its name is made of. */
export const patternOfFile = (path: string): string =>
  path
    .replace(/[*?[\]{}\\]/g, '\\$&')
    .replace(/([@!+])\(/g, '$1\\(')
    .replace(/^!/, './!');
