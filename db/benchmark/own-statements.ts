import type { CopyReader } from '@/db/facts/copy-reader.ts';
import { factReader } from '@/db/facts/snapshot.ts';
import type { Reading } from '@/db/reports/reading.ts';
import { sumsTogether } from '@/db/reports/sums-together.ts';
import type { OverviewPart, Statement } from './limits.ts';
import { askPart } from './overview-parts.ts';

/** What a part of the overview asks of the facts, as it asks it. */
export async function statementsOf(
  part: OverviewPart,
  reading: Reading,
  reader: CopyReader,
): Promise<Statement[]> {
  const statements: Statement[] = [];
  const facts = factReader((text, parameters) => {
    statements.push({ text, parameters });
    return reader.ask(text, parameters);
  });
  const snapshot = { ...reading.snapshot, facts };
  const sums = sumsTogether(snapshot, reading.viewer, reading.bucket);
  await askPart(part, { ...reading, snapshot, sums });
  return statements;
}
