import type { Metadata } from 'next';
import Link from 'next/link';
import { notFound } from 'next/navigation';
import { requireRight } from '@/app/_server/session.ts';
import { Page } from '@/app/_ui/frame/shell.tsx';
import { type ScenarioReport, scenarioReport } from '@/db/reports/scenarios.ts';
import { nameIncident } from '@/lib/analysis/describe-incident.ts';
import { formatCounted } from '@/lib/charts/format.ts';
import { NotFound } from '@/lib/errors.ts';
import { findTokens } from '@/lib/privacy/tokens.ts';
import { CUSTOMER_STATE_LABELS } from '@/lib/taxonomy/labels.ts';
import { SCENARIO_FIELDS } from '@/lib/training/scenario-forms.ts';
import { toRowNumber } from '@/lib/workspace/row-number.ts';
import { Crumb } from '../../crumb.tsx';
import inputs from '../../inputs.module.css';
import style from '../../training.module.css';
import { CardParts } from '../card-parts.tsx';
import { ChangeScenarioForm } from './change-scenario-form.tsx';

export const metadata: Metadata = { title: 'Scenario' };

export default async function ScenarioPage({ params }: { params: Promise<{ scenario: string }> }) {
  const viewer = await requireRight('see_training');
  const scenarioId = toRowNumber((await params).scenario);
  if (scenarioId === null) notFound();
  const report = await scenarioReport(viewer, scenarioId).catch((error) => {
    if (error instanceof NotFound) notFound();
    throw error;
  });
  const { card, techniques, mayTrain } = report;
  return (
    <Page>
      <Crumb href="/skills/scenarios" label="Scenarios" />
      <h1>{card.title}</h1>
      <Facts report={report} />
      <CardParts card={card} />
      {mayTrain ? (
        <details className={inputs.edit}>
          <summary>Change the card</summary>
          <ChangeScenarioForm
            key={card.version}
            card={{ ...card, words: card, techniques: card.techniques.map(({ code }) => code) }}
            techniques={techniques}
          />
        </details>
      ) : null}
    </Page>
  );
}

function Facts({ report: { card, incident, madeBy, madeOn } }: { report: ScenarioReport }) {
  const tokens = SCENARIO_FIELDS.reduce((sum, field) => sum + findTokens(card[field]).length, 0);
  return (
    <p className={style.facts}>
      <span>{card.trigger.label}</span>
      <span>{CUSTOMER_STATE_LABELS[card.customerState]}</span>
      <span>
        {'From '}
        {incident === null ? (
          'an incident'
        ) : (
          <Link className="link" href={`/incidents/${incident}`} prefetch={false}>
            {nameIncident(incident)}
          </Link>
        )}
      </span>
      <span>
        By {madeBy}, {madeOn}
      </span>
      <span>
        {tokens === 0
          ? 'Nothing was taken out'
          : `${formatCounted(tokens, 'token')} in the place of what was taken out`}
      </span>
      {card.retired ? <span>Not used any more</span> : null}
    </p>
  );
}
