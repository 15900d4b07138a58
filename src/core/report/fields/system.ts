import type { Fact } from '../fact.ts';
import { isSameName } from '../names/same-name.ts';
import { factFrom, type DocumentView } from '../view/document-view.ts';
import type { FlowText, Span } from '../view/flow-text.ts';
import { NO_SYSTEM, SYSTEM_WORD, SYSTEM_WORDINGS, type SystemWording } from './system-wordings.ts';

interface Mention {
  readonly name: string;
  readonly flow: FlowText;
  readonly span: Span;
  readonly focus: number;
  /** Inside of a title in quotes, which other parts of the report cite. */
  readonly quoted: boolean;
}

/** Reports name their system early; what comes later are the systems of its description. */
const WITHIN = 30_000;

/**
 * Reads the name of the system that the report covers.
 *
 * @param vendorNames the service organization's names, which are no part of the system's
 */
export function readSystem(view: DocumentView, vendorNames: readonly string[]): Fact<string> | null {
  const mentions = SYSTEM_WORDINGS.flatMap((wording) => mentionsOf(view, wording, vendorNames));
  const [first] = mentions;
  if (first === undefined) return null;
  const same = mentions.filter(({ name }) => name.toLowerCase() === first.name.toLowerCase());
  const inMixedCase = same.filter(({ name }) => name !== name.toUpperCase());
  const candidates = inMixedCase.length > 0 ? inMixedCase : same;
  const chosen = candidates.find(({ quoted }) => !quoted) ?? candidates[0] ?? first;
  const certainty = /^\p{Lu}|\d/u.test(chosen.name) ? 'certain' : 'likely';
  return factFrom(chosen.name, chosen.flow, chosen.span, certainty, chosen.focus);
}

function mentionsOf(
  view: DocumentView,
  { parts, before }: SystemWording,
  vendorNames: readonly string[],
): Mention[] {
  return parts.flatMap((part) => {
    const flow = view.flow(part);
    return [...flow.text.slice(0, WITHIN).matchAll(before)].flatMap((match) => {
      const focus = match.index + match[0].length;
      const name = systemName(flow.text.slice(focus, focus + 200), vendorNames);
      if (name === undefined) return [];
      const quoted = /["'][^"'\n]{0,80}$/.test(
        flow.text.slice(Math.max(0, match.index - 80), match.index + 1),
      );
      return [{ name, flow, span: { start: match.index, end: focus + name.length }, focus, quoted }];
    });
  });
}

/** Words that may stand in lower case inside a system's name. */
const INNER = /^(?:of|and|for|the|&|to|in|on|de|as|a|an|by|with|or)$/;

/** Punctuation and phrases that end a system's name. */
const NAME_ENDS =
  /["(;\n]|\.(?:\s|$)|,(?!\s+(?:\p{Lu}|and\s+\p{Lu}))|\s(?:[Aa]s (?:of|at)|[Aa]nd (?:on|the|its|of)|[Ff]or (?:the|its|user|customer)|[Tt]hroughout|[Rr]elevant to|[Bb]ased on|[Tt]o (?:provide|achieve|meet)|[Dd]uring|[Ff]rom|[Mm]ade available|(?:en)?titled) /u;

/** The system's name at the beginning of a text; undefined when it begins with none. */
function systemName(text: string, vendorNames: readonly string[]): string | undefined {
  const end = text.search(NAME_ENDS);
  const words = text
    .slice(0, end < 0 ? undefined : end)
    .split(/\s+/)
    .filter((word) => word !== '');
  const isCalledSystem = /^[^.;\n]{0,120}?\((?:the |a )?["']?system\b/i.test(text);
  const taken = /^\p{Lu}|^\d|^\p{Ll}+\p{Lu}/u.test(words[0] ?? '') ? capitalized(words) : inLowerCase(words);
  const name = withoutOwner(
    taken
      .join(' ')
      .replace(/[,:–-]+$/, '')
      .trim(),
    vendorNames,
  );
  if (name === '' || NO_SYSTEM.test(name) || /^[Ss]ystems?(?: \p{Ll}|$)/u.test(name)) return undefined;
  if (vendorNames.some((vendor) => isSameName(vendor, name)) && !SYSTEM_WORD.test(name)) return undefined;
  return SYSTEM_WORD.test(name) || isCalledSystem ? name : undefined;
}

/** Capitalized words, and lower-case ones between them: up to "provided to", "throughout", "were". */
function capitalized(words: readonly string[]): string[] {
  const taken: string[] = [];
  for (const [i, word] of words.entries()) {
    const isLower = /^\p{Ll}/u.test(word) && !/\p{Lu}|\.\p{L}/u.test(word);
    const next = words.slice(i + 1).find((other) => !INNER.test(other));
    const isBetween = INNER.test(word) && next !== undefined && /^["']?[\p{Lu}\d]/u.test(next);
    if (
      isLower &&
      !isBetween &&
      !(i > 0 && /^(?:systems?|platform|services?|solution|application|suite)$/.test(word))
    )
      break;
    taken.push(word);
  }
  while (INNER.test(taken.at(-1) ?? '')) taken.pop();
  return taken;
}

/** "pension administration system": up to the word that says what it is, and no further. */
function inLowerCase(words: readonly string[]): string[] {
  const last = words.slice(0, 6).findIndex((word) => /^(?:systems?|platform)$/.test(word));
  return last < 1 ? [] : words.slice(0, last + 1);
}

/** "Payroll System of Acme, Inc." is Acme's "Payroll System". */
function withoutOwner(system: string, vendorNames: readonly string[]): string {
  const owned = /^(.+?)\s+(?:of|at|for|by)\s+(?:the\s+)?(\p{Lu}.*)$/u.exec(system);
  const owner = owned?.[2];
  const isOwner = owner !== undefined && vendorNames.some((name) => isSameName(name, owner));
  return owned?.[1] !== undefined && isOwner ? owned[1] : system;
}
