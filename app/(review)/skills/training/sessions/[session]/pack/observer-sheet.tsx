import type { ScenarioReport } from '@/db/reports/scenarios.ts';
import { OBSERVATIONS } from '@/lib/taxonomy/fixed-sets.ts';
import { OBSERVATION_LABELS } from '@/lib/taxonomy/labels.ts';
import { SCENARIO_PARTS } from '@/lib/training/scenario-forms.ts';
import style from './pack.module.css';

const LEAP = SCENARIO_PARTS.filter(({ field }) => field !== 'situation' && field !== 'hiddenFacts');

interface SheetProps {
  card: ScenarioReport['card'];
  number: number;
}

/** What good looks like, step by step, and the techniques to tick. */
export function ObserverSheet({ card, number }: SheetProps) {
  return (
    <section className={style.sheet} aria-label={`Card ${number}, observer`}>
      <p className={style.kind}>Card {number} · observer</p>
      <h1>{card.title}</h1>
      <h2>What good looks like</h2>
      <dl className={style.leap}>
        {LEAP.map(({ field, label }) => (
          <div key={field}>
            <dt>{label}</dt>
            <dd>{card[field]}</dd>
          </div>
        ))}
      </dl>
      <h2>Techniques</h2>
      <table className={style.ticks}>
        <thead>
          <tr>
            <th scope="col">Technique</th>
            {OBSERVATIONS.map((observation) => (
              <th key={observation} scope="col">
                {OBSERVATION_LABELS[observation]}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {card.techniques.map(({ code, label }) => (
            <tr key={code}>
              <th scope="row">{label}</th>
              {OBSERVATIONS.map((observation) => (
                <td key={observation}>
                  <span className={style.box} role="img" aria-label="to tick" />
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
      <h2>What was said that worked, and what to try next</h2>
      <div className={style.lines} aria-hidden="true" />
    </section>
  );
}
