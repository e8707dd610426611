import { listViewsOf } from '@/db/reports/views.ts';
import { may, type Viewer } from '@/lib/access.ts';
import { isNamedPage, PACK_PAGES, type PackPageId } from '@/lib/packs/pack-pages.ts';
import { addressOfSource, parseSource, titleOfSource } from '@/lib/reports/report-source.ts';
import { addressOf } from '@/lib/views/view-model.ts';

/** What a report can be made of, in groups: the value is the address of a page. */
export interface SourceGroup {
  label: string;
  choices: readonly { value: string; label: string }[];
}

/**
 * What the viewer may make reports of: the page that they came from, with its filters, the pages as they open, and
 * their views.
 * @param from the address of the page that they came from; left out where no report is made of it
 */
export async function sourceChoices(viewer: Viewer, from: string | null): Promise<SourceGroup[]> {
  const source = from === null ? null : parseSource(from);
  const views = await listViewsOf(viewer);
  const groups: SourceGroup[] = [
    {
      label: 'Where you came from',
      choices: source
        ? [{ value: addressOfSource(source), label: `${titleOfSource(source)}, with its filters and period` }]
        : [],
    },
    { label: 'Pages, without filters', choices: pagesOf(viewer) },
    {
      label: 'Views',
      choices: views.map((view) => ({
        value: addressOf(view),
        label: `${view.name} (${pageName(view.page)})`,
      })),
    },
  ];
  return groups.filter(({ choices }) => choices.length > 0);
}

function pagesOf(viewer: Viewer) {
  const pages = (Object.keys(PACK_PAGES) as PackPageId[]).filter((id) => !isNamedPage(id));
  return [
    ...pages.flatMap((id) => {
      const { title, path, right } = PACK_PAGES[id];
      return may(viewer, right) ? [{ value: path as string, label: title as string }] : [];
    }),
    ...(may(viewer, 'export') ? [{ value: '/incidents', label: 'Incidents' }] : []),
  ];
}

function pageName(page: string): string {
  const source = parseSource(page);
  return source ? titleOfSource(source) : page;
}
