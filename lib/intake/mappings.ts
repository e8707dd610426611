import { type Mapping, mapping } from './mapping.ts';
import bpiProblems from './mappings/bpi-problems.json' with { type: 'json' };
import cfpb from './mappings/cfpb.json' with { type: 'json' };
import servicenow from './mappings/servicenow.json' with { type: 'json' };

/** Every mapping that is shipped, checked when the program starts. */
export const MAPPINGS: readonly Mapping[] = [cfpb, bpiProblems, servicenow].map((file) =>
  mapping.parse(file),
);

/** The mapping of this id, or null. */
export function findMapping(id: string): Mapping | null {
  return MAPPINGS.find((candidate) => candidate.id === id) ?? null;
}
