import picomatch from 'picomatch/posix.js';

/** A list of patterns as the register writes them: "vendors/interxion/**", "!vendors/interxion/drafts/**". */
export interface FilePatterns {
  /** Folders outside of which nothing matches, in lower case; the empty text stands for the root. */
  readonly bases: readonly string[];
  matches(path: string): boolean;
}

/** Case doesn't count: the same folder is written differently on systems that don't tell cases apart. */
const OPTIONS = { dot: true, nocase: true } as const;

/**
 * Compiles patterns. A pattern without wildcards is a file, or a folder with everything in it; one with a leading
 * "!" takes away from what the others match.
 */
export function filePatterns(patterns: readonly string[]): FilePatterns {
  const wanted: string[] = [];
  const unwanted: string[] = [];
  for (const pattern of patterns) {
    const negated = pattern.startsWith('!') && !pattern.startsWith('!(');
    const path = withPlainParentheses(
      (negated ? pattern.slice(1) : pattern).replace(/^(?:\.?\/)+/, '').replace(/\/+$/, ''),
    );
    if (path === '') continue;
    (negated ? unwanted : wanted).push(path, `${path}/**`);
  }
  const isWanted = picomatch(wanted, OPTIONS);
  const isUnwanted = picomatch(unwanted, OPTIONS);
  const bases = wanted.map((pattern) => picomatch.scan(pattern, { unescape: true }).base.toLowerCase());
  return {
    bases: [...new Set(bases)],
    matches: (path) => wanted.length > 0 && isWanted(path) && !(unwanted.length > 0 && isUnwanted(path)),
  };
}

/** Parentheses in a folder's name, "acme (old)", mean themselves unless they belong to an extended wildcard. */
const withPlainParentheses = (pattern: string): string =>
  /[@!+*?]\(/.test(pattern) ? pattern : pattern.replace(/[()]/g, '\\$&');
