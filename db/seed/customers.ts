import type { Random } from './random.ts';
import type { Fixed, Visit } from './story.ts';
import type { SampleTrigger } from './triggers.ts';

interface Seen {
  customer: string;
  trigger: SampleTrigger;
  day: number;
}

/** Most remembered of a team, so that memory does not grow with the sample. */
const MOST_REMEMBERED = 1000;
const WITHIN_DAYS = 28;
const SHARE_RETURNING = 0.05;

/** Who comes: mostly somebody of a large pool, now and then somebody who was with this team within four weeks. */
export function customersOf(incidents: number, random: Random) {
  const pool = Math.max(20, incidents * 2);
  const seen = new Map<string, Seen[]>();

  function comeBack(visit: Visit): Seen | null {
    const recent = seen.get(visit.team.name);
    if (!recent || recent.length === 0 || !random.chance(SHARE_RETURNING)) return null;
    const one = random.pick(recent);
    return one.day < visit.day && visit.day - one.day <= WITHIN_DAYS ? one : null;
  }

  function remember(team: string, one: Seen): void {
    const recent = seen.get(team) ?? [];
    const since = recent.findIndex(({ day }) => one.day - day <= WITHIN_DAYS);
    recent.splice(0, Math.max(since, recent.length - MOST_REMEMBERED, 0));
    recent.push(one);
    seen.set(team, recent);
  }

  /** The customer of a visit, and what it is about, which is the same matter again for somebody who returns. */
  return (visit: Visit): { customer: string; fixed: Fixed } => {
    if (visit.fixed.customer !== undefined) return { customer: visit.fixed.customer, fixed: visit.fixed };
    const again = comeBack(visit);
    const fixed = again ? { ...visit.fixed, trigger: again.trigger } : visit.fixed;
    const customer = again?.customer ?? `sample-customer-${random.between(1, pool)}`;
    if (fixed.trigger !== undefined)
      remember(visit.team.name, { customer, trigger: fixed.trigger, day: visit.day });
    return { customer, fixed };
  };
}
