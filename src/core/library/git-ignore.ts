/** A path as a line of `.gitignore` that means this file and no other. */
const lineFor = (path: string): string => `/${path.replace(/[\\*?[\]]/g, '\\$&').replace(/ $/, '\\ ')}`;

/**
 * The text of a `.gitignore` with these files added at its end; everything else stays as it is.
 *
 * @param paths relative to the folder of the `.gitignore`, with forward slashes
 */
export function withIgnored(text: string, paths: readonly string[]): string {
  const lineEnd = text.includes('\r\n') ? '\r\n' : '\n';
  const known = new Set(text.split(/\r?\n/));
  const added = paths.map(lineFor).filter((line) => !known.has(line));
  if (added.length === 0) return text;
  const gap = text === '' || text.endsWith('\n') ? '' : lineEnd;
  return `${text}${gap}${added.join(lineEnd)}${lineEnd}`;
}
