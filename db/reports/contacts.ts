import { setImmediate as afterOthers } from 'node:timers/promises';
import { listContactDays } from '@/db/queries/contact-days.ts';
import type { Reading } from '@/db/reports/reading.ts';
import { type ContactCoverage, coverContacts } from '@/lib/analysis/contact-coverage.ts';

/** Of which days of the period contacts are known to the viewer: asked once for all measures of a reading. */
export function contactsOf(reading: Reading): Promise<ContactCoverage> {
  const known = asked.get(reading) ?? askContacts(reading);
  asked.set(reading, known);
  return known;
}

const asked = new WeakMap<Reading, Promise<ContactCoverage>>();

async function askContacts({ snapshot, viewer, asked, windows }: Reading): Promise<ContactCoverage> {
  await afterOthers();
  const days = await listContactDays(snapshot, viewer, asked);
  const weekdays = asked.selections.filter(({ dimension }) => dimension === 'weekday');
  return coverContacts(asked.window ?? windows.current, days, (weekday) =>
    weekdays.every(({ exclude, codes }) => codes.includes(weekday) !== exclude),
  );
}
