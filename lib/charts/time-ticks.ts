import { TZDate } from '@date-fns/tz';
import { addDays, addHours, addMonths, format, startOfDay, startOfMonth, startOfYear } from 'date-fns';

const ROOM = 78;
const HOUR = 3_600_000;
const DAY = 24 * HOUR;
const YEAR = 365 * DAY;

export interface TimeTick {
  x: number;
  label: string;
  /** The first one stands at the left edge and names the start; it has no rule. */
  first: boolean;
}

interface Step {
  length: number;
  floor: (date: TZDate) => TZDate;
  next: (date: TZDate) => TZDate;
  form: string;
}

/**
 * The moments to name under a linear time axis from `start` to `end` (milliseconds since 1970), at whole hours, days,
 * months or years of the zone, at least 78 px apart.
 */
export function timeTicks(
  start: number,
  end: number,
  timeZone: string,
  left: number,
  toX: (at: number) => number,
): TimeTick[] {
  const form = end - start < YEAR ? 'd MMM, HH:mm' : 'd MMM yyyy';
  const first = { x: left, label: format(new TZDate(start, timeZone), form), first: true };
  const width = toX(end) - toX(start);
  const fits = ({ length }: Step) => (length / (end - start)) * width >= ROOM;
  const step = (end - start < 1.5 * DAY ? HOURS : []).find(fits) ?? STEPS.find(fits) ?? LONGEST;
  const ticks: TimeTick[] = [first];
  let freeFrom = left + first.label.length * 6.4 + 12;
  for (let at = step.floor(new TZDate(start, timeZone)); at.getTime() <= end; at = step.next(at)) {
    const x = toX(at.getTime());
    const label = format(at, at.getTime() === startOfDay(at).getTime() ? step.form : 'HH:mm');
    if (at.getTime() < start || x - (label.length * 6.4) / 2 < freeFrom) continue;
    ticks.push({ x, label, first: false });
    freeFrom = x + ROOM / 2;
  }
  return ticks;
}

const hours = (count: number): Step => ({
  length: count * HOUR,
  floor: (date) => startOfDay(date),
  next: (date) => addHours(date, count),
  form: 'd MMM',
});
const days = (count: number): Step => ({
  length: count * DAY,
  floor: (date) => startOfDay(date),
  next: (date) => addDays(date, count),
  form: 'd MMM',
});
const months = (count: number): Step => ({
  length: count * 30 * DAY,
  floor: (date) => (count < 12 ? startOfMonth(date) : startOfYear(date)),
  next: (date) => addMonths(date, count),
  form: count < 12 ? 'MMM yyyy' : 'yyyy',
});

const LONGEST = months(120);
// Hours without their day can only be told apart while there is one midnight.
const HOURS: Step[] = [hours(1), hours(3), hours(6)];
const STEPS: Step[] = [
  days(1),
  days(2),
  days(7),
  days(14),
  months(1),
  months(3),
  months(6),
  months(12),
  months(24),
  months(60),
];
