import { PageLink } from '@/app/_ui/frame/page-link.tsx';
import style from '@/app/_ui/frame/states.module.css';

export const metadata = { title: 'Not found' };

export default function NotFound() {
  return (
    <main className={style.page}>
      <h1>There is nothing at this address</h1>
      <p>It may have been mistyped, or what it named may not be within your teams.</p>
      <p>
        <PageLink className="link" href="/">
          Go to the overview
        </PageLink>
      </p>
    </main>
  );
}
