import { expect, it } from 'vitest';
import type { Panel } from '../charts/chart-model.ts';
import type { FrameModel } from '../filters/frame-model.ts';
import { parseFiltersOfPeople } from '../filters/parse-filters.ts';
import { captionsOf, incidentsMadeFrom, madeFrom } from './captions.ts';
import { FILE_PARAMETERS } from './incident-file.ts';

const frame = (workspaceName: string, query = '') =>
  ({
    workspaceName,
    coverage: { from: '2026-01-01', until: '2026-11-20' },
    asOf: Date.UTC(2026, 10, 22, 12),
    timeZone: 'UTC',
    taxonomy: 3,
    sentence: 'All incidents',
    ignored: parseFiltersOfPeople(new URLSearchParams(query), FILE_PARAMETERS).ignored,
  }) as unknown as FrameModel;
const linesOf = (of: FrameModel) =>
  incidentsMadeFrom(of, 2, { search: '', isSelected: false, report: null }).lines;

it('names the workspace beside the product, and the product once where the workspace has its name', () => {
  expect(linesOf(frame('Northwind')).at(-1)).toMatch(
    /^Northwind, Lookback\. Data to 19 Nov 2026, counted at 12:00 on 22 Nov 2026\. /,
  );
  expect(linesOf(frame('Lookback')).at(-1)).toMatch(/^Lookback\. Data to 19 Nov 2026, /);
});

it('what an address says of the file is not left out of its filters; 1 of 3 parameters is', () => {
  const left = linesOf(frame('Northwind', 'format=csv&mark=no&colour=blue')).filter((line) =>
    line.startsWith('Left out'),
  );
  expect(left).toEqual(['Left out of the address: colour=blue: there is no filter of this name']);
});

it('names the teams of a limited scope above a table and below a picture, and all of them above a table alone', () => {
  const panel = { headline: 'H', subtitle: 'S', definition: { text: 'D' } } as unknown as Panel<unknown>;
  const limited = { teams: [{ id: 1, name: 'Leeds' }], own: false, roles: ['manager'] as const };
  const all = { teams: null, own: false, roles: ['qa'] as const };
  expect(madeFrom(panel, frame('Northwind'), limited).lines).toContain('Teams: Leeds');
  expect(captionsOf(panel, frame('Northwind'), limited).filters).toBe('Teams: Leeds. All incidents.');
  expect(madeFrom(panel, frame('Northwind'), all).lines).toContain('Teams: all');
  expect(captionsOf(panel, frame('Northwind'), all).filters).toBe('All incidents.');
});

it('without any incident there is no day that data go to', () => {
  const empty = { ...frame('Lookback'), coverage: null };
  expect(linesOf(empty).at(-1)).toMatch(/^Lookback\. Counted at 12:00 on 22 Nov 2026\. /);
});
