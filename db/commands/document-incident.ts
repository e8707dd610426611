import { noteChange } from '@/db/facts/facts.ts';
import type { Records } from '@/db/facts/snapshot.ts';
import { listOwnAgents } from '@/db/queries/document-place.ts';
import { listTeams } from '@/db/queries/teams.ts';
import type { RecordDatabase } from '@/db/reports/reading.ts';
import { demand, type Viewer } from '@/lib/access.ts';
import { Conflict, Invalid } from '@/lib/errors.ts';
import {
  type FormEntries,
  findUnanswered,
  toFormProblems,
  toRequestRow,
} from '@/lib/incident-form/incident-form.ts';
import { OWN_SOURCE } from '@/lib/intake/own-source.ts';
import { readRequests } from './requests/read-requests.ts';
import { findRequestTerms } from './requests/request-terms.ts';
import { storeRequests } from './requests/store-requests.ts';
import { writeAudit } from './write-audit.ts';

/**
 * Puts an incident into the record that somebody documents by form, and answers with its number. Only where they
 * would see it afterwards: agents as their own, managers in their teams, others anywhere. The same form twice is one.
 * It counts as reported at `now`, when the form is saved.
 * @throws Forbidden without the right; Conflict for a form that is on record with other words; Invalid with everything that is wrong, by the names of the form
 */
export async function documentIncident(
  records: RecordDatabase,
  viewer: Viewer,
  entries: FormEntries,
  now: Date,
): Promise<number> {
  demand(viewer, 'document', 'Your account may not document incidents.');
  const row = toRequestRow(entries, OWN_SOURCE.id);
  const number = await records.transaction(async (tx) => {
    const terms = await findRequestTerms(tx, now);
    const [read] = readRequests([row], terms, new Set());
    const problems = Array.isArray(read) ? toFormProblems(read) : [];
    problems.push(...findUnanswered(entries), ...(await refusePlace(tx, viewer, row)));
    if (problems.length > 0 || !read || Array.isArray(read)) throw new Invalid(problems);
    // After the content was hashed, which leaves it out: the same form sent again a minute later is still the same.
    const reported = { at: now.getTime(), precision: 'minute', clock: 'none' } as const;
    const own = { ...read, draft: { ...read.draft, source: OWN_SOURCE, reported } };
    const [stored] = await storeRequests(tx, [own], { timeZone: terms.timeZone, now });
    if (!stored) throw new Error('the incident was not answered after it was written');
    // The key of a form may be that of an incident that stands on a page: documenting makes one, it changes none.
    if (stored.outcome === 'updated') throw new Conflict(onRecord(stored.incident.number));
    if (stored.outcome === 'created') {
      await writeAudit(tx, {
        at: now,
        actor: viewer.actor,
        action: 'incident_documented',
        subject: `incident:${stored.incident.number}`,
        detail: {},
      });
    }
    return stored.incident.number;
  });
  noteChange(records);
  return number;
}

const onRecord = (number: number) =>
  `This form was put on record already, as incident ${number}. Load the page again to document another one.`;

async function refusePlace(tx: Records, viewer: Viewer, row: Record<string, unknown>) {
  if (viewer.teams === 'all') return [];
  const teams = await listTeams(tx, viewer);
  const isOwnTeam = teams.some(
    ({ teamId, name }) => name === row.team && viewer.teams !== 'all' && viewer.teams.includes(teamId),
  );
  if (isOwnTeam) return [];
  const isOwn = (await listOwnAgents(tx, viewer)).some(
    ({ reference, teamName }) => reference === row.agent && (row.team === undefined || teamName === row.team),
  );
  if (isOwn) return [];
  return [{ field: 'team', message: 'Choose one of your teams: elsewhere you could not see it again.' }];
}
