import { startFacts } from '@/db/facts/facts.ts';
import { openSnapshot, type Snapshot } from '@/db/facts/snapshot.ts';
import type { OpenRecords } from '@/db/records.ts';

/** Calls with a snapshot of the record and one of a copy that is equal to it. */
export async function onBothEngines(
  opened: Pick<OpenRecords, 'records' | 'sql' | 'appUrl'>,
  work: (record: Snapshot, copy: Snapshot) => Promise<void>,
): Promise<void> {
  const record = await openSnapshot(opened.records);
  try {
    await withCopy(opened, async () => {
      const copy = await openSnapshot(opened.records);
      await work(record, copy).finally(copy.close);
    });
  } finally {
    await record.close();
  }
}

/** While this lasts, snapshots of the record are read from a copy, which is complete when the work begins. */
export async function withCopy(
  opened: Pick<OpenRecords, 'records' | 'sql' | 'appUrl'>,
  work: () => Promise<void>,
): Promise<void> {
  const errors: unknown[] = [];
  const facts = startFacts(opened, (error) => errors.push(error));
  try {
    await facts.refresh();
    if (errors.length > 0) throw errors[0];
    const copy = await facts.open();
    if (!copy) throw new Error('there is no copy of the facts');
    await copy.reader.close();
    await work();
  } finally {
    await facts.close();
  }
}
