'use client';

import { Button } from '@/app/_ui/form/button.tsx';
import { SelectField, TextAreaField, TextField } from '@/app/_ui/form/field.tsx';
import { FormOutcome } from '@/app/_ui/form/form-outcome.tsx';
import { useSentForm } from '@/app/_ui/form/use-sent-form.ts';
import {
  type ModuleForm as Form,
  MODULE_FORM_LABELS,
  MODULE_FORM_MEANINGS,
  MODULE_FORMS,
} from '@/lib/training/module-forms.ts';
import { LONGEST_MODULE_NAME } from '@/lib/training/training-forms.ts';
import inputs from '../inputs.module.css';
import { TechniqueTicks } from '../technique-ticks.tsx';
import { saveChangedModule, saveModule } from './actions.ts';

interface ModuleFormProps {
  /** The module that is changed; null for a new one. */
  module: {
    moduleId: number;
    version: number;
    name: string;
    form: Form;
    about: string;
    minutes: number | null;
    retired: boolean;
    techniques: readonly { code: number }[];
  } | null;
  techniques: readonly { code: number; label: string; section: string }[];
  /** The technique that a new one is made for. */
  first?: number | null;
}

/** What a module trains, and how. */
export function ModuleForm({ module, techniques, first = null }: ModuleFormProps) {
  const sent = useSentForm(module ? saveChangedModule : saveModule);
  const chosen = module ? module.techniques.map(({ code }) => code) : first === null ? [] : [first];
  return (
    <form {...sent.form} className={inputs.form} aria-label={module ? 'Change the module' : 'Make a module'}>
      {module ? <input type="hidden" name="moduleId" value={module.moduleId} /> : null}
      {module ? <input type="hidden" name="version" value={module.version} /> : null}
      <div className={inputs.fields}>
        <div className={inputs.wide}>
          <TextField
            label="Name"
            name="name"
            defaultValue={module?.name}
            maxLength={LONGEST_MODULE_NAME}
            required
            problem={sent.problemOf('name') ?? null}
          />
        </div>
        <SelectField
          label="Form"
          name="form"
          defaultValue={module?.form ?? 'role_play'}
          hint={MODULE_FORMS.map((form) => `${MODULE_FORM_LABELS[form]}: ${MODULE_FORM_MEANINGS[form]}`).join(
            ' ',
          )}
          problem={sent.problemOf('form') ?? null}
        >
          {MODULE_FORMS.map((form) => (
            <option key={form} value={form}>
              {MODULE_FORM_LABELS[form]}
            </option>
          ))}
        </SelectField>
        <TextField
          label="Minutes"
          name="minutes"
          inputMode="numeric"
          defaultValue={module?.minutes ?? ''}
          hint="How long it takes; may be left empty."
          problem={sent.problemOf('minutes') ?? null}
        />
        <div className={inputs.wide}>
          <TextAreaField
            label="What is practised, and how"
            name="about"
            rows={4}
            defaultValue={module?.about}
            problem={sent.problemOf('about') ?? null}
          />
        </div>
      </div>
      <TechniqueTicks
        legend="Techniques that it trains"
        techniques={techniques}
        chosen={chosen}
        problem={sent.problemOf('techniques')}
      />
      {module ? (
        <SelectField label="For new sessions" name="retired" defaultValue={module.retired ? 'yes' : 'no'}>
          <option value="no">Offered</option>
          <option value="yes">Not offered any more</option>
        </SelectField>
      ) : null}
      <div className={inputs.buttons}>
        <Button type="submit" kind="primary" disabled={sent.isSending}>
          {sent.isSending ? 'Saving' : module ? 'Save' : 'Make the module'}
        </Button>
        <FormOutcome sent={sent} saved="Saved." />
      </div>
    </form>
  );
}
