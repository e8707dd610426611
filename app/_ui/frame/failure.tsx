'use client';

import { useEffect, useState } from 'react';
import { Button } from '../form/button.tsx';
import { referenceOf } from './reference.ts';
import style from './states.module.css';

interface FailureProps {
  /** What could not be done: "This chart could not be computed". */
  happened: string;
  /** What is as it was. */
  kept: string;
  /** Whatever was thrown. The server's own errors arrive with the id under which its log holds them. */
  error: unknown;
  onRetry: () => void;
}

/** A fault of the program, said as one: what happened, what was kept, a way on, and an id to quote. */
export function Failure({ happened, kept, error, onRetry }: FailureProps) {
  const reference = referenceOf(error);
  return (
    <div role="alert" className={`${style.message} ${style.fault}`}>
      <p>
        <b>{happened}.</b> {kept}
      </p>
      <p>
        <Button onClick={onRetry}>Try again</Button>
      </p>
      <p className="note">
        {reference ? `Error ${reference}` : 'This happened in your browser'}
        <SeenAt />
      </p>
    </div>
  );
}

/** The time is the reader's own, so it is known only in the browser. */
function SeenAt() {
  const [seen, setSeen] = useState('');
  useEffect(() => setSeen(`, ${momentFormat.format(new Date())}`), []);
  return seen;
}

const momentFormat = new Intl.DateTimeFormat('en-GB', {
  day: 'numeric',
  month: 'short',
  year: 'numeric',
  hour: '2-digit',
  minute: '2-digit',
  second: '2-digit',
});
