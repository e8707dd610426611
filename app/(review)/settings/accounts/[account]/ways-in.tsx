import { OneButtonForm } from '@/app/_ui/form/one-button-form.tsx';
import type { AccountReport } from '@/db/reports/accounts.ts';
import { describeInstant } from '@/lib/analysis/moment-words.ts';
import style from '../../settings.module.css';
import { removeTheirFactor } from '../actions.ts';
import { LinkForm } from './link-form.tsx';

interface WaysInProps extends Pick<AccountReport, 'account' | 'timeZone'> {
  /** Whether links can be sent. */
  byMail: boolean;
}

/** How somebody signs in, and help for who lost a password or a phone. */
export function WaysIn({ account, timeZone, byMail }: WaysInProps) {
  const { ways, linkUntil, state } = account;
  if (state === 'disabled') return null;
  return (
    <section className={style.section} aria-labelledby="ways">
      <h2 id="ways">Signing in</h2>
      <p className="quiet">
        {describeWays(ways)}
        {linkUntil ? ` A link that was made works until ${describeInstant(linkUntil, timeZone)}.` : ''}
      </p>
      {byMail ? <LinkForm userId={account.id} isFirst={!ways.password} byMail timeZone={timeZone} /> : null}
      <LinkForm userId={account.id} isFirst={!ways.password} byMail={false} timeZone={timeZone} />
      {ways.secondFactor ? (
        <OneButtonForm
          action={removeTheirFactor}
          fields={{ userId: account.id }}
          label="Remove the second factor"
          during="Removing"
        />
      ) : null}
    </section>
  );
}

function describeWays({ password, singleSignOn, secondFactor }: AccountReport['account']['ways']): string {
  const own = password ? (secondFactor ? ['a password and a code of an app'] : ['a password']) : [];
  const all = [...own, ...(singleSignOn ? ['single sign-on'] : [])];
  return all.length > 0 ? `By ${all.join(', or ')}.` : 'Has not chosen a password yet.';
}
