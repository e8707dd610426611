import { ownAccountId } from '@/db/accounts/stored-account.ts';
import {
  type AccountFields,
  countSessions,
  listAccounts,
  listBindings,
  listOpenLinks,
  listSessions,
} from '@/db/queries/accounts.ts';
import { listTeams } from '@/db/queries/teams.ts';
import { findWorkspace } from '@/db/queries/workspace.ts';
import { type RecordDatabase, theRecord } from '@/db/reports/reading.ts';
import { demand, ROLES, type Role, type Viewer } from '@/lib/access.ts';
import { NotFound } from '@/lib/errors.ts';
import { type AccountState, toAccountState } from '@/lib/sign-in/account-state.ts';
import { describeBrowser } from '@/lib/sign-in/browser-words.ts';

interface Options {
  record?: RecordDatabase;
  now?: Date;
}

/** An account as a row of the list. Times are milliseconds since 1970. */
export interface AccountRow {
  id: string;
  name: string;
  email: string;
  roles: readonly Role[];
  /** Names. */
  teams: readonly string[];
  agents: readonly string[];
  state: AccountState;
  /** Until when a one-time link works that was made for it; null without one. */
  linkUntil: number | null;
  ways: { password: boolean; singleSignOn: boolean; secondFactor: boolean };
  lastSignInAt: number | null;
  sessions: number;
  isOwn: boolean;
}

export interface SessionRow {
  id: string;
  browser: string;
  address: string | null;
  madeAt: number;
  lastSeenAt: number;
  isThis: boolean;
}

/** Every account, for whoever keeps them. */
export async function accountsReport(
  viewer: Viewer,
  options: Options = {},
): Promise<{ accounts: AccountRow[]; timeZone: string }> {
  demand(viewer, 'administer');
  const { record, now } = await open(options);
  const rows = await listAccounts(record, viewer);
  rows.sort(
    (one, other) => Number(one.leftAt) - Number(other.leftAt) || byName.compare(one.name, other.name),
  );
  return { accounts: await toRows(record, viewer, rows, now), timeZone: await timeZoneOf(record) };
}

export interface AccountReport {
  account: AccountRow & { version: number; teamIds: readonly number[] };
  sessions: readonly SessionRow[];
  /** The teams to choose from: those that are there, and those that the account is bound to. */
  teams: readonly { id: number; name: string }[];
  timeZone: string;
}

/** One account with all that can be changed of it. Throws NotFound. */
export async function accountReport(
  viewer: Viewer,
  userId: string,
  options: Options = {},
): Promise<AccountReport> {
  demand(viewer, 'administer');
  const { record, now } = await open(options);
  const [found] = await listAccounts(record, viewer, userId);
  if (!found) throw new NotFound('There is no such account.');
  const [[account], { teams: bound }, teams, sessions] = await Promise.all([
    toRows(record, viewer, [found], now),
    listBindings(record, [userId]),
    listTeams(record, viewer),
    sessionsOf(record, viewer, userId, { now, own: null }),
  ]);
  if (!account) throw new NotFound('There is no such account.');
  const teamIds = bound.map(({ id }) => id);
  const retired = bound.filter(({ id }) => !teams.some(({ teamId }) => teamId === id));
  return {
    account: { ...account, version: found.updatedAt.getTime(), teamIds },
    sessions,
    teams: [...teams.map(({ teamId, name }) => ({ id: teamId, name })), ...retired],
    timeZone: await timeZoneOf(record),
  };
}

/**
 * The viewer's own account. Throws Forbidden for a key, which has none.
 * @param options.sessionId the session that asks
 */
export async function ownAccountReport(
  viewer: Viewer,
  options: Options & { sessionId?: string | null } = {},
): Promise<{ account: AccountRow; sessions: readonly SessionRow[]; timeZone: string }> {
  const userId = ownAccountId(viewer);
  const { record, now } = await open(options);
  const [found] = await listAccounts(record, viewer, userId);
  const [account] = found ? await toRows(record, viewer, [found], now) : [];
  if (!account) throw new NotFound('There is no such account.');
  const sessions = await sessionsOf(record, viewer, userId, { now, own: options.sessionId ?? null });
  return { account, sessions, timeZone: await timeZoneOf(record) };
}

const byName = new Intl.Collator('en', { numeric: true, sensitivity: 'base' });

async function open({ record, now }: Options) {
  return { record: record ?? (await theRecord()), now: now ?? new Date() };
}

async function timeZoneOf(record: RecordDatabase): Promise<string> {
  return (await findWorkspace(record))?.timeZone ?? 'UTC';
}

async function toRows(
  record: RecordDatabase,
  viewer: Viewer,
  rows: readonly AccountFields[],
  now: Date,
): Promise<AccountRow[]> {
  const [{ teams, agents, ways }, links, sessions] = await Promise.all([
    listBindings(
      record,
      rows.map(({ id }) => id),
    ),
    listOpenLinks(record, now),
    countSessions(record, viewer, now),
  ]);
  return rows.map(({ id, name, email, ...row }) => {
    const own = ways.filter(({ userId }) => userId === id);
    return {
      id,
      name,
      email: row.leftAt ? '' : email,
      roles: ROLES.filter((role) => row.roles.includes(role)),
      teams: teams.filter(({ userId }) => userId === id).map((team) => team.name),
      agents: agents.filter(({ userId }) => userId === id).map((agent) => agent.name),
      state: toAccountState({ ...row, hasWayIn: own.length > 0 }),
      linkUntil: links.get(id) ?? null,
      ways: {
        password: own.some(({ provider }) => provider === 'credential'),
        singleSignOn: own.some(({ provider }) => provider !== 'credential'),
        secondFactor: row.twoFactorEnabled,
      },
      lastSignInAt: row.lastSignInAt?.getTime() ?? null,
      sessions: sessions.get(id) ?? 0,
      isOwn: viewer.actor === `account:${id}`,
    };
  });
}

async function sessionsOf(
  record: RecordDatabase,
  viewer: Viewer,
  userId: string,
  { now, own }: { now: Date; own: string | null },
): Promise<SessionRow[]> {
  const rows = await listSessions(record, viewer, userId, now);
  return rows.map((row) => ({
    id: row.id,
    browser: describeBrowser(row.userAgent),
    address: row.address || null,
    madeAt: row.madeAt.getTime(),
    lastSeenAt: row.lastSeenAt.getTime(),
    isThis: row.id === own,
  }));
}
