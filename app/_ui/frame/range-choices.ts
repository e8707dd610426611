/** The periods (or comparisons) that can be chosen, with the address of each. */
export interface RangeChoices {
  named: readonly { label: string; href: string; chosen: boolean }[];
  /** The address of a range of dates, with FIRST and LAST where its days go. */
  customHref: string;
  firstDay: string;
  lastDay: string;
}

export const FIRST_DAY = 'FIRST';
export const LAST_DAY = 'LAST';

/** The address of a range of dates, or why there is none. */
export function customRangeHref(
  customHref: string,
  firstDay: string,
  lastDay: string,
): { href: string } | { problem: string } {
  if (!firstDay || !lastDay) return { problem: 'Give both days.' };
  if (firstDay > lastDay) return { problem: 'The first day is after the last.' };
  return { href: customHref.replace(FIRST_DAY, firstDay).replace(LAST_DAY, lastDay) };
}
