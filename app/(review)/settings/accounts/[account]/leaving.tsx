import { OneButtonForm } from '@/app/_ui/form/one-button-form.tsx';
import type { AccountReport } from '@/db/reports/accounts.ts';
import style from '../../settings.module.css';
import { closeTheAccount, disableTheAccount, enableTheAccount } from '../actions.ts';

/** Shuts somebody out for now, or for good. */
export function Leaving({ account }: Pick<AccountReport, 'account'>) {
  const fields = { userId: account.id };
  return (
    <section className={style.section} aria-labelledby="leaving">
      <h2 id="leaving">Leaving</h2>
      {account.state === 'disabled' ? (
        <>
          <p className="quiet">Disabled: nobody can sign in with this account.</p>
          <OneButtonForm action={enableTheAccount} fields={fields} label="Enable" during="Enabling" />
        </>
      ) : (
        <>
          <p className="quiet">
            Disabling ends every session at once and lets nobody in, until the account is enabled again.
          </p>
          <OneButtonForm action={disableTheAccount} fields={fields} label="Disable" during="Disabling" />
        </>
      )}
      <details>
        <summary>Close for good</summary>
        <p className="quiet">
          For somebody who has left. The name becomes “Former staff” wherever it stands; address, password and
          sessions are removed. This cannot be undone; the address can be invited again, as somebody new.
        </p>
        <OneButtonForm action={closeTheAccount} fields={fields} label="Close the account" during="Closing" />
      </details>
    </section>
  );
}
