import { z } from 'zod';
import type { Problem } from '../errors.ts';
import { CUES, type Cue, KINDS, OBSERVATIONS } from '../taxonomy/fixed-sets.ts';

/** What a form sends: a name may come several times. */
export type FormEntries = readonly (readonly [name: string, value: string])[];

export const MOST_STEPS = 5;
export const MOST_DRAFT_CHARACTERS = 200_000;
/** The prefix of the fields that tell how a technique was handled. */
export const TECHNIQUE_FIELD = 'technique.';

const HANDOVERS = {
  both: [true, true],
  documented: [true, false],
  neither: [false, false],
} as const;
export const HANDOVER_LABELS = {
  '': 'Not known',
  both: 'Documented and briefed',
  documented: 'Documented only',
  neither: 'Neither',
} as const;

/** What a form sends, in the order in which its names came first. */
export const formEntries = z
  .record(z.string().max(100), z.union([z.string(), z.array(z.string())]))
  .transform(
    (fields): FormEntries =>
      Object.entries(fields).flatMap(([name, value]) => [value].flat().map((one) => [name, one] as const)),
  )
  .refine(
    (entries) => entries.reduce((sum, [, value]) => sum + value.length, 0) <= MOST_DRAFT_CHARACTERS,
    'This is longer than a form may be.',
  );

/**
 * What a form says of an incident, as a row that the API takes: one reader for both, so that neither takes more than
 * the other. Empty fields are not sent; without a day of closing it is open.
 */
export function toRequestRow(entries: FormEntries, source: string): Record<string, unknown> {
  const one = (name: string) => answerOf(entries, name);
  const all = (name: string) => entries.filter(([key]) => key === name).map(([, value]) => value.trim());
  const at = (day: string | undefined, time: string | undefined) => (day && time ? `${day}T${time}` : day);
  const row = {
    source,
    id: one('key'),
    kind: one('kind') ?? KINDS[0],
    occurredAt: at(one('day'), one('time')),
    closedAt: at(one('closedDay'), one('closedTime')),
    status: one('closedDay') ? 'closed' : 'open',
    customer: one('customer'),
    customerState: one('customerState'),
    cues: all('cues').filter((cue): cue is Cue => (CUES as readonly string[]).includes(cue)),
    techniques: entries.flatMap(([name, value]) =>
      name.startsWith(TECHNIQUE_FIELD) && (OBSERVATIONS as readonly string[]).includes(value)
        ? [{ technique: name.slice(TECHNIQUE_FIELD.length), observation: value }]
        : [],
    ),
    steps: toSteps(all, one('day')),
    outcome: one('outcome'),
    channel: one('channel'),
    journeyStage: one('journeyStage'),
    product: one('product'),
    trigger: one('trigger'),
    severity: toNumber(one('severity')),
    intensityBefore: toNumber(one('intensityBefore')),
    intensityAfter: toNumber(one('intensityAfter')),
    team: one('team'),
    agent: one('agent'),
    narrative: one('narrative'),
    resolution: one('resolution'),
    csat: toNumber(one('csat')),
    compensation: one('compensation') && {
      amount: toNumber(one('compensation')),
      currency: one('currency'),
    },
    followUps:
      one('promise') || one('dueOn') ? [{ promise: one('promise'), dueOn: one('dueOn') }] : undefined,
  };
  return Object.fromEntries(Object.entries(row).filter(([, value]) => value !== undefined && value !== ''));
}

/**
 * What a person has yet to answer before the form goes on record, by the names of its fields: with neither a trigger
 * nor what happened there is nothing to review. A program may send less, so this is asked of the form alone.
 */
export function findUnanswered(entries: FormEntries): Problem[] {
  const problems: Problem[] = [];
  if (!answerOf(entries, 'trigger') && !answerOf(entries, 'narrative')) {
    problems.push(
      { field: 'trigger', message: 'Choose a trigger, or say below what happened.' },
      { field: 'narrative', message: 'Say what happened, or choose a trigger above.' },
    );
  }
  if (answerOf(entries, 'closedTime') && !answerOf(entries, 'closedDay')) {
    problems.push({ field: 'closedDay', message: 'Give the day of closing, too, or leave its time empty.' });
  }
  return problems;
}

const answerOf = (entries: FormEntries, name: string): string | undefined =>
  entries.find(([key]) => key === name)?.[1].trim() || undefined;

/** Beyond the first, which is whoever took the incident: one level each, at a time of the same day where one is given. */
function toSteps(all: (name: string) => string[], day: string | undefined): Record<string, unknown>[] {
  const levels = all('stepLevel');
  const passed = levels.flatMap((level, index) => {
    if (!level) return [];
    const time = all('stepTime')[index];
    const handover = HANDOVERS[all('stepHandover')[index] as keyof typeof HANDOVERS];
    return [
      {
        level,
        reason: all('stepReason')[index] || 'unknown',
        ...(day && time ? { at: `${day}T${time}` } : {}),
        ...(handover ? { handoffDocumented: handover[0], handoffBriefed: handover[1] } : {}),
      },
    ];
  });
  const began = all('firstLevel')[0];
  return began ? [{ level: began, reason: 'unknown' }, ...passed] : passed;
}

/** What is not a number stays as it is, for the reader to say so. */
function toNumber(text: string | undefined): number | string | undefined {
  if (text === undefined) return undefined;
  const number = Number(text.replace(',', '.'));
  return Number.isFinite(number) ? number : text;
}

/** The problems of the row, by the names of the form's fields. */
export function toFormProblems(problems: readonly Problem[]): Problem[] {
  return problems.map(({ field, message }) => {
    const [first = ''] = field.split('.');
    return { field: FIELD_OF[first] ?? first, message: sentence(NAME_OF[first] ?? 'This', message) };
  });
}

const FIELD_OF: Record<string, string> = {
  id: 'key',
  occurredAt: 'day',
  closedAt: 'closedDay',
  steps: 'stepLevel',
  techniques: 'techniques',
  followUps: 'dueOn',
};
const NAME_OF: Record<string, string> = {
  occurredAt: 'The date',
  closedAt: 'The date of closing',
  customer: 'The customer',
  steps: 'A level',
  narrative: 'The narrative',
  compensation: 'The compensation',
};

const sentence = (name: string, message: string) => `${name} ${message}${/[.?!]$/.test(message) ? '' : '.'}`;
