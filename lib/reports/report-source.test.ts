import { expect, it } from 'vitest';
import { addressOfSource, parseSource, titleOfSource, toRows } from './report-source.ts';

it.each([
  ['/?period=all&channel=phone', 'overview', 'period=all&channel=phone', 'Overview'],
  ['/patterns', 'patterns', '', 'Patterns'],
  ['/patterns/7?period=all', 'pattern', 'pattern=7&period=all', 'Kept pattern 7'],
  ['/skills/training/sessions/3', 'session', 'training=3', 'Training session 3'],
  ['/skills/lessons?technique=paraphrasing', 'lessons', 'technique=paraphrasing', 'Lessons'],
  ['/skills/techniques', 'techniques', '', 'What works'],
  ['/incidents?channel=phone', 'incidents', 'channel=phone', 'Incidents'],
])('%s is a report of %s and its address again', (address, page, query, title) => {
  const source = parseSource(address);
  expect(source).toEqual({ page, query });
  expect(source && addressOfSource(source)).toBe(address);
  expect(source && titleOfSource(source)).toBe(title);
});

it.each([
  '',
  'patterns',
  '/settings',
  '/incidents/new',
  '//elsewhere.example/',
  'https://elsewhere.example/',
  '/patterns/0',
  '/skills/training/sessions',
  '/incidents/7',
])('no report is made of %o', (address) => {
  expect(parseSource(address)).toBeNull();
});

it('what somebody looked for, the open incident and the place in a list are not kept', () => {
  expect(parseSource('/incidents?q=Zelda&open=4&page=2&sort=-severity&channel=phone')?.query).toBe(
    'channel=phone',
  );
  expect(parseSource('/?q=Zelda&chart=repeat_rate')?.query).toBe('chart=repeat_rate');
});

it('rows have filters and nothing of how a page stands', () => {
  const source = parseSource('/?chart=repeat_rate&channel=phone');
  expect(source && toRows(source)).toEqual({ page: 'incidents', query: 'channel=phone' });
});
