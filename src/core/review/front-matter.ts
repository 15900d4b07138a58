/** A Markdown file's front matter, and what stands around it. Offsets are into the whole text. */
export interface FrontMatter {
  /** Where the YAML starts and ends, without the lines of dashes. */
  readonly from: number;
  readonly to: number;
  /** Where the body starts: behind the closing line of dashes. */
  readonly bodyFrom: number;
}

const FRONT_MATTER = /^(\uFEFF?---[ \t]*\r?\n)((?:[^\n]*\n)*?)---[ \t]*(?:\r?\n|$)/;

/** Finds the front matter; undefined when the file doesn't start with one, or doesn't close it. */
export function findFrontMatter(text: string): FrontMatter | undefined {
  const match = FRONT_MATTER.exec(text);
  if (match === null) return undefined;
  const from = match[1]?.length ?? 0;
  return { from, to: from + (match[2]?.length ?? 0), bodyFrom: match[0].length };
}

/** The YAML of the front matter at the offsets that it has in the file: everything else is blanked. */
export function frontMatterInPlace(text: string, { from, to }: FrontMatter): string {
  return text.slice(0, from).replace(/[^\r\n]/g, ' ') + text.slice(from, to);
}
