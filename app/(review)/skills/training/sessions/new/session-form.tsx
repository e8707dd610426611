'use client';

import { Button } from '@/app/_ui/form/button.tsx';
import { SelectField, TextAreaField, TextField } from '@/app/_ui/form/field.tsx';
import { FormOutcome } from '@/app/_ui/form/form-outcome.tsx';
import { useSentForm } from '@/app/_ui/form/use-sent-form.ts';
import { PageLink } from '@/app/_ui/frame/page-link.tsx';
import type { NewSessionReport } from '@/db/reports/training-choices.ts';
import { formatCounted } from '@/lib/charts/format.ts';
import { inSentence } from '@/lib/charts/sentence-words.ts';
import inputs from '../../../inputs.module.css';
import { RowTicks } from '../../../row-ticks.tsx';
import { saveSession } from '../../actions.ts';

interface SessionFormProps {
  report: NewSessionReport;
  /** The module that it is planned from. */
  module: number | null;
}

/** A module on a day, for whom, beside whom and with which cards. */
export function SessionForm({
  report: { modules, teams, cards, technique, team, today },
  module,
}: SessionFormProps) {
  const sent = useSentForm(saveSession);
  const chosen = modules.find(({ moduleId }) => moduleId === module) ?? modules[0];
  return (
    <form {...sent.form} className={inputs.form} aria-label="Plan a session">
      <div className={inputs.fields}>
        <SelectField
          label="Module"
          name="moduleId"
          defaultValue={chosen?.moduleId}
          hint={
            technique && !modules.some(({ isForIt }) => isForIt) ? (
              <>
                No module trains {inSentence(technique.label)} yet:{' '}
                <PageLink className="link" href={`/skills/training/modules/new?technique=${technique.id}`}>
                  make one
                </PageLink>
                .
              </>
            ) : undefined
          }
          problem={sent.problemOf('moduleId') ?? null}
        >
          {modules.map(({ moduleId, name, isForIt }) => (
            <option key={moduleId} value={moduleId}>
              {isForIt && technique ? `${name} (trains ${inSentence(technique.label)})` : name}
            </option>
          ))}
        </SelectField>
        <TextField
          label="Day"
          name="heldOn"
          type="date"
          defaultValue={today}
          hint="One that was held already can be noted, too."
          required
          problem={sent.problemOf('heldOn') ?? null}
        />
      </div>
      <RowTicks
        legend="For which teams"
        name="teams"
        rows={teams.map(({ teamId, name, people }) => ({
          id: teamId,
          label: `${name}, ${formatCounted(people, 'person', 'people')}`,
        }))}
        chosen={team ? [team.teamId] : []}
        problem={sent.problemOf('teams')}
        empty="Your account looks after no team."
      />
      <RowTicks
        legend="Compared with the people not trained of which teams; everybody where none is ticked"
        name="compared"
        rows={teams.map(({ teamId, name }) => ({ id: teamId, label: name }))}
        chosen={[]}
        problem={sent.problemOf('compared')}
        empty="There is no team to compare with."
      />
      <RowTicks
        legend="Cards to practise with"
        name="scenarios"
        rows={cards.map(({ scenarioId, title }) => ({ id: scenarioId, label: title }))}
        chosen={cards.filter(({ isForIt }) => isForIt).map(({ scenarioId }) => scenarioId)}
        problem={sent.problemOf('scenarios')}
        empty="There is no card yet: open an incident and make a scenario of it."
      />
      <div className={inputs.wide}>
        <TextAreaField
          label="Note"
          name="note"
          rows={2}
          hint="Room, material, what to bring. Phone numbers, addresses and the like are taken out."
          problem={sent.problemOf('note') ?? null}
        />
      </div>
      <div className={inputs.buttons}>
        <Button type="submit" kind="primary" disabled={sent.isSending}>
          {sent.isSending ? 'Planning' : 'Plan the session'}
        </Button>
        <FormOutcome sent={sent} saved="Planned." />
      </div>
    </form>
  );
}
