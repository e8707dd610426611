import { Tick } from '@/app/_ui/form/tick.tsx';
import { capital } from '@/lib/charts/sentence-words.ts';
import inputs from './inputs.module.css';

interface TechniqueTicksProps {
  legend: string;
  techniques: readonly { code: number; label: string; section: string }[];
  chosen: readonly number[];
  problem: string | undefined;
}

/** Techniques to choose some of, under the sections of the procedure. */
export function TechniqueTicks({ legend, techniques, chosen, problem }: TechniqueTicksProps) {
  const sections = [...new Set(techniques.map(({ section }) => section))];
  return (
    <fieldset className={inputs.group}>
      <legend>{legend}</legend>
      <div className={inputs.sections}>
        {sections.map((section) => (
          <div key={section}>
            <b>{capital(section)}</b>
            {techniques
              .filter((one) => one.section === section)
              .map(({ code, label }) => (
                <Tick
                  key={code}
                  name="techniques"
                  value={code}
                  label={label}
                  defaultChecked={chosen.includes(code)}
                  aria-invalid={problem ? true : undefined}
                />
              ))}
          </div>
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
