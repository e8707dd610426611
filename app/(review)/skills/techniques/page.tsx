import type { Metadata } from 'next';
import { requireRight } from '@/app/_server/session.ts';
import { skillsReport } from '@/db/reports/skills.ts';
import type { SearchParams } from '@/lib/filters/search-params.ts';
import { parseSkills } from '@/lib/filters/skills-state.ts';
import { TechniquesPage } from './techniques-page.tsx';

export const metadata: Metadata = { title: 'What works' };

export default async function WhatWorksPage({ searchParams }: { searchParams: Promise<SearchParams> }) {
  const viewer = await requireRight('see_team_skills');
  const { filters, state } = parseSkills(await searchParams);
  const report = await skillsReport(viewer, filters, ['effects', 'strata', 'leap'], { state });
  return <TechniquesPage report={report} viewer={viewer} />;
}
