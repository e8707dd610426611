import { may, type Right, type Viewer } from '@/lib/access.ts';
import type { PaletteHit } from '@/lib/palette/palette-hit.ts';
import { settingsPages } from '../settings/settings-pages.ts';
import { skillsPages } from '../skills/skills-pages.ts';

const PAGES: readonly { href: string; label: string; needs: Right | null }[] = [
  { href: '/', label: 'Overview', needs: 'see_reports' },
  { href: '/patterns', label: 'Patterns', needs: 'see_reports' },
  { href: '/patterns/kept', label: 'Kept patterns', needs: 'see_reports' },
  { href: '/incidents', label: 'Incidents', needs: 'see_incidents' },
  { href: '/incidents/new', label: 'Document an incident', needs: 'document' },
  { href: '/incidents/set-aside', label: 'Incidents set aside', needs: 'see_incidents' },
  { href: '/reports', label: 'Reports', needs: 'take_out' },
  { href: '/reports/schedules', label: 'Schedules of reports', needs: 'build_reports' },
  { href: '/import', label: 'Import', needs: 'import' },
  { href: '/methods', label: 'Methods', needs: null },
  { href: '/account', label: 'Your account', needs: null },
];

/** The pages that the viewer may open. */
export function palettePages(viewer: Viewer): PaletteHit[] {
  const own = PAGES.filter(({ needs }) => needs === null || may(viewer, needs));
  return [
    ...own.map((page) => toHit(page, '')),
    ...skillsPages(viewer).map((page) => toHit(page, 'Skills')),
    ...settingsPages(viewer).map((page) => toHit(page, 'Settings')),
  ];
}

const toHit = ({ href, label }: { href: string; label: string }, note: string): PaletteHit => ({
  id: `page:${href}`,
  label: note === '' ? label : `${note} › ${label}`,
  note: 'Page',
  href,
});
