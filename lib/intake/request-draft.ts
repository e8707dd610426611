import type { Problem } from '../errors.ts';
import { localDateAt } from '../filters/local-dates.ts';
import { currencyDigits } from '../measures/money.ts';
import { toDateForm } from './date-forms.ts';
import type { DraftInput } from './incident-draft.ts';
import { type IncidentDraft, incidentDraft, type SourceRow } from './incident-draft.ts';
import type { IncidentRequest } from './incident-request.ts';
import { type Moment, readMoment, type TimeReading } from './moments.ts';

/** What a request is read against: the workspace's zone, its vocabularies and the present. */
export interface RequestTerms {
  timeZone: string;
  /** Milliseconds since 1970: what occurs later cannot be reported yet. */
  now: number;
  /** The ids that there are, retired ones included. */
  ids: Readonly<Record<'trigger' | 'channel' | 'journeyStage' | 'technique' | 'level', ReadonlySet<string>>>;
}

const FORMS = [
  'YYYY-MM-DDTHH:mm:ssZ',
  'YYYY-MM-DDTHH:mmZ',
  'YYYY-MM-DDTHH:mm:ss',
  'YYYY-MM-DDTHH:mm',
  'YYYY-MM-DD',
  'YYYY-MM',
].map((text) => ({ text, form: toDateForm(text) }));

/** Clocks of two machines differ, and in the east a day begins fourteen hours before it does in UTC. */
const MINUTES_AHEAD = 5;
const HOURS_AHEAD = 14;

/** The draft that a request amounts to, or everything that is wrong with it, by the names of the request. */
export function toRequestDraft(request: IncidentRequest, terms: RequestTerms): IncidentDraft | Problem[] {
  const { source, id, occurredAt, reportedAt, closedAt, steps, compensation, ...same } = request;
  const problems: Problem[] = [];
  const take = (field: string, text: string | null) => {
    const read = text === null ? null : readTime(text, terms);
    if (typeof read !== 'string') return read;
    problems.push({ field, message: read });
    return null;
  };
  const occurred = take('occurredAt', occurredAt);
  const input = {
    ...same,
    source: { id: source, label: source },
    externalId: id,
    occurred: { ...(occurred ?? NO_TIME), basis: 'occurred' as const },
    reported: take('reportedAt', reportedAt),
    closed: take('closedAt', closedAt),
    status: request.status === 'unknown' && closedAt !== null ? 'closed' : request.status,
    steps: steps.map(({ at, customerToldAt, ...step }, index) => ({
      ...step,
      moment: take(`steps.${index}.at`, at),
      customerToldAt: take(`steps.${index}.customerToldAt`, customerToldAt)?.at ?? null,
    })),
    compensation: null,
  } satisfies DraftInput;
  problems.push(...unknownTerms(request, terms));
  const money = toMinor(compensation);
  if (typeof money === 'string') problems.push({ field: 'compensation.amount', message: money });
  if (problems.length > 0 || typeof money === 'string') return problems;
  const parsed = incidentDraft.safeParse({ ...input, compensation: money });
  if (parsed.success) return parsed.data;
  return parsed.error.issues.map(({ path, message }) => ({ field: path.join('.'), message }));
}

/** The request as the row that it came from, so that it can be shown and found unchanged like a row of a file. */
export function toSourceRow(row: unknown): SourceRow {
  const pairs = typeof row === 'object' && row !== null ? Object.entries(row) : [];
  const fields = pairs.map(([name, value]) => [
    name,
    typeof value === 'string' ? value : JSON.stringify(value),
  ]);
  return { line: 1, fields: Object.fromEntries(fields) };
}

const NO_TIME: Moment = { at: 0, precision: 'day', clock: 'none' };

function readTime(text: string, { timeZone, now }: RequestTerms): Moment | string {
  const reading: TimeReading = { forms: FORMS, timeZone, precision: null };
  const read = readMoment(text, reading);
  if (typeof read === 'string') return read;
  const latest = now + (read.precision === 'minute' ? MINUTES_AHEAD * 60_000 : HOURS_AHEAD * 3_600_000);
  if (read.at <= latest) return read;
  const isToday =
    read.precision === 'minute' && localDateAt(read.at, timeZone) === localDateAt(now, timeZone);
  return isToday ? 'is of today, but names a time that has not come yet' : 'lies in the future';
}

function unknownTerms(request: IncidentRequest, { ids }: RequestTerms): Problem[] {
  const said: [string, keyof typeof ids, string][] = [
    ['trigger', 'trigger', request.trigger],
    ['channel', 'channel', request.channel],
    ['journeyStage', 'journeyStage', request.journeyStage],
    ...request.techniques.map(({ technique }, index): [string, 'technique', string] => [
      `techniques.${index}.technique`,
      'technique',
      technique,
    ]),
    ...request.steps.map(({ level }, index): [string, 'level', string] => [
      `steps.${index}.level`,
      'level',
      level,
    ]),
  ];
  return said
    .filter(([, set, id]) => !ids[set].has(id))
    .map(([field, set, id]) => ({
      field,
      message: `"${id}" is not in the vocabulary; it has ${[...ids[set]].sort().join(', ')}`,
    }));
}

function toMinor(compensation: IncidentRequest['compensation']): IncidentDraft['compensation'] | string {
  if (compensation === null) return null;
  const { amount, currency } = compensation;
  const digits = currencyDigits(currency);
  const minor = Math.round(amount * 10 ** digits);
  if (Math.abs(amount * 10 ** digits - minor) > 1e-6)
    return `has more than ${digits} decimals, which ${currency} has`;
  return { minor, currency };
}
