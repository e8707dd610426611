import { may, type Viewer } from '@/lib/access.ts';

/** Where somebody begins; null for an account that may see nothing yet. */
export function firstPage(viewer: Viewer): string | null {
  if (may(viewer, 'see_reports')) return '/';
  if (may(viewer, 'see_incidents')) return '/incidents';
  return may(viewer, 'import') ? '/import' : null;
}
