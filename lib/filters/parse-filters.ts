import { z } from 'zod';
import { MEASURE_IDS, type MeasureId } from '../measures/measure-ids.ts';
import { readValue } from './dimension-values.ts';
import { DIMENSIONS, type DimensionId } from './dimensions.ts';
import type { Filters, Ignored, Selection, SessionSide } from './filters.ts';
import { type Comparisons, readComparisons, readPeriod } from './period-codec.ts';
import { type Reading, type SearchParams, toIgnored, toParameters } from './search-params.ts';
import { normaliseSelections } from './selections.ts';
import { writeAgent, writeSession } from './serialise-filters.ts';

/** Parameters that pages keep beside the filters: how a list is sorted and paged, which incident is open. */
const PAGE_PARAMETERS = ['sort', 'page', 'after', 'before', 'at', 'open', 'q'];

/**
 * Reads the filters out of a URL. Never throws: what cannot be read is kept in `ignored` with the reason, and the
 * rest stands.
 *
 * `params` is what Next gives a page, or the parameters of a request. `ownParameters` names further parameters that
 * the caller reads by itself. Selections are checked for their form only: `checkSelections` compares them with
 * the vocabularies of the record. `toSearchParams` is the inverse.
 */
export function parseFilters(params: SearchParams, ownParameters: readonly string[] = []): Filters {
  const { agent, session, ...filters } = parseFiltersOfPeople(params, ownParameters);
  const ignored = [
    ...(agent === undefined ? [] : [toIgnored('agent', writeAgent(agent), NOT_HERE)]),
    ...(session === undefined ? [] : [toIgnored('session', writeSession(session), NOT_HERE)]),
  ];
  return ignored.length === 0 ? filters : { ...filters, ignored: [...filters.ignored, ...ignored] };
}

const NOT_HERE = 'nothing is told of single people here';

/** The same where one person can be asked for, or those of a session: among incidents, and among skills. */
export function parseFiltersOfPeople(params: SearchParams, ownParameters: readonly string[] = []): Filters {
  const { parameters, ignored } = toParameters(params, [...PAGE_PARAMETERS, ...ownParameters]);
  const selections: Selection[] = [];
  const single = new Map<string, string>();

  for (const { name, value } of parameters) {
    const selected = selectable.get(name);
    if (selected) {
      selections.push({ ...selected, values: readValues(name, value, selected.dimension, ignored) });
    } else if (!SINGLE_PARAMETERS.includes(name)) {
      ignored.push(toIgnored(name, value, 'there is no filter of this name'));
    } else if (single.has(name) && single.get(name) !== value) {
      ignored.push(toIgnored(name, value, 'it is given twice, and the first one counts'));
    } else {
      single.set(name, value);
    }
  }

  const read = <T>(name: string, reader: (text: string) => Reading<T>, otherwise: T): T => {
    const value = single.get(name);
    if (value === undefined) return otherwise;
    const reading = reader(value);
    if ('read' in reading) return reading.read;
    ignored.push(toIgnored(name, value, reading.reason));
    return otherwise;
  };

  const agent = read<number | undefined>('agent', readAgent, undefined);
  const session = read<SessionSide | undefined>('session', readSession, undefined);
  return {
    period: read('period', readPeriod, { kind: 'default' }),
    ...read<Comparisons>('compare', readComparisons, { comparison: { kind: 'previous' }, also: null }),
    selections: normaliseSelections(selections),
    measure: read<MeasureId | null>('measure', readMeasure, null),
    ...(agent === undefined ? {} : { agent }),
    ...(session === undefined ? {} : { session }),
    ignored,
  };
}

const SINGLE_PARAMETERS = ['period', 'compare', 'measure', 'agent', 'session'];

const selectable = new Map<string, { dimension: DimensionId; exclude: boolean }>(
  DIMENSIONS.flatMap(({ id }) => [
    [id, { dimension: id, exclude: false }],
    [`${id}.not`, { dimension: id, exclude: true }],
  ]),
);

function readValues(parameter: string, text: string, dimension: DimensionId, ignored: Ignored[]): string[] {
  const pieces = text.split(',').map((piece) => piece.trim());
  return pieces.filter(Boolean).flatMap((piece) => {
    const reading = readValue(dimension, piece);
    if ('read' in reading) return [reading.read];
    ignored.push(toIgnored(parameter, piece, reading.reason));
    return [];
  });
}

function readMeasure(text: string): Reading<MeasureId> {
  const measure = z.enum(MEASURE_IDS).safeParse(text);
  return measure.success ? { read: measure.data } : { reason: 'there is no measure of this name' };
}

function readAgent(text: string): Reading<number> {
  if (text === 'unknown') return { read: 0 };
  const agent = rowNumber.safeParse(text);
  return agent.success ? { read: agent.data } : { reason: 'an agent is a number, or unknown' };
}

const rowNumber = z
  .string()
  .regex(/^[1-9]\d{0,9}$/)
  .transform(Number)
  .pipe(z.int32());

function readSession(text: string): Reading<SessionSide> {
  const [number = '', side = 'trained', ...more] = text.split('~');
  const session = rowNumber.safeParse(number);
  const isKnown = (side === 'trained' && !text.includes('~')) || (side === 'others' && more.length === 0);
  return session.success && isKnown
    ? { read: { session: session.data, side: side === 'others' ? 'others' : 'trained' } }
    : { reason: 'a session is a number, with ~others for everybody else' };
}
