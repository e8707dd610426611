import { expect, it } from 'vitest';
import type { FrameModel } from '../filters/frame-model.ts';
import { parseFiltersOfPeople } from '../filters/parse-filters.ts';
import { incidentsMadeFrom } from './captions.ts';
import { FILE_PARAMETERS } from './incident-file.ts';

const frame = (workspaceName: string, query = '') =>
  ({
    workspaceName,
    asOf: Date.UTC(2026, 10, 22, 12),
    timeZone: 'UTC',
    taxonomy: 3,
    sentence: 'All incidents',
    ignored: parseFiltersOfPeople(new URLSearchParams(query), FILE_PARAMETERS).ignored,
  }) as unknown as FrameModel;
const linesOf = (of: FrameModel) =>
  incidentsMadeFrom(of, 2, { search: '', isSelected: false, report: null }).lines;

it('names the workspace beside the product, and the product once where the workspace has its name', () => {
  expect(linesOf(frame('Northwind')).at(-1)).toMatch(/^Northwind, Lookback\. Data to 22 Nov 2026/);
  expect(linesOf(frame('Lookback')).at(-1)).toMatch(/^Lookback\. Data to 22 Nov 2026/);
});

it('what an address says of the file is not left out of its filters; 1 of 3 parameters is', () => {
  const left = linesOf(frame('Northwind', 'format=csv&mark=no&colour=blue')).filter((line) =>
    line.startsWith('Left out'),
  );
  expect(left).toEqual(['Left out of the address: colour=blue: there is no filter of this name']);
});
