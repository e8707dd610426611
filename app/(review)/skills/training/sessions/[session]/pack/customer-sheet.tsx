import type { ScenarioReport } from '@/db/reports/scenarios.ts';
import { CUE_LABELS, CUSTOMER_STATE_LABELS } from '@/lib/taxonomy/labels.ts';
import style from './pack.module.css';

interface SheetProps {
  card: ScenarioReport['card'];
  number: number;
}

/** What whoever plays the customer reads; the upper half may be shown to the agent. */
export function CustomerSheet({ card, number }: SheetProps) {
  const cues = card.cues.map((cue) => CUE_LABELS[cue].toLowerCase());
  return (
    <section className={style.sheet} aria-label={`Card ${number}, customer`}>
      <p className={style.kind}>Card {number} · customer</p>
      <h1>{card.title}</h1>
      <h2>Situation, for both</h2>
      <p className={style.words}>{card.situation}</p>
      <h2>How you are</h2>
      <p>{[CUSTOMER_STATE_LABELS[card.customerState], ...cues].join(', ')}</p>
      <h2>What only you know</h2>
      <p className={style.words}>{card.hiddenFacts}</p>
      <p className={style.remark}>
        Tell it when you are asked well, and not before. Calm down when you feel heard.
      </p>
    </section>
  );
}
