import type { Line } from './lines.ts';
import type { PageView } from './page-view.ts';
import {
  AUDITOR_SPEAKS,
  BRIDGE_LETTER_SPEAKS,
  LETTER_OPENS,
  MANAGEMENT_ASSERTS,
  PORTAL_SPEAKS,
} from './section-headings.ts';

type Question = (page: PageView) => boolean;

/** A question about a page as a whole, answered once: some are asked at every line, and with every view of it. */
function once(ask: Question): Question {
  const answers = new WeakMap<PageView, boolean>();
  return (page) => {
    const known = answers.get(page);
    if (known !== undefined) return known;
    const answer = ask(page);
    answers.set(page, answer);
    return answer;
  };
}

/** In so many characters a letter greets, and an assertion says who asserts. */
const OPENING_LENGTH = 1500;
const opening = ({ text }: PageView): string => text.slice(0, OPENING_LENGTH);

/** What a letter of the service auditor says stands on the page. */
export const auditorSpeaks = once(({ text }) => AUDITOR_SPEAKS.test(text));
/** What management says in its assertion stands on the page. */
export const managementAsserts = once(({ text }) => MANAGEMENT_ASSERTS.test(text));
/** Management's assertion begins on the page, even where a letter ends. */
export const opensAssertion = once((page) => MANAGEMENT_ASSERTS.test(opening(page)) && !auditorSpeaks(page));
/** The page is a bridge letter's first. */
export const opensBridgeLetter = once(
  (page) => LETTER_OPENS.test(opening(page)) && BRIDGE_LETTER_SPEAKS.test(page.text) && !auditorSpeaks(page),
);
/** A portal or a sender may have put the page in front. */
export const portalSpeaks = once(({ text }) => PORTAL_SPEAKS.test(text));
/** The page calls itself, or a part of itself, contents. */
export const saysContents = once(({ text }) => /\bcontents\b/i.test(text));

/** A contents entry: a title and, after dots or a gap, a page number. */
const CONTENTS_ENTRY = /(?:\.{2,}|…|\s)\s*(?:\d{1,3}|[ivxl]{1,6})$/i;

// Looked for at the end alone: a pattern that ends in $ is tried at every character of the line.
const isContentsEntry = ({ text }: Line): boolean =>
  /[\divxl]/i.test(text.slice(-1)) && CONTENTS_ENTRY.test(text.slice(-40));

/** Most of the page lists titles with page numbers. */
export const isContentsPage = once(({ lines }) => {
  const entries = lines.filter(isContentsEntry).length;
  return entries >= 3 && entries >= lines.length * 0.35;
});

/** Less is a cover's text. */
const COVER_LENGTH = 1200;

export const looksLikeCover = once(
  ({ text }) =>
    text.length < COVER_LENGTH &&
    /\bSOC\s?[123]\b|organi[sz]ation controls?|SSAE|SAS 70|ISAE|service auditor'?s? report|report on .{1,80}description/i.test(
      text,
    ),
);
