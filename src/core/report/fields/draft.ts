import { ENGLISH } from '../../language/language.ts';
import type { DocumentView } from '../view/document-view.ts';

const MARKED_AS_DRAFT = /\bDRAFT\b|\b[Dd]raft (?:report|version|copy|for (?:discussion|review|comment))\b/;

/** A draft is a report that may still change: said in a watermark, a header, or on the cover. */
export function draftWarnings(view: DocumentView): string[] {
  const flow = [view.runningText, view.flow('cover')].find(({ text }) => MARKED_AS_DRAFT.test(text));
  if (flow === undefined) return [];
  return [
    ENGLISH.say(
      'Marked as a draft (page {0}): the final report may differ.',
      flow.pageAt(flow.text.search(MARKED_AS_DRAFT)),
    ),
  ];
}
