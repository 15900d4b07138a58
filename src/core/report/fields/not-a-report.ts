/** What a document is that is no SOC report. The first that fits names the reason. */
export interface LookAlike {
  /** Matched against the document's first pages, in lower case. */
  readonly wording: RegExp;
  readonly reason: string;
}

/**
 * Documents that vendors hand over beside or instead of a report. Order: the specific before the general. None of
 * these decides against a service auditor's report; they only say what a document without one is.
 */
export const LOOK_ALIKES: readonly LookAlike[] = [
  { wording: /\bcertificate of (?:liability )?insurance\b|\bacord\b/, reason: 'A certificate of insurance.' },
  {
    wording: /\bcsa star\b|\bstar (?:certificate|certification|registry)\b/,
    reason: 'A CSA STAR certificate.',
  },
  {
    wording:
      /\bconsensus assessments? initiative\b|\bcaiq\b|\bstandardized information gathering\b|\bhecvat\b|\bquestionnaire\b|\bsig (?:lite|core)\b/,
    reason:
      "A questionnaire that the vendor answered: it is the vendor's word, not a service auditor's report.",
  },
  {
    wording:
      /\bpayment card industry\b|\bpci[ -]dss\b|\battestation of compliance\b|\breport on compliance\b/,
    reason: 'A PCI DSS attestation of compliance.',
  },
  {
    wording:
      /\bpenetration test|\bpen[ -]?test (?:report|summary)|\bvulnerability (?:assessment|scan) report/,
    reason: 'A penetration test report.',
  },
  { wording: /\b(?:tx|state|fed)-?ramp\b/, reason: 'A FedRAMP, StateRAMP or TX-RAMP certification.' },
  {
    wording: /\bsoc for cybersecurity\b|\bcybersecurity risk management (?:program )?examination\b/,
    reason: 'A SOC for Cybersecurity report: it is about an entity as a whole, not about a service.',
  },
  { wording: /\bsoc for supply chain\b/, reason: 'A SOC for Supply Chain report.' },
  {
    wording: /\breadiness (?:assessment|report|review)|\bgap (?:assessment|analysis) report/,
    reason: 'A readiness assessment: it prepares for a SOC examination and is none.',
  },
  { wording: /\bchecklist\b/, reason: 'A checklist.' },
  {
    wording: /\billustrative\b|\bsample report\b|\bexample report\b|\breport template\b/,
    reason: 'An illustrative example, not a report about a service organization.',
  },
  { wording: /\bsecurity operations? cent(?:er|re)\b/, reason: 'A report of a security operations centre.' },
  {
    wording: /\bsystem[- ]on[- ](?:a[- ])?chip\b|\bmicrocontroller\b|\bdata ?sheet\b.{0,400}\bcortex\b/s,
    reason: 'A data sheet of a system on a chip.',
  },
  {
    wording:
      /\bcertificate\b.{0,1500}\biso(?:\/iec)? ?\d{4,5}|\biso(?:\/iec)? ?\d{4,5}.{0,1500}\b(?:certificate|certification|certified)\b|\bcertificate number\b.{0,800}\biso/s,
    reason: 'An ISO certificate.',
  },
  { wording: /\bhitrust\b.{0,600}\b(?:certif|validated assessment)/s, reason: 'A HITRUST certification.' },
  { wording: /\bwebtrust\b/, reason: 'A WebTrust report on a certification authority.' },
  { wording: /\bagreed[- ]upon procedures\b/, reason: 'A report on agreed-upon procedures.' },
  {
    wording: /\b(?:have audited|audit of) the (?:accompanying )?(?:consolidated )?financial statements\b/,
    reason: 'An audit report on financial statements.',
  },
  {
    wording: /\bengagement letter\b|\bstatement of work\b|\bproposal\b/,
    reason: 'A proposal or an engagement letter.',
  },
  {
    wording: /\bbusiness continuity\b.{0,200}\b(?:plan|disaster)\b/s,
    reason: 'A paper on business continuity.',
  },
  { wording: /\bwhite ?paper\b|\bsecurity overview\b/, reason: 'A white paper.' },
];

/** Words by which an illustrative report, or a form to fill in, gives itself away. */
export const PLACEHOLDERS =
  /\[\s*(?:insert|name of|your|company|client|customer|service organi[sz]ation|service auditor|auditor|vendor|system|date|month|start date|end date|city|state|title|period|address|firm|cpa|signature)[^\]\n]{0,80}\]|<\s*(?:insert|name|company|client|service organi[sz]ation|auditor|vendor|system|date|start date|end date|city|period|firm)[^>\n]{0,60}>|\{\{[^}\n]{1,60}\}\}|\b(?:xyz|abc|example) (?:service organi[sz]ation|company|corporation|co\b\.?|inc\b\.?)|\b(?:month|mm) (?:xx|dd|\d\d?), (?:20xx|yyyy)|\bmm\/dd\/yyyy\b|\b20xx\b|_{6,}/gi;
/** One of them is a slip; a form has more. */
export const PLACEHOLDERS_OF_A_TEMPLATE = 4;
