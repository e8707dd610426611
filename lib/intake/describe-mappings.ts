import type { Mapping } from './mapping.ts';
import { MAPPINGS } from './mappings.ts';

/** What a person has to know to choose a mapping. */
export interface MappingDescription {
  id: string;
  label: string;
  about: string;
  /** The columns that a file must have, by the names that files give them. */
  required: readonly string[];
  optional: readonly string[];
  /** What a row of the file stands for. */
  rows: string;
}

/** Every mapping that is shipped, for the person who chooses. */
export function describeMappings(): MappingDescription[] {
  return MAPPINGS.map((mapping) => ({
    id: mapping.id,
    label: mapping.label,
    about: mapping.about,
    required: columnNames(mapping, true),
    optional: columnNames(mapping, false),
    rows: mapping.events
      ? `Several rows make one ${mapping.kind}: each is a step of its case.`
      : `Each row is one ${mapping.kind}.`,
  }));
}

function columnNames({ columns }: Mapping, required: boolean): string[] {
  return Object.values(columns)
    .filter((column) => column.required === required)
    .map((column) => column.names.join(' or '));
}
