import type { CalendarDate } from '../../core/calendar/calendar-date.ts';
import { setDocumentField } from '../../core/register/edit-register.ts';
import { UneditableError } from '../../core/register/yaml-edit.ts';

/**
 * The register with a review of one of our own documents recorded on a day; undefined when it has errors or no such
 * document: what a person has begun there is not for a program to finish.
 */
export function reviewedToday(text: string, name: string, today: CalendarDate): string | undefined {
  try {
    return setDocumentField(text, name, 'lastReviewed', today);
  } catch (error) {
    if (error instanceof UneditableError) return undefined;
    throw error;
  }
}
