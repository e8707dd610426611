import { sql } from 'drizzle-orm';
import { type Accounts, accounts } from '@/db/accounts/accounts.ts';
import { addAccount } from '@/db/accounts/add-account.ts';
import { accountActor } from '@/db/accounts/scope.ts';
import { hasAccount, spendSetUpToken } from '@/db/accounts/set-up-link.ts';
import { workspace } from '@/db/schema/organisation.ts';
import type { Role } from '@/lib/access.ts';
import { Conflict } from '@/lib/errors.ts';
import type { SetUp } from '@/lib/workspace/set-up-form.ts';
import { writeAudit } from './write-audit.ts';

/** What allows a first run: the token of the one-time link, or the settings of the machine. */
export type SetUpProof = { token: string } | 'settings';

/** Sets this installation up; see `setUpWorkspaceIn`. */
export async function setUpWorkspace(form: SetUp, proof: SetUpProof): Promise<void> {
  await setUpWorkspaceIn((await accounts()).records, form, proof, new Date());
}

/**
 * Makes the workspace and the account of its first administrator, who does quality assurance too, once. Throws Conflict when somebody was first, or
 * when the link was used, replaced or is older than a day; nothing is written then.
 */
export async function setUpWorkspaceIn(
  records: Accounts['records'],
  form: SetUp,
  proof: SetUpProof,
  now: Date,
): Promise<void> {
  await records.transaction(async (transaction) => {
    // Two set-ups at once: the second waits here and then finds an account.
    await transaction.execute(sql`select pg_advisory_xact_lock(${LOCK})`);
    if (await hasAccount(transaction)) throw new Conflict('Lookback has been set up already. Sign in.');
    if (proof !== 'settings' && !(await spendSetUpToken(transaction, proof.token, now))) {
      throw new Conflict(VOID_LINK);
    }
    const userId = await addAccount(transaction, { ...form, roles: FIRST_ROLES }, now);
    await transaction.insert(workspace).values({
      name: form.workspaceName,
      timeZone: form.timeZone,
      country: form.country,
      currency: form.currency,
      madeAt: now,
    });
    await writeAudit(transaction, {
      at: now,
      actor: accountActor(userId),
      action: 'workspace_set_up',
      subject: 'workspace',
      detail: { by: proof === 'settings' ? 'settings' : 'link', roles: FIRST_ROLES },
    });
  });
}

// An administrator alone sees no incident, and there is nobody else yet to act on signals or to plan a training.
const FIRST_ROLES: readonly Role[] = ['manager', 'trainer', 'qa', 'admin'];

const LOCK = 1_819_241_325;

const VOID_LINK =
  'This link has been used, replaced or is older than a day. Restart Lookback; it then prints a new one.';
