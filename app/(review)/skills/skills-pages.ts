import { may, type Right, type Viewer } from '@/lib/access.ts';

const PAGES: readonly { href: string; label: string; needs: Right }[] = [
  { href: '/skills', label: 'Gaps', needs: 'see_skills' },
  { href: '/skills/techniques', label: 'What works', needs: 'see_team_skills' },
  { href: '/skills/teams', label: 'Teams', needs: 'see_team_skills' },
  { href: '/skills/training', label: 'Training', needs: 'see_skills' },
  { href: '/skills/scenarios', label: 'Scenarios', needs: 'see_training' },
  { href: '/skills/lessons', label: 'Lessons', needs: 'see_skills' },
];

/** The pages about skills that the viewer may open, in their order. */
export function skillsPages(viewer: Viewer) {
  return PAGES.filter(({ needs }) => may(viewer, needs));
}
