/**
 * Numbers of controls, criteria and objectives as reports print them: "CC6.1", "A1.2", "AC-5", "CO-3", "1.02", "4.3",
 * "IAM-09.2", "CC6.1.3".
 */
const NUMBER = String.raw`(?:[A-Z]{1,6}[A-Za-z]{0,3}\s?[-–.]?\s?\d{1,3}(?:[.-]\d{1,3}){0,3}[a-z]?|\d{1,3}(?:[.-]\d{1,3}){1,3}[a-z]?)`;
const WHOLE = new RegExp(`^(?:control\\s+(?:#|no\\.?|activity)?\\s*)?(${NUMBER})[.:)]?$`, 'i');
const LEADING = new RegExp(
  String.raw`^(?:control (?:objective |activity |criteria )?|criteri(?:on|a) )?(${NUMBER})(?=[\s:.)–-]|$)`,
  'i',
);
const OBJECTIVE = /^control objective\s*#?\s*(\d{1,2}|[A-Z])\b/i;
/** Numbers of the trust services criteria, which are not numbers of controls. */
const CRITERION = /^(?:CC\d|A1|C1|PI1|P\d)\.\d+$/i;

/** The number, when the text is nothing else; of several lines, the first. */
export const wholeNumber = (text: string): string | undefined => WHOLE.exec(text.trim())?.[1];

/** The number that a text begins with: "4.3 Management reviews …". */
export const leadingNumber = (text: string): string | undefined => LEADING.exec(text.trim())?.[1];

/** The number in a heading over a group of rows: "Control Objective 3", "CC6.1: The entity implements …". */
export const headingNumber = (text: string): string | undefined =>
  leadingNumber(text) ?? OBJECTIVE.exec(text.trim())?.[0];

export const isCriterion = (number: string): boolean => CRITERION.test(number);
