import type { EditableSet } from '../taxonomy/editable-sets.ts';
import type { Mapping } from './mapping.ts';

const TERMS = { trigger: 'trigger', channel: 'channel', journey_stage: 'journeyStage' } as const;

/** Whether a mapping reads some words of a file as this value. */
export function isNamedBy({ terms, events }: Mapping, set: EditableSet, id: string): boolean {
  if (set === 'level') {
    const { rules = [], otherwise } = events?.level ?? {};
    return otherwise === id || rules.some(({ level }) => level === id);
  }
  if (set !== 'trigger' && set !== 'channel' && set !== 'journey_stage') return false;
  const spec = terms[TERMS[set]];
  if (!spec) return false;
  return spec.otherwise === id || spec.from.some(({ values }) => Object.values(values).includes(id));
}
