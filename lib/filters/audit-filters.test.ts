import fc from 'fast-check';
import { expect, it } from 'vitest';
import { type AuditFilters, parseAuditFilters, toAuditParams } from './audit-filters.ts';

it('nothing in the address asks for everything', () => {
  expect(parseAuditFilters({}).filters).toEqual({ actor: null, action: null, from: null, to: null });
  expect(parseAuditFilters({ actor: '', from: '' }).ignored).toEqual([]);
});

it.each([
  [{ from: '2026-02-30' }, 'from'],
  [{ to: 'yesterday' }, 'to'],
  [{ actor: "x' or 1=1 --" }, 'actor'],
  [{ action: ['sign_in', 'sign_out'] }, 'action'],
])('%j cannot be read, and is said', (given, name) => {
  const { filters, ignored } = parseAuditFilters(given);
  expect(ignored).toEqual([name]);
  expect(filters).toEqual({ actor: null, action: null, from: null, to: null });
});

it('writing and reading are inverse', () => {
  const day = fc.constantFrom(null, '2026-03-29', '2024-02-29');
  const name = fc.constantFrom(
    null,
    'lookback',
    'command line',
    'account:5f0c1c3e-2f4b-4c57-9d0a-0b6f3f1a7c11',
  );
  fc.assert(
    fc.property(fc.record({ actor: name, action: name, from: day, to: day }), (filters: AuditFilters) => {
      const read = parseAuditFilters(Object.fromEntries(new URLSearchParams(toAuditParams(filters))));
      expect(read).toEqual({ filters, ignored: [] });
    }),
  );
});
