import type { PartKind } from '../view/sections.ts';

export interface VendorWording {
  /** The parts in which it names the service organization. */
  readonly parts: readonly PartKind[];
  /** Ends right before the name (`after`), or right after it (`before`). */
  readonly after?: RegExp;
  readonly before?: RegExp;
  /** What must follow a name found with `after`. */
  readonly then?: RegExp;
  /** How much a mention counts; a name that only one weak mention supports is `likely`. */
  readonly weight: number;
  readonly source: string;
}

const DEFINITION = /\s*,?\s*\((?:the |hereinafter|hereafter|collectively|referred to as|or |also )*["']/;

/** Where reports name their service organization. */
export const VENDOR_WORDINGS: readonly VendorWording[] = [
  {
    parts: ['assertion'],
    after:
      /\bwe,?\s+(?:as\s+)?(?:the\s+)?(?:members\s+of\s+)?(?:the\s+)?(?:executive\s+)?management\s+of\s+|\bas\s+(?:the\s+)?management\s+of\s+|\bon\s+behalf\s+of\s+(?:the\s+)?management\s+of\s+/gi,
    weight: 5,
    source: 'management assertions: "We, as management of X,"',
  },
  {
    parts: ['auditors-report'],
    after:
      /\bto\s*:?\s+(?:the\s+)?(?:(?:board\s+of\s+(?:directors|trustees|managers|governors)|audit\s+committee|members|partners|shareholders|stockholders|directors|executive\s+management|senior\s+management|management(?:\s+team)?|owners?)(?:\s*(?:,|and|&)\s*(?:the\s+)?)?)+\s*(?:of|at)\s+/gi,
    weight: 5,
    source: 'the addressee of the letter: "To the Management of X:"',
  },
  {
    parts: ['auditors-report'],
    after:
      /\b(?:have\s+examined|engaged\s+to\s+(?:report|examine)(?:\s+(?:on|upon))?|examination\s+of|reported\s+on)\s+(?:the\s+)?(?:accompanying\s+|attached\s+)?(?:(?:description|assertion)\s+(?:of|by)\s+(?:the\s+)?(?:management\s+of\s+)?)?["']?(?:management\s+of\s+)?/gi,
    then: /^(?:'s?)?\s*(?:\([^)]{1,160}\)\s*)?(?:'s?)?\s*(?:management(?:'s)?\s+)?(?:accompanying\s+|attached\s+|management\s+|written\s+)?["']?(?:description|assertion|statement|controls|report|system)\b/i,
    weight: 4,
    source: 'the scope of the letter: "We have examined X\'s description of its system"',
  },
  {
    parts: ['auditors-report'],
    after:
      /(?<=^|\n)(?:the\s+)?(?:board\s+of\s+(?:directors|trustees|managers)|management|audit\s+committee)(?:\s*(?:and|&|,)\s*(?:the\s+)?(?:board\s+of\s+directors|management|audit\s+committee))*,?\s+(?:of\s+)?(?=\p{Lu})/giu,
    weight: 3,
    source: 'an addressee without "To": "Board of Directors and Management" over the name',
  },
  {
    parts: ['auditors-report', 'assertion', 'description'],
    before: new RegExp(DEFINITION.source, 'gi'),
    weight: 2,
    source: 'a definition: X, Inc. ("X" or the "Company")',
  },
  {
    parts: ['cover', 'auditors-report'],
    after: /\breport\s+on\s+(?:(?:the\s+)?management(?:'s)?\s+(?:of\s+)?)?(?:the\s+)?/gi,
    then: /^(?:'s?)?\s*(?:management'?s?\s+)?(?:description|controls|system|assertion)\b/i,
    weight: 4,
    source: 'titles: "Report on X\'s Description of Its System"',
  },
  {
    parts: ['cover', 'auditors-report', 'assertion', 'description'],
    after: /\bdescription\s+of\s+(?:the\s+)?/gi,
    then: /^'s?\s/i,
    weight: 2,
    source: 'titles: "Description of X\'s System"',
  },
  {
    parts: ['assertion', 'auditors-report'],
    after: /\b(?:assertion|statement)\s+(?:of|by|from)\s+(?:the\s+)?(?:management\s+of\s+)?/gi,
    weight: 2,
    source: 'headings: "Assertion of the Management of X"',
  },
  {
    parts: ['auditors-report', 'assertion'],
    after: /\bthat\s+/gi,
    then: /^'s?\s+controls\s+(?:over|within)\b/i,
    weight: 3,
    source: 'SOC 3: "that X\'s controls over the system were effective"',
  },
  {
    parts: ['auditors-report'],
    after: /(?<=^|\n)To\s*:?\s+(?=\p{Lu})/gu,
    weight: 3,
    source: 'the addressee without "management": "To X, Inc.:"',
  },
  {
    parts: ['auditors-report', 'assertion', 'cover'],
    after:
      /\b(?:controls\s+at|controls\s+within|operated\s+by|provided\s+by(?:\s+the\s+management\s+of)?|prepared\s+for|management\s+of|issued\s+(?:to|for))\s*:?\s+/gi,
    weight: 1,
    source: 'all',
  },
  {
    parts: ['auditors-report', 'assertion', 'cover'],
    after: /(?<=^|\n)/g,
    then: /^'s?\s+(?:(?:management|written)\s+)*(?:'s?\s+)?(?:assertion|description|controls|statement)\b/i,
    weight: 2,
    source: 'headings: "X\'s Assertion", "X\'s Description of Its System"',
  },
];
