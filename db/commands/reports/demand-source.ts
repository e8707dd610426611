import { demand, type Viewer } from '@/lib/access.ts';
import { PACK_FORMATS } from '@/lib/packs/formats.ts';
import { PACK_PAGES } from '@/lib/packs/pack-pages.ts';
import type { ReportWish } from '@/lib/reports/report-form.ts';

/** Throws Forbidden unless the viewer may see what a report is made of, and take out what it holds. */
export function demandSource(viewer: Viewer, { page, format }: ReportWish): void {
  demand(viewer, page === 'incidents' ? 'see_incidents' : PACK_PAGES[page].right);
  if (PACK_FORMATS[format].holds === 'rows') demand(viewer, 'export');
}
