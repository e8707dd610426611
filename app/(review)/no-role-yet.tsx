import { Empty } from '@/app/_ui/frame/empty.tsx';
import { Page } from '@/app/_ui/frame/shell.tsx';

/** The first page of an account that may see nothing yet. */
export function NoRoleYet() {
  return (
    <Page>
      <h1>No role yet</h1>
      <Empty sentence="You are signed in, and your account has no role so far. An administrator gives you one in Settings; then your pages stand at the left." />
    </Page>
  );
}
