import { windowWords } from './day-words.ts';
import { unknownValueOf } from './dimension-values.ts';
import { DIMENSIONS, type DimensionId } from './dimensions.ts';
import { without, withoutAgent, withoutMeasure, withoutSession } from './edit-filters.ts';
import type { Filters, Period, Selection, SessionSide } from './filters.ts';
import { windowOf } from './local-dates.ts';
import { periodLabel } from './period-words.ts';
import type { Windows } from './periods.ts';

/** The label of a value of a dimension, or of a measure, by its id. */
export type Labels = (subject: DimensionId | 'measure', id: string) => string;

/** One part of the filters as a pill: "Channel is phone, chat". */
export interface Chip {
  key: string;
  dimension: DimensionId | 'measure' | 'agent' | 'session';
  label: string;
  verb: 'is' | 'is not';
  valueText: string;
  /** The filters without this part. */
  withoutIt: Filters;
}

/**
 * The filters as a sentence: "Incidents where the trigger is billing error or delay, and the channel is not phone,
 * 1 Jan to 24 Aug 2023". With `windows` the period is in dates also where a relative one was asked for.
 */
export function describeFilters(filters: Filters, labels: Labels, windows?: Windows): string {
  const clauses = filters.selections.map((selection) => {
    const { verb, label } = headOf(selection);
    return `the ${label.toLowerCase()} ${verb} ${inSeries(valueTexts(selection, labels), 'or')}`;
  });
  const measure = filters.measure && lowerFirst(labels('measure', filters.measure));
  const { agent, session } = filters;
  const subject = [
    clauses.length > 0 || measure || agent !== undefined || session ? 'Incidents' : 'All incidents',
    ...(agent === undefined ? [] : [`of ${agentWords(agent)}`]),
    ...(session ? [`of ${sessionWords(session)}`] : []),
    ...(measure ? [`counted in ${measure}`] : []),
    ...(clauses.length > 0 ? [`where ${inClauses(clauses)}`] : []),
  ].join(' ');
  const period = windows ? windowWords(windows.current) : describePeriod(filters.period);
  return `${subject}, ${period}`;
}

/** The filters as pills, in their order; the measure that restricts to its denominator and the one person come last. */
export function chips(filters: Filters, labels: Labels): Chip[] {
  const selected = filters.selections.map((selection): Chip => {
    const { dimension, exclude } = selection;
    return {
      key: exclude ? `${dimension}.not` : dimension,
      dimension,
      ...headOf(selection),
      valueText: valueTexts(selection, labels).join(', '),
      withoutIt: without(filters, dimension, exclude),
    };
  });
  const { measure, agent, session } = filters;
  if (measure) {
    const valueText = lowerFirst(labels('measure', measure));
    selected.push(single('measure', 'Measure', valueText, withoutMeasure(filters)));
  }
  if (agent !== undefined)
    selected.push(single('agent', 'Handled by', agentWords(agent), withoutAgent(filters)));
  if (session) selected.push(single('session', 'Handled by', sessionWords(session), withoutSession(filters)));
  return selected;
}

function single(
  key: 'measure' | 'agent' | 'session',
  label: string,
  valueText: string,
  withoutIt: Filters,
): Chip {
  return { key, dimension: key, label, verb: 'is', valueText, withoutIt };
}

/** People go by their numbers: names stand where somebody asks for them. */
export function agentWords(agent: number): string {
  return agent === 0 ? 'nobody known' : `agent ${agent}`;
}

/** The side of a training session: "people trained in session 12". */
export function sessionWords({ session, side }: SessionSide): string {
  return side === 'trained'
    ? `people trained in session ${session}`
    : `people not trained in session ${session}`;
}

function headOf({ dimension, exclude }: Selection): { label: string; verb: 'is' | 'is not' } {
  const label = DIMENSIONS.find(({ id }) => id === dimension)?.label ?? dimension;
  return { label, verb: exclude ? 'is not' : 'is' };
}

// Names of teams, sites, products, sources and files are written as their owners write them.
const COMMON_NOUNS: readonly DimensionId[] = [
  'trigger',
  'outcome',
  'level',
  'path',
  'channel',
  'stage',
  'state',
  'cause',
  'technique',
  'kind',
  'band',
];

function valueTexts({ dimension, values }: Selection, labels: Labels): string[] {
  return values.map((value) => {
    if (value === unknownValueOf(dimension)) return dimension === 'technique' ? 'none recorded' : value;
    const label = labels(dimension, value);
    return labelInSentence(dimension, label);
  });
}

/** The label of a value within a sentence: "billing error", but "Easton Support", since teams have names. */
export function labelInSentence(dimension: DimensionId, label: string): string {
  if (!COMMON_NOUNS.includes(dimension)) return label;
  return label.split(' › ').map(lowerFirst).join(' › ');
}

/** "Billing error" within a sentence; "SMS" stays as it is. */
function lowerFirst(label: string): string {
  return /^\p{Lu}(?!\p{Lu})/u.test(label) ? label.charAt(0).toLowerCase() + label.slice(1) : label;
}

function describePeriod(period: Period): string {
  return period.kind === 'custom' ? windowWords(windowOf(period)) : lowerFirst(periodLabel(period));
}

function inSeries(words: readonly string[], conjunction: string): string {
  if (words.length < 2) return words.join('');
  return `${words.slice(0, -1).join(', ')} ${conjunction} ${words.at(-1)}`;
}

function inClauses(clauses: readonly string[]): string {
  return clauses
    .map((clause, index) => (index > 0 && index === clauses.length - 1 ? `and ${clause}` : clause))
    .join(', ');
}
