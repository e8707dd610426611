import type { ReactNode } from 'react';
import { Tick } from '@/app/_ui/form/tick.tsx';
import inputs from './inputs.module.css';

interface RowTicksProps {
  legend: string;
  name: string;
  rows: readonly { id: number; label: ReactNode }[];
  chosen: readonly number[];
  problem?: string | undefined;
  /** What is said where there is nothing to choose from. */
  empty: string;
}

/** Rows of the record to choose some of: teams, people, cards. */
export function RowTicks({ legend, name, rows, chosen, problem, empty }: RowTicksProps) {
  return (
    <fieldset className={inputs.group}>
      <legend>{legend}</legend>
      {rows.length === 0 ? <p className="quiet">{empty}</p> : null}
      <div className={`${inputs.ticks} ${rows.length > MANY ? inputs.long : ''}`}>
        {rows.map(({ id, label }) => (
          <Tick key={id} name={name} value={id} label={label} defaultChecked={chosen.includes(id)} />
        ))}
      </div>
      {problem ? (
        <p role="alert" className={inputs.problem}>
          {problem}
        </p>
      ) : null}
    </fieldset>
  );
}

const MANY = 24;
