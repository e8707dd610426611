import { PageLink } from '@/app/_ui/frame/page-link.tsx';
import style from '@/app/_ui/frame/states.module.css';

export const metadata = { title: 'No such report' };

/** The same for one that never was, one that is gone and one that belongs to somebody else: nothing is given away. */
export default function NoSuchReport() {
  return (
    <main className={style.page}>
      <h1>There is no report here that you can open</h1>
      <p>
        Its time may be over, it may have been removed, or its id mistyped: it looks like R-2026-0147. One
        that somebody else took out opens for them, and for those who make reports of all teams.
      </p>
      <p>
        The filters and the period on its first page make it again from the data as it is now: open the page
        that it names, set them, and choose “Download”.
      </p>
      <p>
        <PageLink className="link" href="/">
          Go to the overview
        </PageLink>
      </p>
    </main>
  );
}
