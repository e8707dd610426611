'use client';

import { Button } from '@/app/_ui/form/button.tsx';
import { SelectField, TextField } from '@/app/_ui/form/field.tsx';
import { FormOutcome } from '@/app/_ui/form/form-outcome.tsx';
import { useSentForm } from '@/app/_ui/form/use-sent-form.ts';
import type { Choice } from '@/lib/workspace/choices.ts';
import type { WorkspaceSettings } from '@/lib/workspace/workspace-settings.ts';
import style from '../settings.module.css';
import { saveWorkspace } from './actions.ts';

interface WorkspaceFormProps {
  version: number;
  workspace: { name: string; country: string; currency: string };
  limits: Pick<
    WorkspaceSettings,
    | 'minimumIncidents'
    | 'minimumAgents'
    | 'severeIncidentsPerWeek'
    | 'minimumOpportunities'
    | 'skillStandard'
    | 'reportDays'
  >;
  countries: readonly Choice[];
  currencies: readonly Choice[];
}

/** Name, country and currency, and the numbers below which figures about staff are hidden. */
export function WorkspaceForm({ version, workspace, limits, countries, currencies }: WorkspaceFormProps) {
  const sent = useSentForm(saveWorkspace);
  const { problemOf } = sent;
  return (
    <form {...sent.form} className={style.form} aria-label="Workspace">
      <input type="hidden" name="version" value={version} />
      <div className={style.fields}>
        <TextField
          label="Name"
          name="name"
          defaultValue={workspace.name}
          autoComplete="organization"
          required
          problem={problemOf('name')}
        />
        <SelectField
          label="Country"
          name="country"
          defaultValue={workspace.country}
          required
          hint="Telephone numbers without a prefix are read as its own."
          problem={problemOf('country')}
        >
          <Options choices={countries} />
        </SelectField>
        <SelectField
          label="Currency"
          name="currency"
          defaultValue={workspace.currency}
          required
          hint="Amounts in others are not converted: they are left out and counted."
          problem={problemOf('currency')}
        >
          <Options choices={currencies} />
        </SelectField>
      </div>
      <fieldset className={style.group}>
        <legend>Limits for figures about staff</legend>
        <div className={style.fields}>
          <TextField
            label="Fewest incidents"
            name="minimumIncidents"
            inputMode="numeric"
            defaultValue={limits.minimumIncidents}
            required
            hint="A figure of fewer could point at a person: it is hidden from agents and managers."
            problem={problemOf('minimumIncidents')}
          />
          <TextField
            label="Fewest agents"
            name="minimumAgents"
            inputMode="numeric"
            defaultValue={limits.minimumAgents}
            required
            hint="The same where a figure is made of fewer people."
            problem={problemOf('minimumAgents')}
          />
          <TextField
            label="Severe incidents a week"
            name="severeIncidentsPerWeek"
            inputMode="numeric"
            defaultValue={limits.severeIncidentsPerWeek}
            required
            hint="Of severity 4 or 5, for one agent. Weeks above it are listed by team."
            problem={problemOf('severeIncidentsPerWeek')}
          />
        </div>
      </fieldset>
      <SkillFields limits={limits} problemOf={problemOf} />
      <fieldset className={style.group}>
        <legend>Reports</legend>
        <div className={style.fields}>
          <TextField
            label="Days that reports are kept"
            name="reportDays"
            inputMode="numeric"
            defaultValue={limits.reportDays}
            required
            hint="With figures and file, from when they are asked for. What is older goes at night."
            problem={problemOf('reportDays')}
          />
        </div>
      </fieldset>
      <div className={style.buttons}>
        <Button type="submit" kind="primary" disabled={sent.isSending}>
          {sent.isSending ? 'Saving' : 'Save'}
        </Button>
        <FormOutcome sent={sent} saved="Saved." />
      </div>
    </form>
  );
}

interface SkillFieldsProps {
  limits: WorkspaceFormProps['limits'];
  problemOf: (field: string) => string | undefined;
}

/** From how many opportunities a share is told, and what it should be. */
function SkillFields({ limits: { minimumOpportunities, skillStandard }, problemOf }: SkillFieldsProps) {
  return (
    <fieldset className={style.group}>
      <legend>Skills</legend>
      <div className={style.fields}>
        <TextField
          label="Fewest opportunities"
          name="minimumOpportunities"
          inputMode="numeric"
          defaultValue={minimumOpportunities}
          required
          hint="The share of a technique is told from so many on; below it stays blank."
          problem={problemOf('minimumOpportunities')}
        />
        <TextField
          label="Standard, %"
          name="skillStandard"
          inputMode="numeric"
          defaultValue={skillStandard === null ? '' : Math.round(skillStandard * 100)}
          hint="Of opportunities that should be handled effectively. Left free, it is the median of the teams in each technique."
          problem={problemOf('skillStandard')}
        />
      </div>
    </fieldset>
  );
}

function Options({ choices }: { choices: readonly Choice[] }) {
  return choices.map(({ code, label }) => (
    <option key={code} value={code}>
      {label}
    </option>
  ));
}
