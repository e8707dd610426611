import { respond } from '@/app/_server/respond.ts';
import { palettePages } from '@/app/(review)/find/palette-pages.ts';
import { paletteReport } from '@/db/reports/palette.ts';
import { rankHits } from '@/lib/palette/rank-hits.ts';

const MOST_PAGES = 8;

/** What the palette offers for `q`, by kind: pages, views, kept patterns, incidents; only what the viewer may see. */
export const GET = respond(
  async ({ viewer, request }) => {
    const text = new URL(request.url).searchParams.get('q') ?? '';
    const pages = palettePages(viewer);
    const ranked = rankHits(text, pages, text.trim() === '' ? pages.length : MOST_PAGES);
    const others = await paletteReport(viewer, text);
    return { groups: [...(ranked.length > 0 ? [{ label: 'Pages', hits: ranked }] : []), ...others] };
  },
  { right: null, quota: 'search' },
);
