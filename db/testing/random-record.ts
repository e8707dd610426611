import { CUSTOMER_STATES, OBSERVATIONS, type Observation, OUTCOMES } from '@/lib/taxonomy/fixed-sets.ts';
import type { MadeIncident } from './incident-factory.ts';
import { type Person, randomDetails } from './random-details.ts';

const TRIGGERS = [
  'billing_error',
  'service_delay',
  'technical_issue',
  'unmet_expectation',
  'product_failure',
  undefined,
];
const CHANNELS = ['phone', 'email', 'chat', 'web', undefined];
const STAGES = ['billing', 'support', 'use', undefined];
const CAUSES = [undefined, 'missed_step', 'defect'];
const PATHS = [
  undefined,
  ['frontline'],
  ['frontline'],
  ['frontline', 'supervisor'],
  ['frontline', 'technical', 'frontline'],
  ['technical', 'engineering'],
];

/** What the filters of a random test may choose from: it all occurs, in unequal shares. */
export const RANDOM_VALUES = {
  trigger: ['billing_error', 'service_delay', 'technical_issue', 'unmet_expectation', 'unclassified'],
  outcome: [...OUTCOMES],
  level: ['frontline', 'supervisor', 'technical', 'engineering', 'unknown'],
  path: ['frontline', 'frontline~supervisor', 'technical~engineering', 'unknown'],
  channel: ['phone', 'email', 'chat', 'web', 'unknown'],
  weekday: ['1', '2', '3', '4', '5', '6', '7'],
  hour: ['9', '10', '11', '14', 'unknown'],
  stage: ['billing', 'support', 'use', 'unknown'],
  state: [...CUSTOMER_STATES],
  cause: ['missed_step', 'defect', 'unknown'],
  technique: ['paraphrasing', 'calm_tone~effective', 'open_questions~missed', 'leap~part', 'unknown'],
  band: ['06-09', '09-12', '15-18', 'unknown'],
} as const;

/** Incidents spread over 26 weeks from 1 January 2024 by a generator of its own: the same for the same seed. */
export function randomIncidents(count: number, seed: number, people: readonly Person[] = []): MadeIncident[] {
  const random = mulberry32(seed);
  const [other, third] = [mulberry32(seed + 1), mulberry32(seed + 2)];
  const pick = <T>(values: readonly T[]): T => {
    // Squared, so that the first values are common and the last are rare.
    const value = values[Math.floor(random() ** 2 * values.length)];
    if (value === undefined && !values.includes(value as T)) throw new Error('nothing to pick from');
    return value as T;
  };
  return Array.from({ length: count }, () => {
    const day = new Date(Date.UTC(2024, 0, 1 + Math.floor(random() * 182))).toISOString().slice(0, 10);
    const hour = String(8 + Math.floor(random() * 10)).padStart(2, '0');
    const [trigger, channel, path] = [pick(TRIGGERS), pick(CHANNELS), pick(PATHS)];
    const [stage, cause] = [pick(STAGES), pick(CAUSES)];
    return {
      at: random() < 0.2 ? day : `${day}T${hour}:15`,
      outcome: pick(OUTCOMES),
      state: pick(CUSTOMER_STATES),
      ...(stage ? { stage } : {}),
      ...(cause ? { cause } : {}),
      ...(trigger ? { trigger } : {}),
      ...(channel ? { channel } : {}),
      ...(path ? { path } : {}),
      ...(random() < 0.6 ? { minutesToClose: Math.floor(random() * 5000) } : {}),
      ...(random() < 0.5
        ? { intensity: [1 + Math.floor(random() * 5), 1 + Math.floor(random() * 5)] as [number, number] }
        : {}),
      ...randomDetails(other, people, day),
      techniques: randomSkills(third),
      ...(third() < 0.3 ? { rated: randomSkills(third) } : {}),
    };
  });
}

const TECHNIQUES = ['paraphrasing', 'calm_tone', 'patience', 'open_questions', 'offering_options'];

function randomSkills(random: () => number): Record<string, Observation> {
  const observed = TECHNIQUES.filter(() => random() < 0.4).map((id) => [
    id,
    OBSERVATIONS[Math.floor(random() * 3)] ?? 'missed',
  ]);
  return Object.fromEntries(observed);
}

/** A small generator of even numbers in [0, 1), the same on every machine. */
export function mulberry32(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}
