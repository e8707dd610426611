import { desc, eq, like } from 'drizzle-orm';
import { describe, expect, it, onTestFinished } from 'vitest';
import { inviteAccount } from '@/db/commands/invite-account.ts';
import { makeAccountLink } from '@/db/commands/make-account-link.ts';
import { redeemAccountLink } from '@/db/commands/redeem-account-link.ts';
import { sendAccountLink } from '@/db/commands/send-account-link.ts';
import { openMailer } from '@/db/mail/mailer.ts';
import { accountLink, user } from '@/db/schema/accounts.ts';
import { auditLog } from '@/db/schema/housekeeping.ts';
import { makeAccount, testAccounts } from '@/db/testing/accounts.ts';
import { type MailServer, startMailServer } from '@/db/testing/mail-server.ts';
import { testDatabase } from '@/db/testing/test-database.ts';
import { makeWorkspace } from '@/db/testing/workspace.ts';
import type { Viewer } from '@/lib/access.ts';
import { Conflict } from '@/lib/errors.ts';
import { askForLink } from './ask-for-link.ts';
import type { MailWay } from './mail-link.ts';

const { records } = await testDatabase();
await makeWorkspace(records);
const accounts = testAccounts(records);
const NOW = new Date('2026-11-03T09:00:00Z');
const at = (minutes: number) => new Date(NOW.getTime() + minutes * 60_000);
const HERE = { headers: new Headers(), address: '192.0.2.7' };

async function postOffice(): Promise<MailServer & { way: MailWay }> {
  const server = await startMailServer();
  onTestFinished(server.close);
  return { ...server, way: { mailer: mailerAt(server.port), url: 'https://lookback.example.org' } };
}
const mailerAt = (port: number) =>
  openMailer({
    host: '127.0.0.1',
    port,
    secure: false,
    mayBePlain: true,
    signIn: null,
    from: { name: 'Lookback', address: 'lookback@example.org' },
  });
const tokenIn = (raw = '') =>
  /join\?token=([\w-]+)/.exec(raw.replace(/=\r\n/g, '').replaceAll('=3D', '='))?.[1] ?? '';
async function administrator(): Promise<Viewer> {
  const { id } = await makeAccount(records, ['admin']);
  return { actor: `account:${id}`, roles: ['admin'], teams: [] };
}
const mailAudits = async (userId: string) => {
  const rows = await records
    .select({ action: auditLog.action, detail: auditLog.detail })
    .from(auditLog)
    .where(eq(auditLog.subject, `account:${userId}`))
    .orderBy(desc(auditLog.auditId));
  return rows.filter(({ action }) => action.startsWith('account_mail'));
};
let people = 0;
const invitation = () => {
  people += 1;
  return { email: `new-${people}@example.org`, name: 'Ines', roles: [], teams: [], agents: [] };
};

describe('a link that an administrator makes', () => {
  it('is sent to its owner, with its author and its end, opens the account once, and is logged without its token', async () => {
    const { way, taken } = await postOffice();
    const admin = await administrator();
    const form = invitation();
    const link = await inviteAccount(records, admin, form, NOW);
    expect(await sendAccountLink(records, admin, link, way, NOW)).toEqual({ isSent: true, to: form.email });
    const [mail] = taken;
    expect(mail?.to).toEqual([form.email]);
    expect(mail?.raw).toMatch(/Person \d+ has invited you to Lookback/);
    expect(mail?.raw).toContain('until 6 Nov 2026, 09:00');
    const use = { token: tokenIn(mail?.raw), name: 'Ines Moreau', password: 'four kettles, no tea' };
    expect(await redeemAccountLink(records, use, at(1))).toEqual({ email: form.email });
    await expect(redeemAccountLink(records, use, at(2))).rejects.toThrow(Conflict);
    expect(await mailAudits(link.userId)).toEqual([
      { action: 'account_mail_sent', detail: { purpose: 'invite' } },
    ]);
    const logged = await records.select().from(auditLog).where(like(auditLog.action, 'account_%'));
    expect(JSON.stringify(logged)).not.toContain(use.token);
    expect(JSON.stringify(logged)).not.toContain(form.email);
  });

  it('that cannot be sent says why, is logged, and works all the same', async () => {
    const { way, close } = await postOffice();
    await close();
    const admin = await administrator();
    const form = invitation();
    const link = await inviteAccount(records, admin, form, NOW);
    expect(await sendAccountLink(records, admin, link, way, NOW)).toEqual({
      isSent: false,
      to: form.email,
      why: 'The mail server does not answer.',
    });
    expect(await mailAudits(link.userId)).toEqual([
      { action: 'account_mail_failed', detail: { purpose: 'invite', reason: 'away' } },
    ]);
    const use = { token: link.token, name: 'Ines', password: 'four kettles, no tea' };
    expect(await redeemAccountLink(records, use, at(1))).toEqual({ email: form.email });
  });

  it('made and sent again voids the one before', async () => {
    const { way, taken } = await postOffice();
    const admin = await administrator();
    const first = await inviteAccount(records, admin, invitation(), NOW);
    await sendAccountLink(records, admin, first, way, NOW);
    const second = await makeAccountLink(records, admin, first.userId, at(10));
    await sendAccountLink(records, admin, second, way, at(10));
    const [old, fresh] = taken.map(({ raw }) => tokenIn(raw));
    const use = { name: 'Ines', password: 'four kettles, no tea' };
    await expect(redeemAccountLink(records, { ...use, token: old ?? '' }, at(11))).rejects.toThrow(Conflict);
    await redeemAccountLink(records, { ...use, token: fresh ?? '' }, at(11));
  });
});

describe('a link that somebody asks for', () => {
  const ask = async (email: string, way: MailWay, minutes: number, from = HERE) => {
    const asked = await askForLink(accounts, email, way, from, at(minutes));
    if (asked.outcome === 'taken') await asked.done;
    return asked.outcome;
  };

  it('is sent to whoever has a password, and to nobody else; the answer is the same', async () => {
    const { way, taken } = await postOffice();
    const owner = await makeAccount(records, ['manager']);
    const away = await makeAccount(records, ['manager']);
    await records.update(user).set({ disabledAt: NOW }).where(eq(user.id, away.id));
    const admin = await administrator();
    const invited = invitation();
    const invite = await inviteAccount(records, admin, invited, NOW);
    for (const email of [owner.email, away.email, invited.email, 'nobody@example.org'])
      expect(await ask(email, way, 0)).toBe('taken');
    expect(taken.map(({ to }) => to)).toEqual([[owner.email]]);
    expect(taken[0]?.raw).toContain('If it was not you, leave it');
    const use = { token: tokenIn(taken[0]?.raw), password: 'eleven spoons in a row' };
    expect(await redeemAccountLink(records, use, at(1))).toEqual({ email: owner.email });
    // The invitation of the other is not taken from them.
    const join = { token: invite.token, name: 'Ines', password: 'four kettles, no tea' };
    expect(await redeemAccountLink(records, join, at(1))).toEqual({ email: invited.email });
  });

  it('is sent at most once in five minutes, and the first one stays good', async () => {
    const { way, taken } = await postOffice();
    const { email, id } = await makeAccount(records, ['manager']);
    for (const minutes of [0, 1, 4]) await ask(email, way, minutes);
    expect(taken).toHaveLength(1);
    await ask(email, way, 6);
    expect(taken).toHaveLength(2);
    expect(await records.select().from(accountLink).where(eq(accountLink.userId, id))).toHaveLength(1);
  });

  it('asked for again and again has to wait, for an address of nobody as for one that is there', async () => {
    const { way } = await postOffice();
    const { email } = await makeAccount(records, ['manager']);
    for (const [index, address] of [email, 'nobody-at-all@example.org'].entries()) {
      const from = { ...HERE, address: `192.0.2.${100 + index}` };
      const outcomes = [];
      for (let time = 0; time < 7; time += 1) outcomes.push(await ask(address, way, 0, from));
      expect(outcomes).toEqual(['taken', 'taken', 'taken', 'taken', 'taken', 'wait', 'wait']);
    }
  });
});
