import type { SectionKind } from '../reading.ts';

export interface HeadingWording {
  readonly kind: SectionKind;
  /** Matched against a heading without its number, in lower case. */
  readonly wording: RegExp;
  /** Who words it so. */
  readonly source: string;
}

/**
 * How the sections of SOC reports are headed. The order matters: "Independent Service Auditor's Description of Tests
 * of Controls" are tests, not the auditor's report.
 */
export const HEADING_WORDINGS: readonly HeadingWording[] = [
  { kind: 'contents', wording: /^(?:table of )?contents$/, source: 'all' },
  {
    kind: 'other-information',
    wording: /^(?:other|additional|supplemental|supplementary) information\b.{0,160}$/,
    source: 'AICPA guides: information by management that the service auditor did not examine',
  },
  {
    kind: 'other-information',
    wording:
      /^(?:unaudited |other )?information (?:provided|presented) by .{0,120}(?:unaudited|not covered|not audited|that is not)/,
    source: 'AICPA guides',
  },
  {
    kind: 'other-information',
    wording:
      /^(?:.{1,80} )?management'?s?'? (?:responses?|comments?) (?:to|on|regarding) .{0,40}(?:exceptions?|deviations?|findings?|results?|tests?|qualif).{0,60}$/,
    source: 'responses collected in a section of their own',
  },
  {
    kind: 'tests',
    wording: /^(?:.{0,120}\b)?tests? of (?:the )?(?:controls?|operating effectiveness|design)\b.{0,160}$/,
    source: 'AICPA guides: description of tests of controls and results',
  },
  {
    kind: 'tests',
    wording:
      /^(?!.*\b(?:complementary|user entit|user organi|customer|client)\b)(?:.{0,120}\b)?(?:control objectives?|criteria|trust services (?:categor(?:y|ies)|principles?)).{0,80}\bcontrols?\b.{0,160}$/,
    source: 'SOC 1: control objectives and related controls; SOC 2: criteria and related controls',
  },
  {
    kind: 'tests',
    wording:
      /^(?:.{0,80}\b)?(?:testing matri(?:x|ces)|controls?,? (?:and |& )?tests?,? (?:and|&) results?.{0,60}|results of (?:the )?(?:tests?|testing|service auditor).{0,80}|controls? (?:testing|matri(?:x|ces))|tests? performed .{0,80}results.{0,60})$/,
    source: 'house styles of boutique firms',
  },
  {
    kind: 'tests',
    wording: /^information provided by (?:the )?(?:independent )?service auditor\b.{0,120}$/,
    source: 'SAS 70 and its heirs',
  },
  {
    kind: 'auditors-report',
    wording:
      /^(?:the )?independent (?:service |registered )?(?:auditor|accountant|practitioner|certified public accountant)'?s?'?s? (?:type \w+ |service )?(?:limited |reasonable )?(?:assurance |examination |attestation )?(?:report|opinion)\b.{0,200}$/,
    source: 'AICPA guides, ISAE 3402',
  },
  {
    kind: 'auditors-report',
    wording:
      /^(?:assurance |attestation )?(?:report|opinion) (?:of|by|from|provided by) (?:the |an |our )?(?:independent )?(?:service )?(?:auditor|accountant|practitioner|certified public accountant)s?\b.{0,200}$/,
    source: 'Big Four house styles',
  },
  {
    kind: 'auditors-report',
    wording: /^service auditor'?s?'? (?:report|opinion)\b.{0,160}$/,
    source: 'boutique firms',
  },
  {
    kind: 'auditors-report',
    wording:
      /^(?:bericht des unabhängigen .{1,60}|rapport (?:de|du) l'auditeur .{1,60}|assurancerapport van .{1,60})$/,
    source: 'ISAE 3402 in German, French and Dutch',
  },
  {
    kind: 'assertion',
    wording:
      /^(?:.{1,120} )?management'?s?'? (?:of .{1,80} )?(?:written )?(?:assertion|report of its assertion|report on its assertion|statement)s?\b.{0,220}$/,
    source: 'AICPA guides: management assertion',
  },
  {
    kind: 'assertion',
    wording: /^(?:.{1,120}(?:'s|s'|') )(?:written )?(?:assertion)s?\b.{0,200}$/,
    source: "AICPA guides: XYZ Service Organization's Assertion",
  },
  {
    kind: 'assertion',
    wording: /^(?:written )?assertions? (?:of|by|from|provided by) .{1,200}$/,
    source: 'AICPA guides: assertion of XYZ management',
  },
  {
    kind: 'assertion',
    wording:
      /^(?:written )?(?:statement|assertion) (?:of|by) (?:the )?(?:management|service organi[sz]ation)\b.{0,120}$/,
    source: 'ISAE 3402: statement by the service organisation',
  },
  {
    kind: 'assertion',
    wording:
      /^(?:erklärung (?:des managements|der geschäftsführung|des dienstleist).{0,80}|déclaration de la direction.{0,80})$/,
    source: 'ISAE 3402 in German and French',
  },
  {
    kind: 'description',
    wording:
      /^(?!report)(?:.{1,140}(?:'s|s'|') )?(?:system )?description (?:of|for) (?!tests?\b|the tests?\b|criteria).{1,200}$/,
    source: "AICPA guides: XYZ's description of its system",
  },
  {
    kind: 'description',
    wording:
      /^(?!report)(?:.{1,120} )?(?:systems? description|description of (?:the )?(?:system|controls|boundaries))\b.{0,160}$/,
    source: 'house styles',
  },
  {
    kind: 'description',
    wording: /^(?:.{1,80}(?:'s|s'|') )?(?:description of the )?boundaries of (?:its|the) .{1,120}$/,
    source: 'SOC 3: boundaries of the system',
  },
  {
    kind: 'description',
    wording: /^information provided by (?!the independent|the service auditor|service auditor).{1,120}$/,
    source: 'SAS 70 and its heirs: information provided by the service organization',
  },
  {
    kind: 'description',
    wording: /^overview of (?:the )?(?:operations|services|system|company)\b.{0,80}$/,
    source: 'house styles',
  },
];

/** Of these words each of the wordings, and the number of an attachment, has one: most lines have none. */
export const HEADING_WORDS =
  /content|information|respon|comment|test|control|auditor|accountant|practitioner|bericht|rapport|assert|statement|erklärung|déclaration|descri|boundar|overview|attachment|appendix|exhibit/i;

/** Words and numbers that stand before a section's title: "Section II -", "III.", "Attachment A:", "Part one". */
export const HEADING_NUMBER =
  /^(?:(?:section|part|chapter|attachment|appendix|exhibit|annex|abschnitt)\s+(?:\d{1,2}|[ivx]{1,5}|one|two|three|four|five|six|seven|[a-f])\b|(?:[ivx]{1,5}|\d{1,2}|[a-f])[.):](?=\s)|(?:[ivx]{1,5}|\d{1,2})(?=\s+[–-]?\s*\p{Lu}))[\s:.–|-]*/iu;

/** Attachments of a SOC 3: A describes the system, B its commitments. */
export const ATTACHMENT_NUMBER = /^(?:attachment|appendix|exhibit)\s+[ab12]\b/i;

/**
 * What follows a heading inside the service auditor's letter that is worded like a section: "Description of Tests of
 * Controls: the specific controls we tested … are listed in section IV."
 */
export const LETTER_SUBHEADING_FOLLOWS =
  /^(?:the specific controls|the specific tests|the information (?:included|contained|presented|attached|in)|in section|management'?s? responses?|we (?:did not|do not|have not)|our (?:responsibility|examination)|accompanying|this (?:report|information))/i;

/** What a letter of the service auditor says and nobody else. */
export const AUDITOR_SPEAKS =
  /\bwe (?:have examined|have been engaged to|were engaged to (?:examine|report|perform))\b|\bour (?:responsibility is to express an opinion|examination was conducted)\b/i;

/** What management says in its assertion. */
export const MANAGEMENT_ASSERTS =
  /\bwe (?:have prepared (?:the|our|this)|confirm,? to the best of our|assert that|are responsible for designing)\b|\bwe,? as (?:the )?management of\b/i;

/** The sender of a bridge letter speaks of the time after the report. */
export const BRIDGE_LETTER_SPEAKS =
  /\b(?:bridge|bridging|gap|comfort) (?:letter|period)\b|\b(?:not aware of any|no) (?:material|significant) (?:changes?|modifications?)\b/i;
export const LETTER_OPENS =
  /\bto whom it may concern\b|\bdear\b|\bto our (?:customers|clients|valued)\b|\bre(?:f|garding)?:/i;

/** A page that a portal or a sender puts in front of a report. */
export const PORTAL_SPEAKS =
  /\b(?:downloaded|requested|accessed|shared|sent|exported|generated) (?:by|for|from|on|via|with|through|to)\b|\b(?:non-?disclosure|click-?through|terms (?:of|and) (?:use|access|conditions)|trust (?:center|centre|portal)|document (?:id|request))\b/i;
