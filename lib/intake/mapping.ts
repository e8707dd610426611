import { z } from 'zod';
import { BASES, KINDS, PRECISIONS } from '../taxonomy/fixed-sets.ts';

const id = z.string().regex(/^[a-z0-9_-]{1,64}$/);
/** The name by which the mapping itself speaks of a column; the names in files are under `columns`. */
const column = z.string().min(1);
const text = z.string().min(1);

/** Reads one column's words as ids of a vocabulary; case and spaces do not count. */
const valueRule = z.strictObject({ column, values: z.record(text, id) });

/** The first rule that knows the row's word decides; several columns may so decide together. */
const term = z.strictObject({
  from: z.array(valueRule).default([]),
  otherwise: id.optional(),
});

/** The first of these columns that says something; words in `skip` say nothing. */
const words = z.strictObject({
  columns: z.array(column).min(1),
  skip: z.array(text).default([]),
  join: z.string().optional(),
});

const number = z.strictObject({ column });
const flag = z.strictObject({ column, yes: z.array(text), no: z.array(text) });

/** A fixed test of a cell. There are no patterns: nothing in a mapping is ever compiled. */
const levelRule = z.strictObject({
  endsWith: text.optional(),
  startsWith: text.optional(),
  is: text.optional(),
  level: id,
});

const events = z.strictObject({
  time: column,
  /** Whole numbers that order rows of the same time; then the order of the file. */
  order: z.array(column).default([]),
  level: z
    .strictObject({ column, rules: z.array(levelRule).default([]), otherwise: id.optional() })
    .optional(),
  team: column.optional(),
  agent: column.optional(),
  note: column.optional(),
  /** A row in which the column has one of these words closes the case; the last of them counts. */
  closing: z.strictObject({ column, values: z.array(text).min(1) }).optional(),
});

/** How the rows of one kind of file become incidents. Everything about a file stands here and nothing in code. */
export const mapping = z
  .strictObject({
    id,
    label: text,
    /** What files it reads, for the person who chooses. */
    about: text,
    source: z.strictObject({ id, label: text }),
    kind: z.enum(KINDS),
    delimiter: z.string().length(1).default(','),
    /** Words that say that there is no value; the empty cell always does. */
    nullWords: z.array(text).default([]),
    columns: z.record(text, z.strictObject({ names: z.array(text).min(1), required: z.boolean() })),
    /** The source's own id; in files without that column a digest of the row, where `otherwise` says so. */
    externalId: z.strictObject({ column: column.optional(), otherwise: z.literal('digest').optional() }),
    /** What a row is that is identical to another and has no id: the same incident, or one more like it. */
    identicalRows: z.enum(['merge', 'keep']).default('merge'),
    times: z.strictObject({
      forms: z.array(text).min(1),
      /** Of times without an offset: the workspace's, or a zone by its name. */
      zone: z.string().default('workspace'),
      precision: z.enum(PRECISIONS).optional(),
      /** Without a column, the first row of the case. */
      occurred: z.strictObject({ column: column.optional(), basis: z.enum(BASES) }),
      reported: number.optional(),
      closed: number.optional(),
    }),
    terms: z.partialRecord(
      z.enum(['trigger', 'channel', 'journeyStage', 'outcome', 'status', 'customerState']),
      term,
    ),
    words: z.partialRecord(
      z.enum(['product', 'site', 'team', 'agent', 'customer', 'topic', 'narrative', 'resolution']),
      words,
    ),
    numbers: z.partialRecord(
      z.enum(['severity', 'intensityBefore', 'intensityAfter', 'csat', 'reassignmentsClaimed']),
      number,
    ),
    flags: z.partialRecord(z.enum(['repeatClaimed']), flag),
    /** Present when several rows make one incident: an event log. */
    events: events.optional(),
  })
  .superRefine((whole, context) => {
    for (const message of contradictions(whole)) context.addIssue({ code: 'custom', message });
  });

export type Mapping = z.output<typeof mapping>;
export type TermSpec = z.output<typeof term>;
export type WordsSpec = z.output<typeof words>;
export type EventsSpec = z.output<typeof events>;

type Whole = Pick<
  Mapping,
  'columns' | 'externalId' | 'times' | 'terms' | 'words' | 'numbers' | 'flags' | 'events'
>;

function contradictions(whole: Whole): string[] {
  const unnamed = columnsUsed(whole).filter((name) => !Object.hasOwn(whole.columns, name));
  const messages = unnamed.map((name) => `"${name}" is used but not among the columns`);
  if (!whole.externalId.column && !whole.externalId.otherwise)
    messages.push('neither a column nor a digest makes the id');
  if (whole.events && !whole.externalId.column)
    messages.push('an event log needs the column that names the case');
  if (!whole.events && !whole.times.occurred.column) messages.push('no column says when it occurred');
  return messages;
}

function columnsUsed({ externalId, times, terms, words, numbers, flags, events }: Whole): string[] {
  const used = [
    externalId.column,
    times.occurred.column,
    times.reported?.column,
    times.closed?.column,
    ...Object.values(terms).flatMap((spec) => spec.from.map((rule) => rule.column)),
    ...Object.values(words).flatMap((spec) => spec.columns),
    ...Object.values(numbers).map((spec) => spec.column),
    ...Object.values(flags).map((spec) => spec.column),
    events?.time,
    ...(events?.order ?? []),
    events?.level?.column,
    events?.team,
    events?.agent,
    events?.note,
    events?.closing?.column,
  ];
  return used.filter((name) => name !== undefined);
}
