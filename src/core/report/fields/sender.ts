import { hasLegalForm } from '../names/legal-forms.ts';
import { readNameBefore, readNameIn } from '../names/read-name.ts';
import { fullerName, isSameName } from '../names/same-name.ts';
import { factFrom, type DocumentView } from '../view/document-view.ts';
import type { FlowText, Span } from '../view/flow-text.ts';
import type { Fact } from '../fact.ts';
import { FIRM_ENDING, KNOWN_FIRMS } from './auditor-wordings.ts';

interface Mention {
  readonly name: string;
  readonly span: Span;
  readonly weight: number;
}

/** "Acme, Inc. engages", "Acme has engaged", "Acme's SOC 2 report", `Acme, Inc. ("Acme")`. */
const SPEAKS_OF_ITSELF =
  /\s(?:engages?|has|have|maintains?|undergoes|obtains?|completed|received|contracts?|provides?|is (?:pleased|not aware|committed)|conducts?)\b|(?:'s|(?<=s)') (?:most recent |latest |current |annual |last )?(?:SOC|SSAE|system|service|report)|\s*\((?:the |hereinafter |collectively )*["'“]|\s*\(\p{Lu}[\p{L}\p{N}&. ]{1,40}\)/giu;
/** Who is spoken of as somebody else: the auditor, the reader. */
const SOMEBODY_ELSE = /\b(?:by|engage[sd]?|auditors?|firm|from|dear|to)\s*,?\s*$/i;

/** Reads who sent a bridge letter: the service organization itself. */
export function readSender(view: DocumentView): Fact<string> | null {
  const flow = view.has('bridge-letter') ? view.flow('bridge-letter') : view.whole;
  const mentions = [...linesOfNames(flow), ...selfReferences(flow)].filter(
    ({ name }) => !FIRM_ENDING.test(name) && !KNOWN_FIRMS.test(name),
  );
  const support = (mention: Mention): number =>
    mentions
      .filter((other) => isSameName(other.name, mention.name))
      .reduce((sum, { weight }) => sum + weight, 0);
  const best = mentions
    .map((mention) => ({ mention, weight: support(mention) }))
    .sort((a, b) => b.weight - a.weight)[0];
  if (best === undefined) return null;
  const forms = mentions.filter(({ name }) => isSameName(name, best.mention.name));
  const fullest = forms.map(({ name }) => name).reduce(fullerName);
  const chosen = forms.find(({ name }) => name === fullest) ?? best.mention;
  return factFrom(chosen.name, flow, chosen.span, best.weight > 1 ? 'certain' : 'likely');
}

/** Lines at either end of a letter on which its sender's name stands alone, with or without a legal form. */
const LETTERHEAD_LINES = 2;
const SIGNATURE_LINES = 4;
const CLOSING = /\b(?:sincerely|regards|yours (?:truly|faithfully)|respectfully)\b/i;
/** Lines of a signature that name its office, not its house. */
const OFFICE =
  /\b(?:officer|president|director|head of|manager|counsel|chief|vice|compliance|partner|treasurer|secretary|c[efistr]o\b|ciso)\b/i;

/** A name, alone on its line: in the letterhead, in the signature, or anywhere when a legal form marks it. */
function linesOfNames(flow: FlowText): Mention[] {
  const lines = flow.lineSpans();
  const closing = lines.findIndex((line) => CLOSING.test(flow.text.slice(line.start, line.end)));
  return lines.flatMap((line, i) => {
    const read = readNameIn(flow.text, line);
    if (read === undefined || read.end < line.end - 2) return [];
    const isHead = i < LETTERHEAD_LINES;
    const isSignature = closing >= 0 && i > closing + 1 && i <= closing + 1 + SIGNATURE_LINES;
    const isHouse =
      hasLegalForm(read.name) ||
      ((isHead || isSignature) && !OFFICE.test(read.name) && read.name.includes(' '));
    return isHouse ? [{ name: read.name, span: read, weight: 2 }] : [];
  });
}

function selfReferences(flow: FlowText): Mention[] {
  return [...flow.text.matchAll(SPEAKS_OF_ITSELF)].flatMap((match) => {
    const end = match.index;
    const read =
      readNameBefore(flow.text, end) ??
      readNameBefore(flow.text, end + (/^'?s?'/.exec(match[0])?.[0].length ?? 0));
    if (read === undefined || SOMEBODY_ELSE.test(flow.text.slice(Math.max(0, read.start - 30), read.start)))
      return [];
    return [{ name: read.name, span: read, weight: 1 }];
  });
}
