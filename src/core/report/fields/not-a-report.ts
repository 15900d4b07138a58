import { ENGLISH } from '../../language/language.ts';
import type { DocumentView } from '../view/document-view.ts';
import type { PageView } from '../view/page-view.ts';
import { firstPagesText, TITLE_PAGES } from './report-signs.ts';

/** What a document is that is no SOC report. */
export interface LookAlike {
  /** Where it is looked for: at the top of the first page, or on the first pages. Matched in lower case. */
  readonly where: 'title' | 'text';
  readonly wording: RegExp;
  readonly reason: string;
}

/**
 * Documents that vendors hand over beside or instead of a report. The first that fits names the reason: titles before
 * texts, the specific before the general. None of these decides against a service auditor's letter; they only say
 * what a document without one is.
 */
export const LOOK_ALIKES: readonly LookAlike[] = [
  {
    where: 'title',
    wording: /\bcertificate of (?:liability )?insurance\b/,
    reason: ENGLISH.say('A certificate of insurance.'),
  },
  {
    where: 'title',
    wording:
      /\bpayment card industry\b|\bpci[ -]dss\b|\battestation of compliance\b|\breport on compliance\b/,
    reason: ENGLISH.say('A PCI DSS attestation of compliance.'),
  },
  {
    where: 'title',
    wording: /\bpenetration test|\bpen[ -]?test\b|\bvulnerability (?:assessment|scan)/,
    reason: ENGLISH.say('A penetration test report.'),
  },
  {
    where: 'title',
    wording: /\bsoc for (?:cybersecurity|supply chain)\b/,
    reason: ENGLISH.say(
      'A SOC for Cybersecurity or Supply Chain report: it is not about the controls of a service.',
    ),
  },
  { where: 'title', wording: /\bchecklist\b/, reason: ENGLISH.say('A checklist.') },
  {
    where: 'title',
    wording: /\breadiness\b|\bgap (?:assessment|analysis)\b/,
    reason: ENGLISH.say('A readiness assessment: it prepares for a SOC examination and is none.'),
  },
  {
    where: 'title',
    wording:
      /\bquestionnaire\b|\bconsensus assessments? initiative\b|\bcaiq\b|\bhecvat\b|\bsig (?:lite|core)\b/,
    reason: ENGLISH.say(
      "A questionnaire that the vendor answered: it is the vendor's word, not a service auditor's report.",
    ),
  },
  {
    where: 'title',
    wording: /\bcsa star\b|\bstar (?:certificate|certification|registry)\b/,
    reason: ENGLISH.say('A CSA STAR certificate.'),
  },
  {
    where: 'title',
    wording: /\b(?:tx|state|fed)-?ramp\b|\brisk and authorization management program\b/,
    reason: ENGLISH.say('A FedRAMP, StateRAMP or TX-RAMP certification.'),
  },
  {
    where: 'title',
    wording: /\billustrative\b|\bsample report\b|\bexample report\b|\btemplate\b/,
    reason: ENGLISH.say('An illustrative example, not a report about a service organization.'),
  },
  {
    where: 'title',
    wording: /\bsecurity operations? cent(?:er|re)\b/,
    reason: ENGLISH.say('A report of a security operations centre.'),
  },
  {
    where: 'title',
    wording: /\bsystem[- ]on[- ](?:a[- ])?chip\b|\bmicrocontroller\b|\bdata ?sheet\b/,
    reason: ENGLISH.say('A data sheet.'),
  },
  {
    where: 'title',
    wording: /\bengagement letter\b|\bstatement of work\b|\bproposal\b/,
    reason: ENGLISH.say('A proposal or an engagement letter.'),
  },
  {
    where: 'title',
    wording:
      /\b(?:access|non-?disclosure|confidentiality) agreement\b|\bterms (?:of|and) (?:use|conditions|access)\b/,
    reason: ENGLISH.say('An agreement, without the report that it is about.'),
  },
  {
    where: 'title',
    wording: /\bbusiness continuity\b|\bdisaster recovery\b/,
    reason: ENGLISH.say('A paper on business continuity.'),
  },
  {
    where: 'title',
    wording: /\bwhite ?paper\b|\bsecurity overview\b/,
    reason: ENGLISH.say('A white paper.'),
  },
  {
    where: 'text',
    wording: /\bconsensus assessments? initiative\b|\bstandardized information gathering\b/,
    reason: ENGLISH.say(
      "A questionnaire that the vendor answered: it is the vendor's word, not a service auditor's report.",
    ),
  },
  { where: 'text', wording: /\bcsa star\b.{0,300}\bcertif/s, reason: ENGLISH.say('A CSA STAR certificate.') },
  {
    where: 'text',
    wording:
      /\b(?:certificate (?:of registration|number|no\b)|certification body|this is to certify|has been (?:assessed|audited) and|certificate)\b.{0,600}\biso(?:\/iec)? ?\d{4,5}|\biso(?:\/iec)? ?\d{4,5}.{0,600}\b(?:certificate (?:of registration|number|no\b)|certification body|this is to certify)\b/s,
    reason: ENGLISH.say('An ISO certificate.'),
  },
  {
    where: 'text',
    wording: /\bhitrust\b.{0,600}\b(?:certif|validated assessment)/s,
    reason: ENGLISH.say('A HITRUST certification.'),
  },
  {
    where: 'text',
    wording: /\bwebtrust\b/,
    reason: ENGLISH.say('A WebTrust report on a certification authority.'),
  },
  {
    where: 'text',
    wording: /\bagreed[- ]upon procedures\b/,
    reason: ENGLISH.say('A report on agreed-upon procedures.'),
  },
  {
    where: 'text',
    wording:
      /\b(?:have audited|audit of) the (?:accompanying )?(?:consolidated )?(?:financial statements|balance sheets?)\b/,
    reason: ENGLISH.say('An audit report on financial statements.'),
  },
];

/** Lines set in at least this share of the first page's largest size are its title, and so are the first two. */
const TITLE_SIZE = 0.7;
const FIRST_LINES = 2;
const TEXT_LENGTH = 8000;

/** What stands on a page as its title, in lower case. */
export function titleOf({ runningLines, lines: body }: PageView): string {
  const lines = [...runningLines, ...body];
  const largest = Math.max(0, ...lines.map(({ size }) => size));
  const smallest = Math.min(Infinity, ...lines.map(({ size }) => size));
  const title = lines.filter(
    ({ size }, i) => i < FIRST_LINES || (size >= largest * TITLE_SIZE && size > smallest * 1.1),
  );
  return normal(title.map(({ text }) => text).join(' '));
}

const normal = (text: string): string => text.toLowerCase().replace(/\s+/g, ' ');

/** What a document without a service auditor's letter is; undefined when it isn't known. Its first pages tell. */
export function lookAlike(view: DocumentView): LookAlike | undefined {
  const [first] = view.pages;
  const title = first === undefined ? '' : titleOf(first);
  const text = normal(firstPagesText(view, TITLE_PAGES).slice(0, TEXT_LENGTH));
  return LOOK_ALIKES.find(({ where, wording }) => wording.test(where === 'title' ? title : text));
}

/** Words by which an illustrative report, or a form to fill in, gives itself away. */
export const PLACEHOLDERS =
  /\[\s*(?:insert|name of|your|company|client|customer|service organi[sz]ation|service auditor|auditor|vendor|system|date|month|start date|end date|city|state|title|period|address|firm|cpa|signature)[^\]\n]{0,80}\]|<\s*(?:insert|name|company|client|service organi[sz]ation|auditor|vendor|system|date|start date|end date|city|period|firm)[^>\n]{0,60}>|\{\{[^}\n]{1,60}\}\}|\b(?:xyz|abc|example) (?:service organi[sz]ation|company|corporation|co\b\.?|inc\b\.?)|\b(?:month|mm) (?:xx|dd|\d\d?), (?:20xx|yyyy)|\bmm\/dd\/yyyy\b|\b20xx\b|_{6,}/gi;
/** One of them is a slip; a form has more. */
export const PLACEHOLDERS_OF_A_TEMPLATE = 4;
