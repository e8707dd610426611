import type { KeptIncident } from './find-existing.ts';
import type { IncidentWrite, SaidColumns } from './incident-write.ts';

/** Fields that a person may set, by their names in `set_by_person`, and the columns that hold them. */
const COLUMNS: Record<string, readonly (keyof SaidColumns)[]> = {
  kind: ['kind'],
  occurred: ['occurredAt', 'occurredPrecision', 'occurredBasis', 'occurredClock'],
  reported: ['reportedAt', 'reportedPrecision'],
  closed: ['closedAt', 'closedPrecision'],
  status: ['status'],
  channel: ['channel'],
  journeyStage: ['journeyStage'],
  product: ['product'],
  site: ['siteId'],
  team: ['teamId'],
  agent: ['agentId'],
  customer: ['customerId'],
  trigger: ['trigger'],
  customerState: ['customerState'],
  severity: ['severity'],
  intensityBefore: ['intensityBefore'],
  intensityAfter: ['intensityAfter'],
  outcome: ['outcome'],
  compensation: ['compensationMinor', 'compensationCurrency'],
  csat: ['csat'],
  repeatClaimed: ['repeatClaimed'],
  reassignmentsClaimed: ['reassignmentsClaimed'],
};
const TEXTS = ['topic', 'narrative', 'resolution'] as const;
const DETAILS = ['steps', 'cues', 'techniques', 'followUps'] as const;

/**
 * Puts what a person has set in the place of what the source now says.
 * @returns the write with those fields, and the names of those in which the source says something else
 */
export function keepFields(
  write: IncidentWrite,
  existing: KeptIncident,
): { write: IncidentWrite; kept: string[] } {
  const { row } = existing;
  const result = { ...write, said: { ...write.said }, text: { ...write.text } };
  const said: Record<string, unknown> = result.said;
  const kept = row.setByPerson.filter((field) => {
    const columns = COLUMNS[field] ?? [];
    const differs = columns.some((column) => !isSame(write.said[column], row[column]));
    for (const column of columns) said[column] = row[column];
    return differs;
  });
  for (const field of TEXTS.filter((name) => row.setByPerson.includes(name))) {
    if ((write.text[field] ?? null) !== existing.text[field]) kept.push(field);
    result.text[field] = existing.text[field];
  }
  const details = DETAILS.filter((name) => row.setByPerson.includes(name));
  const existingDetails = Object.fromEntries(details.map((name) => [name, existing[name]]));
  return { write: { ...result, ...existingDetails }, kept: [...kept, ...details] };
}

function isSame(one: unknown, other: unknown): boolean {
  return one instanceof Date && other instanceof Date ? one.getTime() === other.getTime() : one === other;
}
