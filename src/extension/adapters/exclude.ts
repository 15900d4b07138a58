import picomatch from 'picomatch';

/**
 * Tells whether a path, relative to the folder and with forward slashes, is left out by one of the glob patterns:
 * the path itself or a folder above it. Patterns that are no globs match nothing.
 */
export function excludedBy(patterns: readonly string[]): (path: string) => boolean {
  const isMatch = picomatch([...patterns], { dot: true, nocase: false });
  return (path) => {
    for (let end = path.indexOf('/'); end !== -1; end = path.indexOf('/', end + 1)) {
      if (isMatch(path.slice(0, end))) return true;
    }
    return isMatch(path);
  };
}
