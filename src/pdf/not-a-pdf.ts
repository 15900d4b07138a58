import { ENGLISH } from '../core/language/language.ts';
/** How far into a file a PDF may begin, as PDF readers have it. */
const HEADER_WITHIN_BYTES = 1024;

/** What is often saved under a PDF's name, by how it begins. */
const LOOK_ALIKES: readonly { readonly begins: RegExp; readonly reason: string }[] = [
  {
    begins: /^\s*(?:<!--[^]*?-->\s*)*<(?:!doctype\s+html|html|head|body|script|meta)\b/i,
    reason: ENGLISH.say(
      'Not a PDF: it starts like a web page (HTML), so probably a log-in page was saved instead of the report. Sign in to the portal and download the report again.',
    ),
  },
  {
    begins: /^version https:\/\/git-lfs\.github\.com\/spec\//,
    reason: ENGLISH.say(
      'Not a PDF but a Git LFS pointer: the report itself was not fetched. Run "git lfs pull".',
    ),
  },
  {
    begins: /^PK\x03\x04/,
    reason: ENGLISH.say(
      'Not a PDF: it is a ZIP archive or an Office document. Unpack it, or save it as PDF.',
    ),
  },
  {
    begins: /^\xD0\xCF\x11\xE0/,
    reason: ENGLISH.say(
      'Not a PDF: it is an Office document or an e-mail of Outlook. Save the report as PDF.',
    ),
  },
  { begins: /^\{\\rtf/, reason: ENGLISH.say('Not a PDF: it is a rich text document. Save it as PDF.') },
  {
    begins: /^(?:\xFF\xD8\xFF|\x89PNG|II\*\0|MM\0\*)/,
    reason: ENGLISH.say('Not a PDF: it is a picture. Save it as PDF.'),
  },
  {
    begins: /^(?:Received|Return-Path|Delivered-To|From|MIME-Version): /i,
    reason: ENGLISH.say('Not a PDF: it is an e-mail. Save the report that is attached to it.'),
  },
  {
    begins: /^\s*<\?xml/,
    reason: ENGLISH.say('Not a PDF: it is an XML document. Fetch it again from the vendor.'),
  },
  {
    begins: /^\0+$/,
    reason: ENGLISH.say('Not a PDF: it holds nothing but zeros. Fetch it again from the vendor.'),
  },
];

/** Why a file can't be a PDF, and what to do, from how it begins; null when it may be one. */
export function whyNotPdf(bytes: Uint8Array): string | null {
  if (bytes.length === 0) return ENGLISH.say('The file is empty. Fetch it again from the vendor.');
  const beginning = Buffer.from(
    bytes.buffer,
    bytes.byteOffset,
    Math.min(bytes.length, HEADER_WITHIN_BYTES),
  ).toString('latin1');
  if (beginning.includes('%PDF-')) return null;
  const text = beginning.replace(/^\xEF\xBB\xBF/, '');
  return LOOK_ALIKES.find(({ begins }) => begins.test(text))?.reason ?? null;
}
