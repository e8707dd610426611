import { may, type Right, type Viewer } from '@/lib/access.ts';

interface SettingsPage {
  href: string;
  label: string;
  right: Right;
}

const PAGES: readonly SettingsPage[] = [
  { href: '/settings/workspace', label: 'Workspace', right: 'administer' },
  { href: '/settings/measures', label: 'Measures', right: 'set_targets' },
  { href: '/settings/taxonomy', label: 'Taxonomy', right: 'administer' },
  { href: '/settings/events', label: 'Events', right: 'administer' },
  { href: '/settings/volumes', label: 'Contact volumes', right: 'administer' },
  { href: '/settings/accounts', label: 'Accounts', right: 'administer' },
  { href: '/settings/keys', label: 'Keys', right: 'administer' },
  { href: '/settings/audit', label: 'Audit log', right: 'administer' },
  { href: '/settings/retention', label: 'Retention', right: 'administer' },
  { href: '/settings/erasure', label: 'Erasure', right: 'administer' },
  { href: '/settings/sample', label: 'Sample', right: 'administer' },
];

/** The pages of the settings that the viewer may open, in their order. */
export function settingsPages(viewer: Viewer): { href: string; label: string }[] {
  return PAGES.filter(({ right }) => may(viewer, right)).map(({ href, label }) => ({
    href,
    label,
  }));
}
