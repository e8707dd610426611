import { expect, it } from 'vitest';
import { NotFound } from '../errors.ts';
import { parseReportCode, toReportCode, typedCode } from './report-code.ts';

it('the 147th report, asked for in 2026, is R-2026-0147, and the 12,345th needs five digits', () => {
  const asked = new Date('2026-11-12T14:20:00Z');
  expect(toReportCode(147, asked)).toBe('R-2026-0147');
  expect(toReportCode(12_345, asked)).toBe('R-2026-12345');
  expect(parseReportCode('R-2026-0147')).toEqual({ reportId: 147, year: 2026 });
  expect(parseReportCode('R-2026-12345')).toEqual({ reportId: 12_345, year: 2026 });
});

it.each([
  '',
  '147',
  'R-26-0147',
  'R-2026-147',
  'R-2026-0000',
  'R-2026-9999999999',
  'r-2026-0147',
  'R-2026-0147 ',
  '../R-2026-0147',
])('%o is no report', (text) => {
  expect(() => parseReportCode(text)).toThrow(NotFound);
});

it.each(['r-2026-0147', ' R-2026-0147 ', '%20R-2026-0147', 'R–2026–0147', 'R%E2%80%932026%E2%80%930147'])(
  '%o, typed off paper, is R-2026-0147',
  (text) => {
    expect(typedCode(text)).toBe('R-2026-0147');
  },
);
