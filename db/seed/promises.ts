import type { IncidentDraft } from '@/lib/intake/incident-draft.ts';
import type { FollowUpReason } from '@/lib/taxonomy/fixed-sets.ts';
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
    const promise = random.pick(PROMISES);
    const dueOn = random.chance(0.9) ? dateOf(due) : null;
    const doneOn = isDone ? dateOf(Math.max(from, done)) : null;
    const isKept = doneOn !== null && dueOn !== null && doneOn <= dueOn;
    return { promise, dueOn, doneOn, reason: isKept || due > asOf ? 'unknown' : reasonOf(due) };
  });
}

/** Mostly in time, at times some days late. */
const lateDays = (random: Random) => (random.chance(0.82) ? -random.between(0, 3) : random.between(1, 9));

/** Two in three say why. Not drawn, so that everything after it stays as it was. */
function reasonOf(due: number): FollowUpReason {
  const turn = Math.floor(due / 60_000) % 18;
  return REASONS[turn] ?? 'unknown';
}

const REASONS: readonly FollowUpReason[] = [
  ...Array<FollowUpReason>(4).fill('forgotten'),
  ...Array<FollowUpReason>(3).fill('waiting_for_colleagues'),
  ...Array<FollowUpReason>(2).fill('no_time'),
  ...Array<FollowUpReason>(2).fill('customer_not_reached'),
  'system_down',
];

const dateOf = (at: number) => new Date(at).toISOString().slice(0, 10);
