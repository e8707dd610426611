import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { STORIES } from './all-stories.ts';

const FOLDER = new URL('.', import.meta.url);

describe('each of the ten stories', () => {
  it('is one that was promised', () => {
    expect(STORIES.map(({ id }) => id).sort()).toEqual([
      'billing-outage',
      'chance-agent',
      'documentation-slip',
      'idle-change',
      'new-team',
      'process-change',
      'recurring-customers',
      'seasonal-rush',
      'skipped-level',
      'training-effect',
    ]);
  });

  it.each(STORIES.map(({ id }) => id))(
    'has a file with its truth and what is to be found: %s',
    async (id) => {
      const name = id.replace(/-(.)/g, (_, letter: string) => letter.toUpperCase());
      const file: Record<string, unknown> = await import(`./${id}.ts`);
      expect(file[name]).toMatchObject({ id });
      expect(Object.keys(file[`${name}Truth`] ?? {}).length).toBeGreaterThan(1);
      const text = readFileSync(new URL(`${id}.ts`, FOLDER), 'utf8');
      const head = text.slice(0, text.indexOf(`export const ${name}Truth`));
      expect(head.replace(/\s+\*?\s*/g, ' ')).toMatch(/To be found:/);
    },
  );

  it('has no file of a story beside them', () => {
    const told = readdirSync(FOLDER).filter((name) =>
      readFileSync(new URL(name, FOLDER), 'utf8').includes(': Story = {'),
    );
    const files = told.filter((name) => !name.endsWith('.test.ts'));
    expect(files.sort()).toEqual(STORIES.map(({ id }) => `${id}.ts`).sort());
  });
});
