/**
 * Everything that incidents can be filtered by, in the order in which filters are shown. `values` says where the
 * value ids come from: a fixed set, an editable taxonomy, rows of the record, or numbers in a range.
 */
export const DIMENSIONS = [
  { id: 'trigger', label: 'Trigger', values: 'taxonomy' },
  { id: 'outcome', label: 'Outcome', values: 'fixed' },
  { id: 'level', label: 'Level reached', values: 'taxonomy' },
  { id: 'path', label: 'Escalation path', values: 'path' },
  { id: 'channel', label: 'Channel', values: 'taxonomy' },
  { id: 'team', label: 'Team', values: 'rows' },
  { id: 'site', label: 'Site', values: 'rows' },
  { id: 'product', label: 'Product', values: 'taxonomy' },
  { id: 'stage', label: 'Journey stage', values: 'taxonomy' },
  { id: 'state', label: 'Customer state', values: 'fixed' },
  { id: 'cause', label: 'Root cause', values: 'taxonomy' },
  { id: 'technique', label: 'Technique', values: 'taxonomy' },
  { id: 'kind', label: 'Kind', values: 'fixed' },
  { id: 'source', label: 'Source', values: 'rows' },
  { id: 'weekday', label: 'Weekday', values: 'number' },
  { id: 'hour', label: 'Hour', values: 'number' },
  { id: 'band', label: 'Time of day', values: 'fixed' },
  { id: 'import', label: 'Import', values: 'number' },
] as const;

export type DimensionId = (typeof DIMENSIONS)[number]['id'];

/** Of which an incident has one value each, known or not; of the others it may have several. */
export type OneValued = Exclude<DimensionId, 'technique'>;

export function isOneValued(dimension: DimensionId): dimension is OneValued {
  return dimension !== 'technique';
}
