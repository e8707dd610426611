import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { requireRight } from '@/app/_server/session.ts';
import { Page } from '@/app/_ui/frame/shell.tsx';
import { newScenarioReport } from '@/db/reports/scenarios.ts';
import { nameIncident } from '@/lib/analysis/describe-incident.ts';
import { NotFound } from '@/lib/errors.ts';
import { toIncidentNumber } from '@/lib/workspace/row-number.ts';
import { Crumb } from '../../crumb.tsx';
import { ChooseIncident } from './choose-incident.tsx';
import { ScenarioForm } from './scenario-form.tsx';

export const metadata: Metadata = { title: 'Make a scenario' };

interface NewScenarioPageProps {
  searchParams: Promise<{ incident?: string | string[] }>;
}

export default async function NewScenarioPage({ searchParams }: NewScenarioPageProps) {
  const viewer = await requireRight('train');
  const { incident } = await searchParams;
  if (incident === undefined || incident === '') return <ChooseIncident />;
  const number = typeof incident === 'string' ? toIncidentNumber(incident) : null;
  if (number === null) notFound();
  const { draft, techniques } = await newScenarioReport(viewer, number).catch((error) => {
    if (error instanceof NotFound) notFound();
    throw error;
  });
  return (
    <Page>
      <Crumb href={`/incidents/${number}`} label={nameIncident(number)} />
      <h1>Make a scenario of {nameIncident(number)}</h1>
      <p className="quiet">
        A role-play card begins with what the incident says. Change what would tell who it was: names of
        places, products that few have, exact dates and amounts. What is personal is taken out when it is
        saved, and the original is not kept.
      </p>
      <ScenarioForm incident={number} draft={draft} techniques={techniques} />
    </Page>
  );
}
