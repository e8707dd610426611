import { expect, it } from 'vitest';
import { redactionTables } from './redaction-table.ts';

it('docs/reliability.md says how well the rules of redaction do now; "npx tsx bin/checks/redaction-table.ts" writes it', () => {
  const { written, measured } = redactionTables();
  expect(written).toBe(measured);
});
