/**
 * Text from reports and file names as it may be shown on one line: control characters, among them those that steer
 * a terminal, and marks that turn the direction of writing or show nothing, so that a name looks like another one,
 * are shown as "�" or as a space.
 */
export const plainText = (text: string): string =>
  text
    .replace(/\s+/g, ' ')
    .replace(/[\p{Cc}\p{Cs}\u061c\u200b\u200e\u200f\u202a-\u202e\u2060\u2066-\u2069]/gu, '\uFFFD');
