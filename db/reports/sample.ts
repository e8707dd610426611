import { findSample } from '@/db/queries/sample.ts';
import { type RecordDatabase, theRecord } from '@/db/reports/reading.ts';

/** Whether invented incidents stand in the record, which every page then says. */
export async function hasSample(record?: RecordDatabase): Promise<boolean> {
  return (await findSample(record ?? (await theRecord()))) !== null;
}
