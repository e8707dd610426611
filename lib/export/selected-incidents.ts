import { Invalid } from '../errors.ts';

/** More than anybody selects by hand, and few enough for one question of the record. */
export const MOST_SELECTED = 20_000;
const LARGEST_NUMBER = 2_147_483_647;

/** The numbers of incidents as a form sends them: `12,7,400`, each once. Throws Invalid for anything else. */
export function readSelection(text: string): number[] {
  const parts = text.length > MOST_SELECTED * 11 ? null : text.split(',');
  if (parts === null || parts.length > MOST_SELECTED) {
    throw refused(
      `At most ${MOST_SELECTED.toLocaleString('en')} incidents can be selected one by one; take all of the list instead.`,
    );
  }
  const numbers = parts.map((part) => (/^[1-9]\d{0,9}$/.test(part) ? Number(part) : 0));
  if (numbers.some((number) => number === 0 || number > LARGEST_NUMBER)) {
    throw refused('Give the numbers of the incidents, with commas between them.');
  }
  return [...new Set(numbers)];
}

const refused = (message: string) => new Invalid([{ field: 'numbers', message }]);
