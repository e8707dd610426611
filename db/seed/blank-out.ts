import type { Random } from './random.ts';
import type { Odds } from './story.ts';

/** Which things nobody wrote down. */
export interface Blanks {
  time: boolean;
  customer: boolean;
  behaviour: boolean;
  actions: boolean;
  outcome: boolean;
  trigger: boolean;
  channel: boolean;
  product: boolean;
  stage: boolean;
  team: boolean;
  agent: boolean;
  severity: boolean;
  before: boolean;
  after: boolean;
  path: boolean;
}

/** The five things that the procedure asks for beside the date by the odds of the place, the rest in usual shares. */
export function drawBlanks(odds: Odds, random: Random): Blanks {
  const forgotten = () => random.chance(odds.forgotten);
  return {
    time: forgotten(),
    customer: forgotten(),
    behaviour: forgotten(),
    actions: forgotten(),
    outcome: random.chance(odds.forgotten / 2),
    trigger: random.chance(0.034),
    channel: random.chance(0.012),
    product: random.chance(0.06),
    stage: random.chance(0.09),
    team: random.chance(0.008),
    agent: random.chance(0.03),
    severity: random.chance(0.06),
    before: random.chance(0.1),
    after: random.chance(0.12),
    path: random.chance(0.035),
  };
}
