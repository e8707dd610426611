import { type ComponentProps, type ReactNode, useId } from 'react';
import style from './control.module.css';

interface FieldText {
  label: string;
  hint?: ReactNode;
  /** What is wrong with the value, said under it; the field is marked invalid. */
  problem?: string | null;
}

/** A labelled line of text, password, date, number or file. */
export function TextField({ label, hint, problem, ...input }: FieldText & ComponentProps<'input'>) {
  const ids = useFieldIds(input.id);
  return (
    <Field label={label} hint={hint} problem={problem} ids={ids}>
      <input {...input} {...described(ids, hint, problem)} className={`${style.control} ${style.input}`} />
    </Field>
  );
}

/** A labelled choice of one from a list, its options as children. */
export function SelectField({ label, hint, problem, ...select }: FieldText & ComponentProps<'select'>) {
  const ids = useFieldIds(select.id);
  return (
    <Field label={label} hint={hint} problem={problem} ids={ids}>
      <select {...select} {...described(ids, hint, problem)} className={`${style.control} ${style.input}`} />
    </Field>
  );
}

/** A labelled text of several lines. */
export function TextAreaField({ label, hint, problem, ...area }: FieldText & ComponentProps<'textarea'>) {
  const ids = useFieldIds(area.id);
  return (
    <Field label={label} hint={hint} problem={problem} ids={ids}>
      <textarea {...area} {...described(ids, hint, problem)} className={`${style.control} ${style.input}`} />
    </Field>
  );
}

interface FieldIds {
  field: string;
  hint: string;
  problem: string;
}

function Field({ label, hint, problem, ids, children }: FieldText & { ids: FieldIds; children: ReactNode }) {
  return (
    <div className={style.field}>
      <label htmlFor={ids.field}>{label}</label>
      {children}
      {hint ? (
        <div id={ids.hint} className={style.hint}>
          {hint}
        </div>
      ) : null}
      {problem ? (
        <div id={ids.problem} className={style.problem}>
          {problem}
        </div>
      ) : null}
    </div>
  );
}

function useFieldIds(given: string | undefined): FieldIds {
  const made = useId();
  const field = given ?? made;
  return { field, hint: `${field}-hint`, problem: `${field}-problem` };
}

function described(ids: FieldIds, hint: ReactNode, problem: string | null | undefined) {
  const by = [problem ? ids.problem : '', hint ? ids.hint : ''].filter(Boolean).join(' ');
  return { id: ids.field, 'aria-describedby': by || undefined, 'aria-invalid': problem ? true : undefined };
}
