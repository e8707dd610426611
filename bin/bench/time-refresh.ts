import { changeIncidents } from '@/db/benchmark/change-incidents.ts';
import { type FreshCopy, refresh } from '@/db/facts/refresh.ts';
import type { OpenRecords } from '@/db/records.ts';
import type { Result } from './result.ts';
import { timeEach } from './time-each.ts';

const CHANGES = 1000;
/** A copy from nothing takes the same way each time, and seconds. */
const FROM_NOTHING = 3;

/** How long a copy takes from nothing, and after so many incidents were changed. */
export async function timeRefresh(
  { sql, appUrl }: OpenRecords,
  rounds: number,
  warm: number,
): Promise<NonNullable<Result['refresh']>> {
  const source = { sql, appUrl, ending: null };
  let fresh: FreshCopy | null = null;
  const fromNothing = await timeEach(
    Array(FROM_NOTHING).fill(null),
    { warm: 0 },
    {
      before: async () => {
        fresh?.copy.retire();
        fresh = null;
      },
      run: async () => {
        fresh = await refresh(source, null);
      },
      after: async () => {},
    },
  );
  const afterChanges = await timeEach(
    [...Array(rounds).keys()],
    { warm },
    {
      before: (round) => changeIncidents(sql, CHANGES, round),
      run: async () => {
        fresh = await refresh(source, fresh);
      },
      after: async () => {},
    },
  );
  (fresh as FreshCopy | null)?.copy.retire();
  return { fromNothing, afterChanges, changes: CHANGES };
}
