import { type ColumnCell, toCell } from './personal-columns.ts';
import type { PiiType } from './pii-types.ts';
import { type Redaction, type RedactionRules, redactAll } from './redact.ts';

/** A row of a file as it is kept: pairs, in the order of the columns. */
export interface KeptRow {
  line: number | null;
  fields: readonly (readonly [name: string, value: string | null])[];
}

/** Everything in words that is kept of one incident. The names are those under which originals are sealed. */
export interface IncidentTexts {
  topic: string | null;
  narrative: string | null;
  resolution: string | null;
  /** The note of each step. */
  steps: readonly (string | null)[];
  /** The promise of each follow-up. */
  followUps: readonly (string | null)[];
  sourceRows: readonly KeptRow[];
}

export const TEXT_FIELDS = ['topic', 'narrative', 'resolution', 'steps', 'followUps', 'sourceRows'] as const;
export type TextField = (typeof TEXT_FIELDS)[number];

export interface RedactedIncident {
  texts: IncidentTexts;
  /** The fields in which something was taken out. */
  changed: readonly TextField[];
  /** How many values of each type were taken out. */
  taken: Partial<Record<PiiType, number>>;
}

/** Redacts all texts of an incident together, so that a value has one token in all of them. */
export function redactIncident(texts: IncidentTexts, rules: RedactionRules): RedactedIncident {
  const cells = TEXT_FIELDS.flatMap((field) => cellsOf(field, texts));
  const redactions = redactAll(
    cells.map(({ cell }) => cell),
    rules,
  );
  if (redactions.every(({ spans }) => spans.length === 0)) return { texts, changed: [], taken: {} };
  const changed = new Set<TextField>();
  const taken: RedactedIncident['taken'] = {};
  for (const [index, { spans }] of redactions.entries()) {
    const field = cells[index]?.field;
    if (field && spans.length > 0) changed.add(field);
    for (const { type } of spans) taken[type] = (taken[type] ?? 0) + 1;
  }
  return { texts: withRedacted(texts, redactions), changed: [...changed], taken };
}

interface Cell {
  field: TextField;
  cell: string | ColumnCell;
}

function cellsOf(field: TextField, texts: IncidentTexts): Cell[] {
  if (field === 'sourceRows') {
    return texts.sourceRows.flatMap(({ fields }) =>
      fields.flatMap(([name, text]) => (text ? [{ field, cell: toCell(name, text) }] : [])),
    );
  }
  const value = texts[field];
  const all: readonly (string | null)[] = typeof value === 'string' || value === null ? [value] : value;
  return all.flatMap((text) => (text ? [{ field, cell: text }] : []));
}

/** The same texts in the same order, each with what it has become. */
function withRedacted(texts: IncidentTexts, redactions: readonly Redaction[]): IncidentTexts {
  const next = redactions.values();
  const become = (text: string | null) => (text ? (next.next().value?.text ?? text) : text);
  return {
    topic: become(texts.topic),
    narrative: become(texts.narrative),
    resolution: become(texts.resolution),
    steps: texts.steps.map(become),
    followUps: texts.followUps.map(become),
    sourceRows: texts.sourceRows.map(({ line, fields }) => ({
      line,
      fields: fields.map(([name, value]): [string, string | null] => [name, become(value)]),
    })),
  };
}
