'use client';

import { Button } from '@/app/_ui/form/button.tsx';
import { FormOutcome } from '@/app/_ui/form/form-outcome.tsx';
import { useSentForm } from '@/app/_ui/form/use-sent-form.ts';
import { moveTheTerm } from '../actions.ts';
import style from './taxonomy.module.css';

interface MoveButtonsProps {
  set: string;
  id: string;
  label: string;
  isFirst: boolean;
  isLast: boolean;
}

/** Puts a value one place up or down in the order in which it is shown. */
export function MoveButtons({ isFirst, isLast, ...moved }: MoveButtonsProps) {
  return (
    <div className={style.moves}>
      <Move {...moved} direction="up" words="Up" disabled={isFirst} />
      <Move {...moved} direction="down" words="Down" disabled={isLast} />
    </div>
  );
}

interface MoveProps extends Omit<MoveButtonsProps, 'isFirst' | 'isLast'> {
  direction: 'up' | 'down';
  words: string;
  disabled: boolean;
}

function Move({ set, id, label, direction, words, disabled }: MoveProps) {
  const sent = useSentForm(moveTheTerm);
  return (
    <form {...sent.form}>
      <input type="hidden" name="set" value={set} />
      <input type="hidden" name="id" value={id} />
      <input type="hidden" name="direction" value={direction} />
      <Button type="submit" kind="quiet" disabled={disabled || sent.isSending}>
        {words}
        <span className="unseen"> with {label}</span>
      </Button>
      {sent.failed ? <FormOutcome sent={sent} saved="" /> : null}
    </form>
  );
}
