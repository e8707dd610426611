import { busyness, type Calendar, DAYS } from './calendar.ts';
import { CHANNELS_OF, LOAD_OF, PRODUCTS_OF, type SampleTeam, TEAMS } from './organisation.ts';
import { STORIES } from './stories/all-stories.ts';
import type { Cell, Fixed, RateChange } from './story.ts';
import { TRIGGERS_OF } from './triggers.ts';
import { shareOf } from './weights.ts';

/** What is expected of a team on a day, in incidents. */
export interface Expectation {
  /** Before anything is added or left out below. */
  mean: number;
  /** Of some incidents more, `mean` of them on top. */
  more: readonly { mean: number; fixed: Fixed }[];
  /** Of some incidents fewer: each is left out with this chance. */
  fewer: readonly { chance: number; of: RateChange['of'] }[];
  /** With all of it. */
  total: number;
}

/** Says what is expected of each team on each day, so that the whole sample is about `incidents`. */
export function expectations(calendar: Calendar, incidents: number): (cell: Cell) => Expectation {
  let weight = 0;
  for (let day = 0; day < DAYS; day++) {
    for (const team of TEAMS) weight += expectationOf({ day, team }, calendar, 1).total;
  }
  const visits = STORIES.reduce((sum, story) => sum + (story.visits?.(calendar).length ?? 0), 0);
  const scale = Math.max(0, incidents - visits) / weight;
  return (cell) => expectationOf(cell, calendar, scale);
}

function expectationOf(cell: Cell, calendar: Calendar, scale: number): Expectation {
  const changes = STORIES.flatMap((story) => story.rate?.(cell, calendar) ?? []);
  const whole = changes.filter(({ of }) => Object.keys(of).length === 0);
  const parts = changes.filter((change) => !whole.includes(change));
  const factor = whole.reduce((product, change) => product * change.factor, 1);
  const mean = LOAD_OF[cell.team.kind] * busyness(calendar, cell.day) * scale * factor;
  const more = parts
    .filter((change) => change.factor > 1)
    .map((change) => ({
      mean: mean * (change.factor - 1) * shareIn(cell.team, change.of),
      fixed: { ...change.of, ...change.all },
    }));
  const fewer = parts
    .filter((change) => change.factor < 1)
    .map((change) => ({ chance: 1 - change.factor, of: change.of }));
  const added = more.reduce((sum, one) => sum + one.mean, 0);
  const left = fewer.reduce((sum, one) => sum + mean * one.chance * shareIn(cell.team, one.of), 0);
  return { mean, more, fewer, total: mean + added - left };
}

/** Which share of a team's incidents has these values. */
function shareIn({ kind }: SampleTeam, { trigger, channel, product }: RateChange['of']): number {
  return (
    (trigger === undefined ? 1 : shareOf(TRIGGERS_OF[kind], trigger)) *
    (channel === undefined ? 1 : shareOf(CHANNELS_OF[kind], channel)) *
    (product === undefined ? 1 : shareOf(PRODUCTS_OF[kind], product))
  );
}
