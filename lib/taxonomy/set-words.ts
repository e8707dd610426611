import type { EditableSet } from './editable-sets.ts';

/** How an editable vocabulary is spoken of. */
export interface SetWords {
  /** Of one value, at the beginning of a sentence. */
  title: string;
  many: string;
  /** What its values are for, in a sentence. */
  about: string;
  /** What its values are grouped by; null where they are not. */
  group: string | null;
}

export const SET_WORDS: Readonly<Record<EditableSet, SetWords>> = {
  trigger: {
    title: 'Trigger',
    many: 'Triggers',
    about: 'What set an incident off.',
    group: 'Group',
  },
  level: {
    title: 'Level',
    many: 'Escalation levels',
    about:
      'Where a case can be taken, by rank: rank 1 is the front line, and whatever goes beyond it is escalated.',
    group: null,
  },
  technique: {
    title: 'Technique',
    many: 'Techniques',
    about: 'What staff can do to calm a situation, by section of the procedure.',
    group: 'Section',
  },
  root_cause: {
    title: 'Root cause',
    many: 'Root causes',
    about: 'What reviewers code as cause and as contributory factors, by branch of the fishbone.',
    group: 'Branch',
  },
  channel: { title: 'Channel', many: 'Channels', about: 'How the customer got in touch.', group: null },
  journey_stage: {
    title: 'Journey stage',
    many: 'Journey stages',
    about: 'Where the customer was on the way.',
    group: null,
  },
  product: {
    title: 'Product',
    many: 'Products',
    about:
      'What it was about, in the words of the sources: each new one is added by the import that names it.',
    group: null,
  },
};

/** Whether people choose the order in which its values are shown: levels have ranks, and products stand by name. */
export function isMovable(set: EditableSet): boolean {
  return set !== 'level' && set !== 'product';
}
