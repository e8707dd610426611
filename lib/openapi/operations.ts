import { z } from 'zod';
import type { KeyScope } from '../access.ts';
import { incidentRequest, MOST_INCIDENTS_A_REQUEST } from '../intake/incident-request.ts';
import { MOST_ROWS_A_REQUEST, volumeRow } from '../intake/volume-request.ts';

/** What a program may ask of Lookback: one method of one path, in the words of its document. */
export interface Operation {
  method: 'get' | 'post';
  path: string;
  id: string;
  summary: string;
  /** What a key must have been made for; null where any key will do. */
  scope: KeyScope | null;
  query?: readonly { name: string; description: string; example: string }[];
  body?: z.ZodType;
  answer: z.ZodType;
}

const problem = z.strictObject({
  field: z.string().meta({ description: 'Where it is wrong, as `steps.0.level`; empty for the whole row.' }),
  message: z.string(),
});

/** What is wrong, in words. */
export const failureAnswer = z.strictObject({
  error: z.strictObject({
    code: z.string(),
    message: z.string(),
    problems: z.array(problem).optional(),
    id: z.string().optional().meta({ description: 'Of the line in the log, for a fault of the program.' }),
  }),
});

const count = z.int().min(0);
const counts = { created: count, updated: count, unchanged: count, rejected: count };
const rejected = z.strictObject({ outcome: z.literal('rejected'), problems: z.array(problem) });
const outcome = z.enum(['created', 'updated', 'unchanged']);

export const incidentsAnswer = z.strictObject({
  ...counts,
  rows: z.array(
    z.union([
      z.strictObject({
        outcome,
        incident: z.strictObject({ id: z.uuid(), number: z.int().min(1) }),
        kept: z.array(z.string()).meta({ description: 'Fields that a person has set, and that stayed.' }),
      }),
      rejected,
    ]),
  ),
});

export const volumesAnswer = z.strictObject({
  ...counts,
  rows: z.array(z.union([z.strictObject({ outcome }), rejected])),
});

const days = z.strictObject({ firstDay: z.iso.date(), lastDay: z.iso.date() });

/** What is the same in the answer of every report; its panels are told by themselves. */
export const patternsAnswer = z.strictObject({
  workspace: z.string(),
  timeZone: z.string(),
  taxonomyVersion: z.int().min(1),
  asOf: z.iso.datetime(),
  version: z.int().nullable(),
  filters: z.looseObject({ sentence: z.string(), query: z.string() }),
  period: z.looseObject({ words: z.string() }),
  comparison: z.looseObject({}).nullable(),
  coverage: days.nullable(),
  incidents: z.strictObject({
    shown: count,
    all: count,
    unclassified: count,
    withoutPath: count,
    setAside: count,
  }),
  panels: z.record(z.string(), z.looseObject({ headline: z.string() })),
});

export const overviewAnswer = patternsAnswer.extend({
  measures: z.array(z.looseObject({ measure: z.string(), label: z.string(), value: z.string().nullable() })),
});

const FILTERS = [
  {
    name: 'period',
    description: 'A period as the address of a page has it.',
    example: 'last-12-weeks',
  },
  { name: 'compare', description: 'What it is compared with.', example: 'previous' },
  {
    name: 'trigger',
    description: 'Ids of triggers; so with every other filter that a page has in its address.',
    example: 'billing_error',
  },
];

const PATTERN_CHOICES = [
  {
    name: 'by',
    description: 'What incidents are ranked by: trigger, product, stage or cause.',
    example: 'cause',
  },
  {
    name: 'weigh',
    description: 'What each counts as: count, minutes, compensation or severity.',
    example: 'minutes',
  },
  { name: 'words', description: 'The trigger whose narratives are set apart.', example: 'billing_error' },
  { name: 'ledger', description: 'Follow-ups by team or by reason.', example: 'reason' },
  { name: 'patterns', description: '`all` for every pattern, not the first dozen.', example: 'all' },
  {
    name: 'within',
    description: 'Days within which a customer who comes back repeats: 30, 60 or 90.',
    example: '60',
  },
];

const SKILL_CHOICES = [
  { name: 'group', description: 'Techniques by section or by leap.', example: 'leap' },
  { name: 'skill', description: 'The technique whose layers are told.', example: 'paraphrasing' },
  { name: 'chart', description: 'The measure that is compared.', example: 'resolution_rate' },
  { name: 'by', description: 'Compared are team or site.', example: 'site' },
];

export const OPERATIONS: readonly Operation[] = [
  {
    method: 'post',
    path: '/api/v1/incidents',
    id: 'recordIncidents',
    summary: `Record one incident, or up to ${MOST_INCIDENTS_A_REQUEST.toLocaleString('en')}. The same again changes nothing.`,
    scope: 'import',
    body: z.union([
      incidentRequest,
      z.strictObject({ incidents: z.array(incidentRequest).min(1).max(MOST_INCIDENTS_A_REQUEST) }),
    ]),
    answer: incidentsAnswer,
  },
  {
    method: 'post',
    path: '/api/v1/contact-volumes',
    id: 'recordContactVolumes',
    summary: `Record up to ${MOST_ROWS_A_REQUEST.toLocaleString('en')} contact volumes by day, team and channel. The same again changes nothing.`,
    scope: 'import',
    body: z.strictObject({ rows: z.array(volumeRow).min(1).max(MOST_ROWS_A_REQUEST) }),
    answer: volumesAnswer,
  },
  {
    method: 'get',
    path: '/api/v1/reports/overview',
    id: 'overviewReport',
    summary: 'The overview with all its figures, for the filters of the address.',
    scope: 'read_reports',
    query: FILTERS,
    answer: overviewAnswer,
  },
  {
    method: 'get',
    path: '/api/v1/reports/patterns',
    id: 'patternsReport',
    summary: 'What recurs, with its evidence: patterns, Pareto, words of narratives, returns and follow-ups.',
    scope: 'read_reports',
    query: [...FILTERS, ...PATTERN_CHOICES],
    answer: patternsAnswer,
  },
  {
    method: 'get',
    path: '/api/v1/reports/skills',
    id: 'skillsReport',
    summary:
      'Skill gaps by team, what works, teams compared and what their people bear. No small group is told.',
    scope: 'read_reports',
    query: [...FILTERS, ...SKILL_CHOICES],
    answer: patternsAnswer,
  },
  {
    method: 'get',
    path: '/api/v1/openapi.json',
    id: 'openapi',
    summary: 'This document.',
    scope: null,
    answer: z.looseObject({ openapi: z.literal('3.1.0') }),
  },
];
