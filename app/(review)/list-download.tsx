import { may, type Viewer } from '@/lib/access.ts';
import { type ListPageId, PACK_PAGES } from '@/lib/packs/pack-pages.ts';
import { DownloadMenu } from './download-menu.tsx';

interface ListDownloadProps {
  viewer: Viewer;
  page: ListPageId;
  /** The technique that the lists are narrowed to; null for none. */
  technique?: string | null;
  /** Lists of the page that the viewer is not shown. */
  without?: readonly string[];
}

/** Takes out what a page lists, all of it together or list by list. */
export function ListDownload({ viewer, page, technique = null, without = [] }: ListDownloadProps) {
  const lists = Object.entries(PACK_PAGES[page].panels).map(([id, name]) => ({ id, name }));
  return (
    <DownloadMenu
      page={page}
      query={technique === null ? '' : new URLSearchParams({ technique }).toString()}
      incidents={null}
      mayBuild={may(viewer, 'build_reports')}
      lists={lists.filter(({ id }) => !without.includes(id))}
    />
  );
}
