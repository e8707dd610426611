'use client';

import { Button } from '@/app/_ui/form/button.tsx';
import { SelectField, TextField } from '@/app/_ui/form/field.tsx';
import { FormOutcome } from '@/app/_ui/form/form-outcome.tsx';
import { OneButtonForm } from '@/app/_ui/form/one-button-form.tsx';
import { useSentForm } from '@/app/_ui/form/use-sent-form.ts';
import { FACTOR_CATEGORIES, FACTOR_CATEGORY_LABELS } from '@/lib/patterns/factor-categories.ts';
import type { Fishbone, FishboneBranch, FishboneEntry } from '@/lib/patterns/fishbone.ts';
import style from '../patterns.module.css';
import { addFactor, removeTheFactor, saveCodedFactor } from './actions.ts';

interface FishboneEditorProps {
  fishbone: Fishbone;
  pattern: { patternId: number; version: number };
}

/** Adds factors by hand, says coded ones otherwise, leaves them out, and takes all that back. */
export function FishboneEditor({ fishbone, pattern }: FishboneEditorProps) {
  const known = { patternId: pattern.patternId, version: pattern.version };
  const shown = fishbone.branches.flatMap(({ category, entries }) =>
    entries.map((entry) => ({ ...entry, category })),
  );
  return (
    <div className={style.editor}>
      <AddFactor known={known} />
      <ul className={style.twigs} aria-label="Factors">
        {[...shown, ...fishbone.leftOut].map((entry) => (
          <Entry
            key={entry.rootCause === null ? `own ${entry.factorId}` : `coded ${entry.rootCause}`}
            entry={entry}
            known={known}
            isLeftOut={fishbone.leftOut.some(({ rootCause }) => rootCause === entry.rootCause)}
          />
        ))}
      </ul>
    </div>
  );
}

type Known = FishboneEditorProps['pattern'];

function AddFactor({ known }: { known: Known }) {
  const sent = useSentForm(addFactor, { empties: true });
  return (
    <form {...sent.form} className={style.form} aria-label="Add a factor">
      <Hidden fields={known} />
      <div className={style.row}>
        <TextField
          label="Factor"
          name="text"
          maxLength={80}
          required
          problem={sent.problemOf('text') ?? null}
        />
        <CategoryField given="process" problem={sent.problemOf('category') ?? null} />
      </div>
      <div className={style.buttons}>
        <Button type="submit" disabled={sent.isSending}>
          Add by hand
        </Button>
        <FormOutcome sent={sent} saved="Added." />
      </div>
    </form>
  );
}

interface EntryProps {
  entry: FishboneEntry & { category: FishboneBranch['category'] };
  known: Known;
  isLeftOut: boolean;
}

function Entry({ entry, known, isLeftOut }: EntryProps) {
  const { label, rootCause, factorId } = entry;
  const isOwn = rootCause === null;
  return (
    <li>
      <span>
        {label}
        <span className="note"> {isOwn ? 'by hand' : isLeftOut ? 'coded, left out' : 'coded'}</span>
      </span>
      {isOwn ? null : <CodedFactor entry={entry} known={known} isLeftOut={isLeftOut} />}
      {factorId === null ? null : (
        <OneButtonForm
          action={removeTheFactor}
          fields={{ ...known, factorId }}
          label={isOwn ? `Remove ${label}` : `As coded: ${label}`}
          during="Changing"
        />
      )}
    </li>
  );
}

function CodedFactor({ entry, known, isLeftOut }: EntryProps) {
  const sent = useSentForm(saveCodedFactor);
  const { label, category, rootCause } = entry;
  return (
    <details>
      <summary className="link">Change {label}</summary>
      <form {...sent.form} className={style.form} aria-label={`Change ${label}`}>
        <Hidden fields={{ ...known, rootCause: rootCause ?? 0 }} />
        <TextField
          label="Words"
          name="text"
          defaultValue={label}
          maxLength={80}
          required
          problem={sent.problemOf('text') ?? null}
        />
        <CategoryField
          given={category === 'other' ? 'process' : category}
          problem={sent.problemOf('category') ?? null}
        />
        <SelectField label="In the drawing" name="isLeftOut" defaultValue={isLeftOut ? 'yes' : 'no'}>
          <option value="no">Shown</option>
          <option value="yes">Left out</option>
        </SelectField>
        <div className={style.buttons}>
          <Button type="submit" disabled={sent.isSending}>
            Save
          </Button>
          <FormOutcome sent={sent} saved="Saved." />
        </div>
      </form>
    </details>
  );
}

function CategoryField({ given, problem }: { given: string; problem: string | null }) {
  return (
    <SelectField label="Branch" name="category" defaultValue={given} problem={problem}>
      {FACTOR_CATEGORIES.map((category) => (
        <option key={category} value={category}>
          {FACTOR_CATEGORY_LABELS[category]}
        </option>
      ))}
    </SelectField>
  );
}

function Hidden({ fields }: { fields: Readonly<Record<string, number>> }) {
  return Object.entries(fields).map(([name, value]) => (
    <input key={name} type="hidden" name={name} value={value} />
  ));
}
