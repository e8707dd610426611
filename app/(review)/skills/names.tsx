'use client';

import { useEffect, useRef } from 'react';
import { AskWhy } from '@/app/_ui/form/ask-why.tsx';
import { Button } from '@/app/_ui/form/button.tsx';
import { NAMING_REASON_LABELS } from '@/lib/privacy/naming-reasons.ts';
import { nameTheAgents } from './actions.ts';
import style from './names.module.css';

/** Asks why, then names the people of the columns. */
export function Names({ team }: { team: number }) {
  return (
    <div className={style.names}>
      <AskWhy
        label="Name these agents"
        action={nameTheAgents}
        fields={{ team }}
        question="Why do you need the names?"
        hint="Your account, the team and the reason go into the audit log."
        reasons={NAMING_REASON_LABELS}
        submit="Name them and log it"
        during="Asking"
      >
        {(people, hide) => <Named people={people} onHide={hide} />}
      </AskWhy>
    </div>
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
