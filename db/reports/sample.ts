import { findSample, hasIncidents } from '@/db/queries/sample.ts';
import { type RecordDatabase, theRecord } from '@/db/reports/reading.ts';

/** Whether invented incidents stand in the record, which every page then says. */
export async function hasSample(record?: RecordDatabase): Promise<boolean> {
  return (await findSample(record ?? (await theRecord()))) !== null;
}

/** Whether the record holds no incident yet, so that the sample would mix with nothing. */
export async function isEmpty(record?: RecordDatabase): Promise<boolean> {
  return !(await hasIncidents(record ?? (await theRecord())));
}
