import type { Opinion } from '../reading.ts';
import { wording } from '../view/wording.ts';

/** How far around "In our opinion" its sentences reach: its list of (a) to (c), and a qualifier in front. */
export const WINDOW = { before: 320, after: 2200 };

/** Where a service auditor states an opinion, or declines to. */
export const OPINION_STATED =
  /\bin our (?:qualified |adverse )?opinion\b|\b(?:do not|cannot|are unable to|were unable to|are not able to|will not|not) (?:and do not )?express,? (?:and (?:we )?do not express,? )?(?:an|any|such an) opinion\b/gi;

/** Headings that name a modified opinion. AICPA AT-C 205.A; ISAE 3402. */
export const OPINION_HEADINGS: readonly { readonly opinion: Opinion; readonly heading: RegExp }[] = [
  { opinion: 'disclaimer', heading: /(?:^|\n)[ ]*disclaimer of opinion\b/i },
  { opinion: 'adverse', heading: /(?:^|\n)[ ]*adverse opinion\b/i },
  { opinion: 'qualified', heading: /(?:^|\n)[ ]*(?:qualified|modified) opinion\b/i },
];

const MATTER = String.raw`(?:matters?|effects?|possible effects?|deficienc(?:y|ies)|deviations?|exceptions?|issues?|findings?|control objectives?|criteri(?:on|a)|limitations?|conditions?|failures?)`;

/**
 * What modifies an opinion, in its own sentences. Not: "we do not express an opinion" on the other information, on
 * operating effectiveness in a Type 1, or on a cybersecurity programme, which stand beside clean opinions.
 */
export const OPINION_WORDINGS: readonly { readonly opinion: Opinion; readonly wording: RegExp }[] = (
  [
    {
      opinion: 'disclaimer',
      wording:
        /\b(?:because of|due to|as a result of|in view of)\b[^\n]{0,300}\b(?:do not|cannot|are unable to|were unable to|are not able to)\b[^.\n]{0,30}\bexpress\b[^.\n]{0,40}\bopinion\b/i,
    },
    {
      opinion: 'disclaimer',
      wording:
        /\b(?:do not|cannot|are unable to|were unable to) express,? (?:and (?:we )?do not express,? )?(?:an|any|such an) opinion (?:on|about|as to|regarding)(?: whether)? (?:[\p{L}\p{N}' ,.&]{1,60}'s? (?:accompanying )?description|the (?:accompanying )?description|the fairness|management's assertion|the (?:suitability|design)|controls\b)/iu,
    },
    {
      opinion: 'adverse',
      wording: new RegExp(
        String.raw`\b(?:because of|due to|as a result of|owing to)\b[^\n]{0,60}\b(?:significance|${MATTER})\b[\s\S]{0,900}?\b(?:(?:does|do|did) not (?:fairly )?(?:present|operate|provide|achieve)|(?:is|was|were|are) not (?:fairly|suitably|effective|operating|presented|designed))`,
        'i',
      ),
    },
    {
      opinion: 'adverse',
      wording:
        /\bin our opinion,?[^.\n]{0,200}\b(?:does not (?:fairly )?present|(?:were|was|are|is) not (?:suitably designed|effective|operating effectively|fairly (?:stated|presented)))/i,
    },
    {
      opinion: 'qualified',
      wording: new RegExp(String.raw`\bexcept (?:for|that|as)\b[^.\n]{0,80}\b${MATTER}\b`, 'i'),
    },
    {
      // The matter itself, after the list of the opinion.
      opinion: 'qualified',
      wording: /\bexcept that\b[^.\n]{0,60}\b(?:controls?|criteri(?:on|a)|objectives?|description)\b/i,
    },
    {
      opinion: 'qualified',
      wording: new RegExp(String.raw`\bwith the exception of\b[^.\n]{0,60}\b${MATTER}\b`, 'i'),
    },
    {
      opinion: 'qualified',
      wording:
        /\bexcept (?:for|as) (?:[^.\n]{0,40}\b)?(?:described|discussed|noted|set out|referred to|stated|explained)\b/i,
    },
    { opinion: 'qualified', wording: /\bin our qualified opinion\b/i },
  ] as const
).map((each) => ({ ...each, wording: wording(each.wording) }));
