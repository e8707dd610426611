'use client';

import { useEffect, useRef, useState } from 'react';
import { Button } from '@/app/_ui/form/button.tsx';
import { SelectField } from '@/app/_ui/form/field.tsx';
import { FormOutcome } from '@/app/_ui/form/form-outcome.tsx';
import { useSentForm } from '@/app/_ui/form/use-sent-form.ts';
import { NAMING_REASON_LABELS, NAMING_REASONS } from '@/lib/privacy/naming-reasons.ts';
import { nameTheAgents } from './actions.ts';
import style from './names.module.css';

/** Asks why, then names the people of the columns until they are hidden or left. Each look is logged anew. */
export function Names({ team }: { team: number }) {
  const [asked, setAsked] = useState(0);
  const [isOpen, setOpen] = useState(false);
  const close = () => {
    setAsked(asked + 1);
    setOpen(false);
  };
  return (
    <div className={style.names}>
      {isOpen ? (
        <NamesForm key={asked} team={team} onClose={close} />
      ) : (
        <Button onClick={() => setOpen(true)}>Name these agents</Button>
      )}
    </div>
  );
}

function NamesForm({ team, onClose }: { team: number; onClose: () => void }) {
  const sent = useSentForm(nameTheAgents);
  if (sent.value) return <Named people={sent.value} onHide={onClose} />;
  return (
    <form {...sent.form} className={style.form} aria-label="Name these agents">
      <input type="hidden" name="team" value={team} />
      <SelectField
        label="Why do you need the names?"
        name="reason"
        defaultValue=""
        required
        autoFocus
        hint="Your account, the team and the reason go into the audit log."
        problem={sent.problemOf('reason')}
      >
        <option value="" disabled>
          Choose a reason
        </option>
        {NAMING_REASONS.map((reason) => (
          <option key={reason} value={reason}>
            {NAMING_REASON_LABELS[reason]}
          </option>
        ))}
      </SelectField>
      <div className={style.buttons}>
        <Button type="submit" disabled={sent.isSending}>
          {sent.isSending ? 'Asking' : 'Name them and log it'}
        </Button>
        <Button kind="quiet" onClick={onClose}>
          Cancel
        </Button>
      </div>
      <FormOutcome sent={sent} saved="" />
    </form>
  );
}

interface NamedProps {
  people: readonly { agentId: number; name: string }[];
  onHide: () => void;
}

/** The names by number, as the columns are. They are in this page alone, and gone with it. */
function Named({ people, onHide }: NamedProps) {
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus(), []);
  return (
    <>
      <h3 ref={heading} tabIndex={-1}>
        Who they are, named for you
      </h3>
      <dl className={style.people}>
        {people.map(({ agentId, name }) => (
          <div key={agentId}>
            <dt>Agent {agentId}</dt>
            <dd>{name}</dd>
          </div>
        ))}
      </dl>
      <Button onClick={onHide}>Hide them</Button>
    </>
  );
}
