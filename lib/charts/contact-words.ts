import type { ContactCoverage } from '../analysis/contact-coverage.ts';
import type { MeasureFindings } from '../analysis/measure-findings.ts';
import { windowWords } from '../filters/day-words.ts';
import { formatCount, formatCounted, formatFraction, formatList } from './format.ts';

/** Stretches that are named one by one; of more, the rest is counted. */
const NAMED = 3;

/** Whether incidents can be counted and not set against contacts, of which none are known here. */
export function isCountOnly({ contacts }: Pick<MeasureFindings, 'contacts'>): boolean {
  return contacts !== null && contacts.days > 0 && contacts.missingDays === contacts.days;
}

/** Beside a count that could be a rate, and a rate that lacks some days: what is not known of contacts. */
export function contactSentences({ measure, contacts }: MeasureFindings): string[] {
  if (contacts === null || contacts.missingDays === 0) return [];
  if (isCountOnly({ contacts }))
    return [
      'Count only: no contacts are known for these days, so no rate is told and teams are not compared.',
    ];
  return measure.grain === 'contact'
    ? [
        `Contacts are not known for ${formatFraction(contacts.missingDays, contacts.days)} days: ${missingWords(contacts)}; their incidents are left out.`,
      ]
    : [];
}

/** "1 to 7 May 2026, 3 Jun 2026 and 12 Jun 2026", "… and 4 more stretches" */
function missingWords({ missing }: ContactCoverage): string {
  const named = missing.slice(0, NAMED).map(windowWords);
  const rest = missing.length - named.length;
  return rest === 0
    ? formatList(named)
    : formatList([...named, `${formatCount(rest)} more ${rest === 1 ? 'stretch' : 'stretches'}`]);
}

/** On a card, where room is short: "12 days without contacts". */
export function missingDaysWords({ missingDays }: ContactCoverage): string {
  return `${formatCounted(missingDays, 'day')} without contacts`;
}
