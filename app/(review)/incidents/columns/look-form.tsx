'use client';

import { useEffect, useState } from 'react';
import { Button } from '@/app/_ui/form/button.tsx';
import { FormOutcome } from '@/app/_ui/form/form-outcome.tsx';
import { useSentForm } from '@/app/_ui/form/use-sent-form.ts';
import {
  COLUMN_LABELS,
  DENSITIES,
  FIRST_COLUMNS,
  LIST_COLUMNS,
  type ListColumn,
  type ListPreferences,
  PAGE_SIZES,
  writeColumns,
} from '@/lib/preferences/list-columns.ts';
import { COLUMNS } from '../incident-columns.tsx';
import { saveListLook } from './actions.ts';
import style from './look.module.css';

interface LookFormProps {
  look: ListPreferences;
  onSaved: () => void;
}

/** Which columns stand in the list and in which order, how high its rows are and how many a page has. */
export default function LookForm({ look, onSaved }: LookFormProps) {
  const sent = useSentForm(saveListLook);
  const [columns, setColumns] = useState(look.columns);
  useEffect(() => {
    if (sent.isSaved) onSaved();
  }, [sent.isSaved, onSaved]);
  return (
    <form {...sent.form} className={style.form} aria-label="Columns of the list">
      <input type="hidden" name="columns" value={writeColumns(columns)} />
      <ColumnChoices columns={columns ?? FIRST_COLUMNS} onChange={setColumns} />
      <div className={style.sizes}>
        <Choices name="density" legend="Rows" options={DENSITIES} chosen={look.density} />
        <Choices name="rows" legend="Rows a page" options={PAGE_SIZES} chosen={look.rows} />
      </div>
      <FormOutcome sent={sent} saved="" />
      <div className={style.foot}>
        <Button kind="quiet" disabled={columns === null} onClick={() => setColumns(null)}>
          Columns as at first
        </Button>
        <Button type="submit" kind="primary" disabled={sent.isSending}>
          {sent.isSending ? 'Keeping…' : 'Keep'}
        </Button>
      </div>
    </form>
  );
}

interface ColumnChoicesProps {
  columns: readonly ListColumn[];
  onChange: (columns: readonly ListColumn[]) => void;
}

/** The columns that are shown in their order, and behind them those that are not. */
function ColumnChoices({ columns, onChange }: ColumnChoicesProps) {
  const others = LIST_COLUMNS.filter((column) => !columns.includes(column));
  const flip = (column: ListColumn) =>
    onChange(columns.includes(column) ? columns.filter((one) => one !== column) : [...columns, column]);
  return (
    <fieldset className={style.list}>
      <legend className={style.legend}>Columns, after the incident’s number</legend>
      <ol>
        {[...columns, ...others].map((column) => (
          <li key={column} className={style.column}>
            <label className={style.label}>
              <input type="checkbox" checked={columns.includes(column)} onChange={() => flip(column)} />
              {COLUMN_LABELS[column]}
              {COLUMNS[column].sort ? null : <span className="note">the list is not sorted by it</span>}
            </label>
            <Move column={column} columns={columns} by={-1} onChange={onChange} />
            <Move column={column} columns={columns} by={1} onChange={onChange} />
          </li>
        ))}
      </ol>
    </fieldset>
  );
}

/** A button that moves a column by one place; it keeps the focus, for the next press. */
function Move({ column, columns, by, onChange }: ColumnChoicesProps & { column: ListColumn; by: 1 | -1 }) {
  const at = columns.indexOf(column);
  if (at < 0) return null;
  const to = at + by;
  const isEnd = to < 0 || to >= columns.length;
  return (
    <button
      type="button"
      className={style.move}
      aria-label={`Move ${COLUMN_LABELS[column]} ${by < 0 ? 'up' : 'down'}`}
      aria-disabled={isEnd}
      onClick={() => {
        if (isEnd) return;
        const rest = columns.filter((one) => one !== column);
        onChange([...rest.slice(0, to), column, ...rest.slice(to)]);
      }}
    >
      <svg viewBox="0 0 8 8" aria-hidden="true">
        <path d={by < 0 ? 'M1 5.5l3-3 3 3' : 'M1 2.5l3 3 3-3'} />
      </svg>
    </button>
  );
}

interface ChoicesProps<Option> {
  name: string;
  legend: string;
  options: readonly Option[];
  chosen: Option;
}

function Choices<Option extends string | number>({ name, legend, options, chosen }: ChoicesProps<Option>) {
  return (
    <fieldset className={style.choices}>
      <legend className={style.legend}>{legend}</legend>
      {options.map((option) => (
        <label key={option} className={style.label}>
          <input type="radio" name={name} value={option} defaultChecked={option === chosen} />
          {typeof option === 'string' ? option.charAt(0).toUpperCase() + option.slice(1) : option}
        </label>
      ))}
    </fieldset>
  );
}
