import { ENGLISH } from '../../language/language.ts';
import { findDates, numericOrder } from '../dates/find-dates.ts';
import type { DocumentKind } from '../reading.ts';
import type { DocumentView } from '../view/document-view.ts';
import { LANGUAGE_SAMPLE, languageOf } from './language.ts';
import { firstPagesText } from './report-signs.ts';

/** A report that we can't read, with what was understood of it. */
export interface ForeignReport {
  readonly kind: Extract<DocumentKind, 'soc1' | 'soc2' | 'soc3' | 'unreadable'>;
  readonly explanation: string;
}

/** The names of reports and standards are not translated. */
const NAMES_OF_REPORTS =
  /\bSOC[\s-]?[123](?:[\s-]*Typ[eo]?[\s-]*(?:[12]|I{1,2})\b)?(?!\d)|\bISAE\s?(?:Nr\.?\s?|No\.?\s?|n°\s?)?(?:3402|3000)\b|\bSSAE\s?(?:16|18|21)\b|\bIDW PS 951\b/gi;
/** What a service auditor's letter says, in languages in which such reports are issued. */
const AUDITOR_SPEAKS =
  /\b(?:nach unserer (?:beurteilung|auffassung)|prüfungsurteil|wir haben .{0,200}(?:geprüft|prüfung)|à notre avis|selon notre opinion|notre opinion|nous avons (?:examiné|réalisé|effectué|été chargés)|naar ons oordeel|ons oordeel|wij hebben .{0,200}(?:onderzocht|onderzoek)|en nuestra opinión|hemos examinado|a nostro giudizio|abbiamo esaminato|em nossa opinião|examinamos|enligt vår uppfattning|vi har granskat|det er vores opfattelse|efter vores opfattelse)|意見|意见|의견/isu;

/** Recognises a report in a language that we don't read; null for everything else. */
export function foreignReport(view: DocumentView): ForeignReport | null {
  const language = languageOf(firstPagesText(view, view.pages.length, LANGUAGE_SAMPLE));
  if (language === 'English') return null;
  const text = firstPagesText(view, view.pages.length);
  const front = firstPagesText(view, 6);
  const names = [
    ...new Set([...front.matchAll(NAMES_OF_REPORTS)].map(([name]) => name.replace(/\s+/g, ' '))),
  ];
  if (names.length === 0 || !AUDITOR_SPEAKS.test(text)) return null;
  const dates = findDates(front, numericOrder(front)).flatMap((date) =>
    date.form === 'full' ? [date.date] : [],
  );
  const understood = names.slice(0, 3).join(', ');
  const days = [...new Set(dates)].slice(0, 4).join(', ');
  const kinds = new Set(names.map(kindNamed).filter((kind) => kind !== undefined));
  const [kind] = kinds;
  return {
    kind: kind !== undefined && kinds.size === 1 ? kind : 'unreadable',
    explanation:
      dates.length === 0
        ? ENGLISH.say(
            "A SOC report in a language we don't read ({0}). Understood: {1}.",
            language,
            understood,
          )
        : ENGLISH.say(
            "A SOC report in a language we don't read ({0}). Understood: {1}; dates {2}.",
            language,
            understood,
            days,
          ),
  };
}

/** The kind of report that a name stands for; undefined for standards that several kinds follow. */
function kindNamed(name: string): 'soc1' | 'soc2' | 'soc3' | undefined {
  const number = /SOC[\s-]?([123])/i.exec(name)?.[1];
  if (number !== undefined) return `soc${number}` as 'soc1' | 'soc2' | 'soc3';
  return /3402|IDW PS 951|SSAE\s?16/i.test(name) ? 'soc1' : undefined;
}
