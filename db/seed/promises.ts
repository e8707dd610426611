import type { IncidentDraft } from '@/lib/intake/incident-draft.ts';
import type { Ending } from './ending.ts';
import type { Random } from './random.ts';
import { PROMISES } from './words/narrative.ts';

const DAY_MS = 86_400_000;

interface When {
  closedAt: number;
  isOpen: boolean;
  ending: Ending;
  asOf: number;
}

/** What was promised, by when, and when it was kept: in time, late or never. */
export function drawPromises(
  { closedAt, isOpen, ending, asOf }: When,
  random: Random,
): IncidentDraft['followUps'] {
  const chance = isOpen || ending.outcome === 'follow_up_pending' ? 0.6 : 0.2;
  const wanted = random.chance(chance) ? (random.chance(0.25) ? 2 : 1) : 0;
  return Array.from({ length: wanted }, () => {
    const from = Math.min(closedAt, asOf);
    const due = from + random.between(2, 14) * DAY_MS;
    const done = due + lateDays(random) * DAY_MS;
    const isDone = random.chance(0.9) && done < asOf;
    return {
      promise: random.pick(PROMISES),
      dueOn: random.chance(0.9) ? dateOf(due) : null,
      doneOn: isDone ? dateOf(Math.max(from, done)) : null,
    };
  });
}

/** Mostly in time, at times some days late. */
const lateDays = (random: Random) => (random.chance(0.82) ? -random.between(0, 3) : random.between(1, 9));

const dateOf = (at: number) => new Date(at).toISOString().slice(0, 10);
