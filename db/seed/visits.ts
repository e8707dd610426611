import { drawCount } from './counts.ts';
import type { Expectation } from './expectation.ts';
import { CHANNELS_OF, PRODUCTS_OF } from './organisation.ts';
import type { Random } from './random.ts';
import type { Cell, Fixed, RateChange, Visit } from './story.ts';
import { TRIGGERS_OF } from './triggers.ts';
import { draw } from './weights.ts';

/** How many incidents a team has on a day and what each is about. */
export function drawVisits(cell: Cell, { mean, more, fewer }: Expectation, random: Random): Visit[] {
  const usual = repeat(drawCount(mean, random), () => toVisit(cell, {}, random)).filter(
    ({ fixed }) => !fewer.some(({ chance, of }) => isOf(fixed, of) && random.chance(chance)),
  );
  const added = more.flatMap((one) =>
    repeat(drawCount(one.mean, random), () => toVisit(cell, one.fixed, random)),
  );
  return [...usual, ...added];
}

const repeat = <T>(times: number, make: () => T) => Array.from({ length: times }, make);

function toVisit(cell: Cell, fixed: Fixed, random: Random): Visit {
  const { kind } = cell.team;
  const trigger = draw(TRIGGERS_OF[kind], random);
  const channel = draw(CHANNELS_OF[kind], random);
  const product = draw(PRODUCTS_OF[kind], random);
  return { ...cell, fixed: { trigger, channel, product, ...fixed } };
}

function isOf(fixed: Fixed, of: RateChange['of']): boolean {
  return (
    (of.trigger === undefined || of.trigger === fixed.trigger) &&
    (of.channel === undefined || of.channel === fixed.channel) &&
    (of.product === undefined || of.product === fixed.product)
  );
}
