import type { KeptRow, TextField } from './redact-incident.ts';

/** What was sealed of an incident, as it is shown. */
export interface Original {
  words: { label: string; text: string }[];
  rows: KeptRow[];
}

const LABELS: Record<Exclude<TextField, 'sourceRows'>, string> = {
  topic: 'Topic',
  narrative: 'Narrative',
  resolution: 'Resolution',
  steps: 'Notes of the steps',
  followUps: 'Promises',
};

/** Puts the opened fields into their order. Lists were sealed as JSON. */
export function readOriginal(opened: ReadonlyMap<string, string>): Original {
  const words = Object.entries(LABELS).flatMap(([field, label]) => {
    const text = opened.get(field);
    if (text === undefined) return [];
    const isList = field === 'steps' || field === 'followUps';
    return [{ label, text: isList ? toLines(JSON.parse(text)) : text }];
  });
  return { words, rows: JSON.parse(opened.get('sourceRows') ?? '[]') };
}

const toLines = (list: readonly (string | null)[]) => list.filter((one) => one !== null).join('\n');
