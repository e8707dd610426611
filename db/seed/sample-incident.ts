import type { IncidentDraft } from '@/lib/intake/incident-draft.ts';
import { type Blanks, drawBlanks } from './blank-out.ts';
import type { Calendar } from './calendar.ts';
import { addMinutes, drawMinute, toMoment } from './clock.ts';
import { drawCourse } from './course.ts';
import { drawEnding, type Ending } from './ending.ts';
import { drawMood } from './mood.ts';
import { CHANNELS_OF, PRODUCTS_OF } from './organisation.ts';
import { drawPromises } from './promises.ts';
import type { Random } from './random.ts';
import { drawHandled } from './skills.ts';
import { toSteps } from './steps.ts';
import type { Odds, Visit } from './story.ts';
import { NATURE_OF, TRIGGERS_OF } from './triggers.ts';
import { draw } from './weights.ts';
import { tellStory } from './words/narrative.ts';

export const SAMPLE_SOURCE = { id: 'sample', label: 'Sample data' } as const;

export interface Setting {
  calendar: Calendar;
  timeZone: string;
  currency: string;
  /** The instant that the sample is dated by: what comes later has not happened yet. */
  asOf: number;
  random: Random;
  words: Random;
  /** Which conversations go through all of LEAP. */
  whole: Random;
}

/** Makes one incident whole: what happened, what of it has happened yet and what of it was written down. */
export function makeIncident(
  visit: Visit,
  odds: Odds,
  customer: string,
  number: number,
  setting: Setting,
): IncidentDraft {
  const { random, whole, calendar, timeZone, asOf } = setting;
  const { team, fixed, day } = visit;
  const channel = fixed.channel ?? draw(CHANNELS_OF[team.kind], random);
  const trigger = fixed.trigger ?? draw(TRIGGERS_OF[team.kind], random);
  const product = fixed.product ?? draw(PRODUCTS_OF[team.kind], random);
  const agent = fixed.agent ?? random.pick(team.agents);
  const mood = drawMood(trigger, channel, random);
  const handled = drawHandled({ team: team.name, agent }, odds, { random, whole });
  const course = drawCourse({ trigger, channel, mood, odds }, random);
  const outcome = fixed.outcome;
  const blanks: Partial<Blanks> = outcome === undefined ? drawBlanks(odds, random) : {};
  const occurred = toMoment(calendar.midnight(day), drawMinute(channel, random), timeZone);
  const closedAt = addMinutes(occurred.at, course.closedAfter);
  const isOpen = closedAt >= asOf || (outcome === undefined && random.chance(0.015));
  const ended = drawEnding({ trigger, mood, course, handled, outcome }, random);
  const ending = isOpen ? stillOpen(ended) : ended;
  const stage = draw(NATURE_OF[trigger].stage, random);
  const reportedAt = addMinutes(occurred.at, 5 + Math.floor(-Math.log(1 - random.next()) * 240));
  const saidOutcome = blanks.outcome ? 'unknown' : ending.outcome;
  const told = { trigger, product, currency: setting.currency, state: mood.state, outcome: saidOutcome };
  const cues = blanks.behaviour ? [] : random.chance(0.14) ? [] : [...mood.cues];
  const techniques = blanks.actions ? [] : handled;
  const promises = drawPromises({ closedAt, isOpen, ending, asOf }, random);
  const narrative = tellStory(
    { ...told, cues, techniques: techniques.map((one) => one.technique) },
    setting.words,
  );
  return {
    source: SAMPLE_SOURCE,
    externalId: `S-${String(number).padStart(7, '0')}`,
    kind: random.chance(COMPLAINTS_OF[channel] ?? 0.3) ? 'complaint' : 'incident',
    occurred: blanks.time
      ? { at: calendar.midnight(day), precision: 'day', clock: 'none', basis: 'occurred' }
      : { ...occurred, basis: 'occurred' },
    reported: reportedAt < asOf && random.chance(0.82) ? minute(reportedAt) : null,
    closed: isOpen ? null : minute(closedAt),
    status: isOpen ? 'open' : 'closed',
    channel: blanks.channel ? 'unknown' : channel,
    journeyStage: blanks.stage ? 'unknown' : stage,
    product: blanks.product ? null : product,
    site: blanks.team ? null : team.site,
    team: blanks.team ? null : team.name,
    agent: blanks.team || blanks.agent ? null : agent,
    customer: blanks.customer && fixed.customer === undefined ? null : customer,
    trigger: blanks.trigger ? 'unclassified' : trigger,
    customerState: blanks.behaviour ? 'unknown' : mood.state,
    cues,
    severity: blanks.severity ? null : mood.severity,
    intensityBefore: blanks.before ? null : mood.intensityBefore,
    intensityAfter: blanks.after || isOpen ? null : ending.intensityAfter,
    techniques,
    steps: blanks.path
      ? []
      : toSteps(course, { occurredAt: occurred.at, team: team.name, agent, asOf }, random),
    outcome: saidOutcome,
    compensation: compensationOf(ending, blanks, setting.currency),
    csat: ending.csat,
    repeatClaimed: random.chance(0.3) ? trigger === 'recurring_complaint' : null,
    reassignmentsClaimed: null,
    followUps: promises,
    topic: random.chance(0.55) ? `${product}: ${TOPICS[stage] ?? 'general'}` : null,
    narrative,
    resolution: null,
  };
}

const COMPLAINTS_OF: Record<string, number> = {
  phone: 0.16,
  email: 0.62,
  chat: 0.2,
  social: 0.7,
  in_person: 0.1,
};

const TOPICS: Record<string, string> = {
  billing: 'bill and payments',
  use: 'in daily use',
  support: 'help and repairs',
  onboarding: 'first weeks',
  purchase: 'order and delivery',
  renewal: 'contract renewal',
  exit: 'cancellation',
  enquiry: 'questions before buying',
};

const minute = (at: number) => ({ at, precision: 'minute', clock: 'none' }) as const;

function stillOpen(ending: Ending): Ending {
  return { ...ending, outcome: 'follow_up_pending', compensation: null, csat: null };
}

function compensationOf({ compensation, outcome }: Ending, blanks: Partial<Blanks>, currency: string) {
  if (compensation === null || blanks.outcome || outcome !== 'resolved_with_compensation') return null;
  return { minor: compensation, currency };
}
