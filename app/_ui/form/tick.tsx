import { type ComponentProps, type ReactNode, useId } from 'react';
import style from './control.module.css';

interface TickProps extends Omit<ComponentProps<'input'>, 'type'> {
  label: ReactNode;
  hint?: ReactNode;
  problem?: string | null;
  /** One of several of the same name. */
  type?: 'checkbox' | 'radio';
}

/** A box to tick, or one of several choices, with its words beside it. */
export function Tick({ label, hint, problem, type = 'checkbox', ...input }: TickProps) {
  const id = useId();
  return (
    <div>
      <label className={style.tick}>
        <input
          {...input}
          type={type}
          aria-invalid={problem ? true : undefined}
          aria-describedby={problem ? id : undefined}
        />
        <span>
          {label}
          {hint ? <small>{hint}</small> : null}
        </span>
      </label>
      {problem ? (
        <div id={id} className={style.problem}>
          {problem}
        </div>
      ) : null}
    </div>
  );
}
