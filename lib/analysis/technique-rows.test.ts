import { describe, expect, it } from 'vitest';
import type { Technique } from './incident-record.ts';
import { techniqueRows } from './technique-rows.ts';

const seen = (
  label: string,
  observer: Technique['observer'],
  observation: Technique['observation'],
): Technique => ({
  section: label === 'Patience' ? 'empathy' : 'listening',
  label,
  observer,
  observation,
});

describe('the techniques of an incident', () => {
  it('counts an opportunity once, the reviewer before the agent: 1 effective, 1 partial, 1 missed of 3', () => {
    const { rows, summary } = techniqueRows([
      seen('Paraphrasing', 'agent', 'effective'),
      seen('Paraphrasing', 'reviewer', 'partial'),
      seen('Open questions', 'agent', 'effective'),
      seen('Patience', 'reviewer', 'missed'),
    ]);
    expect(summary).toBe(
      '3 opportunities: 1 effective, 1 partial, 1 missed; underlined where the two differ',
    );
    expect(rows.map((row) => [row.label, row.reviewer, row.agent, row.firstOfSection])).toEqual([
      ['Paraphrasing', 'partial', 'effective', true],
      ['Open questions', null, 'effective', false],
      ['Patience', 'missed', null, true],
    ]);
  });

  it('says nothing of a difference where there is none', () => {
    expect(techniqueRows([seen('Patience', 'agent', 'effective')]).summary).toBe(
      '1 opportunity: 1 effective, 0 partial, 0 missed',
    );
  });
});
