import type { Metadata } from 'next';
import { requireRight } from '@/app/_server/session.ts';
import { skillsReport } from '@/db/reports/skills.ts';
import type { SearchParams } from '@/lib/filters/search-params.ts';
import { parseSkills } from '@/lib/filters/skills-state.ts';
import { askViews } from '../views/views-place.tsx';
import { GapsPage } from './gaps-page.tsx';

export const metadata: Metadata = { title: 'Skills' };

export default async function SkillsPage({ searchParams }: { searchParams: Promise<SearchParams> }) {
  const viewer = await requireRight('see_skills');
  askViews('/skills');
  const { filters, state } = parseSkills(await searchParams);
  const report = await skillsReport(viewer, filters, ['own', 'gaps', 'agents'], { state });
  return <GapsPage report={report} viewer={viewer} />;
}
