import type { ScenarioReport } from '@/db/reports/scenarios.ts';
import { inOneBreath } from '@/lib/charts/training-words.ts';
import { CUE_LABELS, CUSTOMER_STATE_LABELS } from '@/lib/taxonomy/labels.ts';
import { SCENARIO_PARTS } from '@/lib/training/scenario-forms.ts';
import style from '../training.module.css';
import { RedactedPart } from './redacted-part.tsx';

/** A card as it is read on the screen. */
export function CardParts({ card }: Pick<ScenarioReport, 'card'>) {
  const cues = card.cues.map((cue) => CUE_LABELS[cue].toLowerCase());
  return (
    <dl className={style.parts}>
      <dt>Customer</dt>
      <dd>{[CUSTOMER_STATE_LABELS[card.customerState], ...cues].join(', ')}</dd>
      {SCENARIO_PARTS.map(({ field, label }) => (
        <RedactedPart key={field} label={label} text={card[field]} />
      ))}
      <dt>Techniques to observe</dt>
      <dd>{inOneBreath(card.techniques.map(({ label }) => label))}</dd>
    </dl>
  );
}
