import { expect, it } from 'vitest';
import { readOriginal } from './read-original.ts';

it('fields come in the order of the page, lists line by line, rows as they were', () => {
  const opened = new Map([
    ['steps', '[null,"rang Quimby","rang again"]'],
    ['sourceRows', '[{"line":7,"fields":[["Customer Name","Zelda Quimby"]]}]'],
    ['narrative', 'Zelda rang.'],
  ]);
  expect(readOriginal(opened)).toEqual({
    words: [
      { label: 'Narrative', text: 'Zelda rang.' },
      { label: 'Notes of the steps', text: 'rang Quimby\nrang again' },
    ],
    rows: [{ line: 7, fields: [['Customer Name', 'Zelda Quimby']] }],
  });
  expect(readOriginal(new Map())).toEqual({ words: [], rows: [] });
});
