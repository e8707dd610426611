const HOUR = 60;
const DAY = 24 * HOUR;

/**
 * A length of time in words: "23 min", "3 h 40", "23 h", "2.0 d", "412 d". Hours up to two days, then days. Minutes
 * are begun ones left out, as they are where lengths are stored.
 * `wholeDays` is for lengths between dates, which are counted in days: "3 d", "the same day" for none.
 */
export function describeMinutes(minutes: number, { wholeDays = false } = {}): string {
  if (wholeDays) return minutes < DAY ? 'the same day' : days(Math.round(minutes / DAY), 0);
  if (minutes < HOUR) return `${Math.floor(minutes)}\u00a0min`;
  if (minutes >= 2 * DAY) return days(minutes / DAY, minutes < 100 * DAY ? 1 : 0);
  const rest = Math.floor(minutes) % HOUR;
  const hours = `${Math.floor(minutes / HOUR)}\u00a0h`;
  return rest === 0 ? hours : `${hours}\u00a0${rest}`;
}

function days(count: number, decimals: number): string {
  const options = { minimumFractionDigits: decimals, maximumFractionDigits: decimals };
  return `${count.toLocaleString('en-GB', options)}\u00a0d`;
}
