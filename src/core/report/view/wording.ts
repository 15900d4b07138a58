/**
 * A wording as a person writes it, with plain spaces, made to match running text, where a line feed may stand in a
 * space's place. Spaces in character classes are left alone.
 */
export function wording(pattern: RegExp): RegExp {
  const source = pattern.source.replace(/\[(?:\\.|[^\]\\])*\]| \?| /g, (part) =>
    part === ' ?' ? '\\s*' : part === ' ' ? '\\s+' : part,
  );
  return new RegExp(source, pattern.flags);
}
