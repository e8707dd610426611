import type { Metadata } from 'next';
import { requireRight } from '@/app/_server/session.ts';
import { skillsReport } from '@/db/reports/skills.ts';
import type { SearchParams } from '@/lib/filters/search-params.ts';
import { parseSkills } from '@/lib/filters/skills-state.ts';
import { TeamsPage } from './teams-page.tsx';

export const metadata: Metadata = { title: 'Teams compared' };

export default async function TeamsComparedPage({ searchParams }: { searchParams: Promise<SearchParams> }) {
  const viewer = await requireRight('see_team_skills');
  const { filters, state } = parseSkills(await searchParams);
  const report = await skillsReport(viewer, filters, ['funnel', 'exposure'], { state });
  return <TeamsPage report={report} viewer={viewer} />;
}
