import { nameActors } from '@/db/queries/actor-names.ts';
import { listAuditOfIncident } from '@/db/queries/audit-log.ts';
import { listDuplicates, listStandings } from '@/db/queries/set-aside.ts';
import type { RecordDatabase } from '@/db/reports/reading.ts';
import { may, type Viewer } from '@/lib/access.ts';
import { nameIncident } from '@/lib/analysis/describe-incident.ts';
import { describeInstant } from '@/lib/analysis/moment-words.ts';
import { REVEAL_REASON_LABELS, type RevealReason } from '@/lib/privacy/reveal-reasons.ts';
import { STANDING_LABELS } from '@/lib/standing/standing-words.ts';

/** An incident that another one leads to. */
export interface NamedIncident {
  number: number;
  name: string;
}

/** Whether an incident counts, and what became of it in Lookback. */
export interface StandingReport {
  /** Null while it counts. */
  setAside: {
    label: string;
    /** The one that stays; null for what is no incident, and where that one is gone. */
    sameAs: NamedIncident | null;
    /** Empty where all words of the incident were removed. */
    reason: string;
    by: string;
    when: string;
  } | null;
  /** The incidents that are set aside as the same as this one. */
  duplicates: readonly NamedIncident[];
  /** What people did with it, the latest first. */
  history: readonly { key: number; when: string; words: string; note: string }[];
  maySetAside: boolean;
}

const MOST_TOLD = 100;

/** How one incident, which was found within the viewer's scope, stands, and what people did with it. */
export async function askStanding(
  record: RecordDatabase,
  viewer: Viewer,
  one: { id: string; number: number; timeZone: string },
): Promise<StandingReport> {
  // Who opened an original is told to those who could do so themselves.
  const actions = ['incident_documented', ...(may(viewer, 'reveal') ? ['reveal'] : [])];
  const [standings, duplicates, logged] = await Promise.all([
    listStandings(record, one.id),
    listDuplicates(record, viewer, one.id),
    listAuditOfIncident(record, one.number, actions, MOST_TOLD),
  ]);
  const actors = [
    ...standings.flatMap(({ setAsideBy, undoneBy }) => [setAsideBy, ...(undoneBy ? [undoneBy] : [])]),
    ...logged.map(({ actor }) => actor),
  ];
  const names = await nameActors(record, actors);
  const who = (actor: string) => names.get(actor) ?? actor;
  const at = (moment: Date) => describeInstant(moment.getTime(), one.timeZone);
  const current = standings.find(({ undoneAt }) => undoneAt === null);
  const events = [
    ...standings.flatMap((row) => toEvents(row, who)),
    ...logged.map((row) => ({ at: row.at, ...toWords(row, who) })),
  ];
  return {
    setAside: current
      ? {
          label: labelOf(current),
          sameAs: current.sameAs === null ? null : toNamed(current.sameAs),
          reason: current.reason,
          by: who(current.setAsideBy),
          when: at(current.setAsideAt),
        }
      : null,
    duplicates: duplicates.map(toNamed),
    history: events
      .toSorted((one, other) => other.at.getTime() - one.at.getTime())
      .map((event, key) => ({ key, when: at(event.at), words: event.words, note: event.note })),
    maySetAside: may(viewer, 'review'),
  };
}

const toNamed = (number: number): NamedIncident => ({ number, name: nameIncident(number) });

type StandingRow = Awaited<ReturnType<typeof listStandings>>[number];

function labelOf({ standing }: StandingRow): string {
  if (standing === 'counts') throw new Error('an incident is set aside as one that counts');
  return STANDING_LABELS[standing];
}

type Who = (actor: string) => string;

function toEvents(row: StandingRow, who: Who) {
  const as = row.sameAs === null ? labelOf(row).toLowerCase() : `the same as ${nameIncident(row.sameAs)}`;
  const set = {
    at: row.setAsideAt,
    words: `Set aside as ${as} by ${who(row.setAsideBy)}`,
    note: row.reason,
  };
  if (!row.undoneAt || !row.undoneBy) return [set];
  return [set, { at: row.undoneAt, words: `Counted again by ${who(row.undoneBy)}`, note: '' }];
}

function toWords(
  { action, actor, detail }: { action: string; actor: string; detail: unknown },
  who: Who,
): { words: string; note: string } {
  if (action !== 'reveal') return { words: `Documented by form by ${who(actor)}`, note: '' };
  const reason = (detail as { reason?: RevealReason }).reason;
  return {
    words: `Original opened by ${who(actor)}`,
    note: (reason && REVEAL_REASON_LABELS[reason]) ?? '',
  };
}
