'use client';

import { Button } from '@/app/_ui/form/button.tsx';
import { FormOutcome } from '@/app/_ui/form/form-outcome.tsx';
import { Notice } from '@/app/_ui/form/notice.tsx';
import { Tick } from '@/app/_ui/form/tick.tsx';
import { useSentForm } from '@/app/_ui/form/use-sent-form.ts';
import { formatCounted } from '@/lib/charts/format.ts';
import type { PersonFound } from '@/lib/privacy/person-found.ts';
import type { PersonAsked } from '@/lib/workspace/person-form.ts';
import style from '../settings.module.css';
import { eraseThePerson } from './actions.ts';
import { describeAgent, describeCustomer, describeErased } from './describe-person.ts';
import { Elsewhere } from './elsewhere.tsx';

interface FoundPersonProps {
  asked: PersonAsked;
  found: PersonFound;
}

/** Everything that seems to be about the person: what of it is theirs is chosen, and then erased for good. */
export function FoundPerson({ asked, found }: FoundPersonProps) {
  const sent = useSentForm(eraseThePerson);
  if (sent.value) return <Notice>{describeErased(sent.value)}</Notice>;
  const { customers, agents, accounts } = found;
  const isNothing =
    customers.length + agents.length + found.originals + Object.keys(found.elsewhere).length === 0;
  if (isNothing) return <Notice>{describeNothing(found)}</Notice>;
  return (
    <form {...sent.form} className={style.form} aria-label="Erase">
      <input type="hidden" name="name" value={asked.name} />
      <input type="hidden" name="also" value={asked.also.join('\n')} />
      {customers.length > 0 ? (
        <fieldset className={style.group}>
          <legend>Customers</legend>
          {customers.map((one) => (
            <Tick
              key={one.customerId}
              name="customers"
              value={one.customerId}
              defaultChecked={one.isExact}
              label={one.reference ?? `Pseudonym ${one.pseudonym}`}
              hint={describeCustomer(one)}
            />
          ))}
        </fieldset>
      ) : null}
      {agents.length > 0 ? (
        <fieldset className={style.group}>
          <legend>Staff</legend>
          {agents.map((one) => (
            <Tick
              key={one.agentId}
              name="agents"
              value={one.agentId}
              defaultChecked={one.isExact}
              label={one.reference}
              hint={describeAgent(one)}
            />
          ))}
        </fieldset>
      ) : null}
      {accounts > 0 ? (
        <p className="quiet">
          {formatCounted(accounts, 'account')} in use under this name or address: close it first, under
          Accounts.
        </p>
      ) : null}
      <Elsewhere found={found} />
      <Tick
        name="sure"
        label="Erase this for good"
        hint="It cannot be brought back."
        problem={sent.problemOf('sure')}
      />
      <div className={style.buttons}>
        <Button type="submit" kind="primary" disabled={sent.isSending}>
          {sent.isSending ? 'Erasing' : 'Erase'}
        </Button>
        <FormOutcome sent={sent} saved="" />
      </div>
    </form>
  );
}

function describeNothing({ tooShort, accounts }: PersonFound): string {
  const account = accounts > 0 ? ' There is an account in use under it: close it under Accounts.' : '';
  const short =
    tooShort.length > 0 ? ` Texts were not searched for ${tooShort.join(', ')}, which is too short.` : '';
  return `Nothing of this person is in the record.${account}${short}`;
}
