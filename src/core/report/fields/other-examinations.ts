import { ENGLISH } from '../../language/language.ts';
/**
 * Examinations by accountants that are worded like a SOC report and are none. Matched against the title pages, or
 * against the sentence in which the letter says what was examined.
 */
export interface OtherExamination {
  readonly title?: RegExp;
  readonly examined?: RegExp;
  readonly reason: string;
}

export const OTHER_EXAMINATIONS: readonly OtherExamination[] = [
  {
    title:
      /\bSOC\s+for\s+cybersecurity\b|\bcybersecurity\s+risk\s+management\s+(?:program\s+)?examination\b/i,
    examined: /\bcybersecurity\s+risk\s+management\s+program\b/i,
    reason: ENGLISH.say(
      'A SOC for Cybersecurity report: it is about an entity as a whole, not about a service.',
    ),
  },
  {
    title: /\bSOC\s+for\s+supply\s+chain\b/i,
    examined: /\b(?:production|manufacturing|distribution)\s+system\b/i,
    reason: ENGLISH.say('A SOC for Supply Chain report: it is about goods, not about a service.'),
  },
  {
    title: /\breadiness\s+(?:assessment|report|review)\b|\bgap\s+(?:assessment|analysis)\b/i,
    reason: ENGLISH.say('A readiness assessment: it prepares for a SOC examination and is none.'),
  },
  {
    title: /\b(?:illustrative|sample|example|mock)\s+(?:\S+\s+){0,4}report\b/i,
    reason: ENGLISH.say('An illustrative example, not a report about a service organization.'),
  },
  {
    examined: /\bcertification\s+authorit(?:y|ies)\b|\bWebTrust\b/i,
    reason: ENGLISH.say('A WebTrust report on a certification authority.'),
  },
  {
    examined: /\bfinancial\s+statements\s+of\b|\bbalance\s+sheets?\b/i,
    reason: ENGLISH.say('A report on financial statements.'),
  },
];
