import { findViewer } from '@/app/_server/session.ts';
import { PageLink } from '@/app/_ui/frame/page-link.tsx';
import style from '@/app/_ui/frame/states.module.css';
import { ROLE_LABELS } from '@/lib/sign-in/role-words.ts';
import { firstPage } from './first-page.ts';

export const metadata = { title: 'Not part of your role' };

/** For whoever may not open a kind of page at all. Of single records nothing is told here, not even that they are. */
export default async function NotOfYourRole() {
  const viewer = await findViewer();
  const roles = (viewer?.roles ?? []).map((role) => ROLE_LABELS[role]);
  const first = viewer && firstPage(viewer);
  return (
    <main className={style.page}>
      <h1>Your role does not include this page</h1>
      <p>
        {roles.length === 0
          ? 'Your account has no role yet.'
          : `You are signed in with the ${roles.length === 1 ? 'role' : 'roles'} ${roles.join(' and ')}.`}{' '}
        An administrator can change that, in Settings › Accounts.
      </p>
      {first ? (
        <p>
          <PageLink className="link" href={first}>
            Go to your first page
          </PageLink>
        </p>
      ) : null}
    </main>
  );
}
