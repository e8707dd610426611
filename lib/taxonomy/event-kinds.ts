/** What can happen that may show in the figures. */
export const EVENT_KINDS = [
  'release',
  'process_change',
  'training',
  'taxonomy_change',
  'outage',
  'other',
] as const;
export type EventKind = (typeof EVENT_KINDS)[number];

export const EVENT_KIND_LABELS: Readonly<Record<EventKind, string>> = {
  release: 'Release',
  process_change: 'Process change',
  training: 'Training',
  taxonomy_change: 'Taxonomy change',
  outage: 'Outage',
  other: 'Other',
};

/** The kind of a stored event; what this program does not know is other. */
export function toEventKind(stored: string): EventKind {
  return EVENT_KINDS.find((kind) => kind === stored) ?? 'other';
}
