import { PageLink } from '@/app/_ui/frame/page-link.tsx';
import style from './sample.module.css';

/** Stands above every page while invented incidents are among the figures. */
export function SampleNote({ mayRemove }: { mayRemove: boolean }) {
  return (
    <aside className={style.note} aria-label="Sample data">
      <b>Sample data.</b> These figures hold invented incidents.{' '}
      {mayRemove ? <PageLink href="/settings/sample">Remove them</PageLink> : null}
    </aside>
  );
}
