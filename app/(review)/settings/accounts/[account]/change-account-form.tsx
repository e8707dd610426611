'use client';

import { Button } from '@/app/_ui/form/button.tsx';
import { TextField } from '@/app/_ui/form/field.tsx';
import { FormOutcome } from '@/app/_ui/form/form-outcome.tsx';
import { useSentForm } from '@/app/_ui/form/use-sent-form.ts';
import type { AccountReport } from '@/db/reports/accounts.ts';
import style from '../../settings.module.css';
import { AccountFields } from '../account-fields.tsx';
import { saveAccount } from '../actions.ts';

/** What somebody is called, may do and sees. */
export function ChangeAccountForm({ account, teams }: Pick<AccountReport, 'account' | 'teams'>) {
  const sent = useSentForm(saveAccount);
  return (
    <form {...sent.form} className={style.form} aria-label="Roles and teams">
      <input type="hidden" name="userId" value={account.id} />
      <input type="hidden" name="version" value={account.version} />
      <TextField
        label="Name"
        name="name"
        autoComplete="off"
        defaultValue={account.name}
        required
        problem={sent.problemOf('name')}
      />
      <AccountFields
        given={{ roles: account.roles, teams: account.teamIds, agents: account.agents }}
        teams={teams}
        problemOf={sent.problemOf}
      />
      <div className={style.buttons}>
        <Button type="submit" kind="primary" disabled={sent.isSending}>
          {sent.isSending ? 'Saving' : 'Save'}
        </Button>
        <FormOutcome sent={sent} saved="Saved. It holds from their next request on." />
      </div>
    </form>
  );
}
