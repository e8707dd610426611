import type { IncidentFormReport } from '@/db/reports/incident-form.ts';
import { TECHNIQUE_FIELD } from '@/lib/incident-form/incident-form.ts';
import { OBSERVATIONS } from '@/lib/taxonomy/fixed-sets.ts';
import { OBSERVATION_LABELS } from '@/lib/taxonomy/labels.ts';
import type { Given } from './given.ts';
import style from './new.module.css';

interface TechniqueChoicesProps {
  given: Given;
  techniques: IncidentFormReport['terms']['technique'];
  problem: string | undefined;
}

/** How each technique was handled, by section of the procedure; those without a chance to be used stay as they are. */
export function TechniqueChoices({ given, techniques, problem }: TechniqueChoicesProps) {
  const sections = [...new Set(techniques.map(({ group }) => group ?? 'other'))];
  const isUsed = (section: string) =>
    techniques.some(
      ({ id, group }) => (group ?? 'other') === section && given.one(TECHNIQUE_FIELD + id) !== '',
    );
  return (
    <>
      <p className="note">
        Techniques that there was an opportunity for. Open a section to say how they went.
      </p>
      {problem ? (
        <p role="alert" className={style.problem}>
          {problem}
        </p>
      ) : null}
      <div className={style.sections}>
        {sections.map((section) => (
          <details key={section} open={isUsed(section)} className={style.section}>
            <summary>{section.charAt(0).toUpperCase() + section.slice(1)}</summary>
            {techniques
              .filter(({ group }) => (group ?? 'other') === section)
              .map(({ id, label }) => (
                <label key={id} className={style.technique}>
                  <span>{label}</span>
                  <select name={TECHNIQUE_FIELD + id} defaultValue={given.one(TECHNIQUE_FIELD + id)}>
                    <option value="">No opportunity</option>
                    {OBSERVATIONS.map((observation) => (
                      <option key={observation} value={observation}>
                        {OBSERVATION_LABELS[observation]}
                      </option>
                    ))}
                  </select>
                </label>
              ))}
          </details>
        ))}
      </div>
    </>
  );
}
