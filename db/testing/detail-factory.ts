import type { Records } from '@/db/facts/snapshot.ts';
import { escalationStep, followUp, review, techniqueObservation } from '@/db/schema/incident-details.ts';
import { agent, contactVolume, customer, team } from '@/db/schema/organisation.ts';
import { channel, level, rootCause, technique } from '@/db/schema/taxonomies.ts';
import {
  FOLLOW_UP_REASONS,
  type FollowUpReason,
  OBSERVATIONS,
  type Observation,
  toCode,
} from '@/lib/taxonomy/fixed-sets.ts';

/** What a test says of a step; everything else is not known. */
export interface MadeStep {
  level?: string;
  minutes?: number;
  documented?: boolean;
  briefed?: boolean;
}

/** What a test says of a promise: dates. */
export interface MadeFollowUp {
  due?: string;
  done?: string;
  reason?: FollowUpReason;
}

export interface MadeVolume {
  day: string;
  team: number;
  channel: string;
  contacts: number;
}

interface MadeDetails {
  incidentId: string;
  steps?: readonly MadeStep[];
  followUps?: readonly MadeFollowUp[];
  cause?: string;
  techniques?: Readonly<Record<string, Observation>>;
  rated?: Readonly<Record<string, Observation>>;
}

/** Writes the steps, promises and reviews of incidents that are in the record. */
export async function makeDetails(records: Records, of: readonly MadeDetails[]): Promise<void> {
  await makeReviews(records, of);
  await makeObservations(records, of);
  const levels = await records.select({ id: level.id, code: level.code }).from(level);
  const codeOf = (id: string | undefined) => levels.find((each) => each.id === id)?.code ?? 0;
  const steps = of.flatMap(({ incidentId, steps: made = [] }) =>
    made.map((step, index) => ({
      incidentId,
      seq: index + 1,
      level: codeOf(step.level),
      nextLevel: index + 1 < made.length ? codeOf(made[index + 1]?.level) : null,
      waitMinutes: step.minutes ?? null,
      handoffDocumented: step.documented ?? null,
      handoffBriefed: step.briefed ?? null,
    })),
  );
  const promises = of.flatMap(({ incidentId, followUps = [] }) =>
    followUps.map(({ due, done, reason }, index) => ({
      incidentId,
      seq: index + 1,
      dueOn: due ?? null,
      doneOn: done ?? null,
      reason: toCode(FOLLOW_UP_REASONS, reason ?? 'unknown'),
    })),
  );
  for (let from = 0; from < steps.length; from += 1000)
    await records.insert(escalationStep).values(steps.slice(from, from + 1000));
  for (let from = 0; from < promises.length; from += 1000)
    await records.insert(followUp).values(promises.slice(from, from + 1000));
}

async function makeObservations(records: Records, of: readonly MadeDetails[]): Promise<void> {
  const techniques = await records.select({ id: technique.id, code: technique.code }).from(technique);
  const rows = of.flatMap(({ incidentId, techniques: own = {}, rated = {} }) =>
    [own, rated].flatMap((by, observer) =>
      Object.entries(by).map(([id, observation], place) => {
        const code = techniques.find((each) => each.id === id)?.code;
        if (code === undefined) throw new Error(`the test names the technique ${id}, which there is not`);
        const handled = toCode(OBSERVATIONS, observation);
        return { incidentId, technique: code, observer, observation: handled, seq: place + 1 };
      }),
    ),
  );
  for (let from = 0; from < rows.length; from += 1000)
    await records.insert(techniqueObservation).values(rows.slice(from, from + 1000));
}

async function makeReviews(records: Records, of: readonly MadeDetails[]): Promise<void> {
  const causes = await records.select({ id: rootCause.id, code: rootCause.code }).from(rootCause);
  const reviews = of.flatMap(({ incidentId, cause }) => {
    if (cause === undefined) return [];
    const code = causes.find(({ id }) => id === cause)?.code;
    if (code === undefined) throw new Error(`the test names the root cause ${cause}, which there is not`);
    const at = new Date(0);
    return [{ incidentId, seq: 1, reviewer: 'test', rootCause: code, startedAt: at, finishedAt: at }];
  });
  if (reviews.length > 0) await records.insert(review).values(reviews);
}

/** Makes teams, each with some people; who they are, in the order given. */
export async function makePeople(records: Records, teams: Record<string, readonly string[]>) {
  const made = new Map<string, { team: number; agent: number }>();
  for (const [name, references] of Object.entries(teams)) {
    const [row] = await records.insert(team).values({ name }).returning();
    if (!row) throw new Error(`the record kept no team ${name}`);
    for (const reference of references) {
      const [one] = await records.insert(agent).values({ reference, teamId: row.teamId }).returning();
      if (!one) throw new Error(`the record kept no agent ${reference}`);
      made.set(reference, { team: row.teamId, agent: one.agentId });
    }
  }
  return made;
}

/** Makes so many customers; their ids. */
export async function makeCustomers(records: Records, count: number): Promise<number[]> {
  const made = Array.from({ length: count }, (_, index) => ({ pseudonym: `customer-${index + 1}` }));
  const rows = await records.insert(customer).values(made).returning();
  return rows.map(({ customerId }) => customerId);
}

/** Writes contacts per day, team and channel. */
export async function makeVolumes(records: Records, made: readonly MadeVolume[]): Promise<void> {
  const channels = await records.select({ id: channel.id, code: channel.code }).from(channel);
  const rows = made.map(({ day, team, channel: id, contacts }) => ({
    day,
    teamId: team,
    channel: channels.find((each) => each.id === id)?.code ?? 0,
    contacts,
  }));
  for (let from = 0; from < rows.length; from += 1000)
    await records.insert(contactVolume).values(rows.slice(from, from + 1000));
}
