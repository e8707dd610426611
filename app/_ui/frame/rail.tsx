import type { ReactNode } from 'react';
import { Button } from '../form/button.tsx';
import { PageLink } from './page-link.tsx';
import style from './rail.module.css';
import { type RailLink, RailLinks } from './rail-links.tsx';
import { ThemeToggle } from './theme-toggle.tsx';

/** Also the name of a workspace that was given none of its own. */
const PRODUCT = 'Lookback';

interface RailProps {
  workspaceName: string;
  /** The pages, in groups that a rule parts. */
  groups: readonly (readonly RailLink[])[];
  who: { name: string; role: string };
  signOut: () => Promise<void>;
  /** What is at hand on every page. */
  tools: ReactNode;
}

/** Where one can go, and who is signed in. On a phone all but the first pages stand behind a word of its own. */
export function Rail({ workspaceName, groups, who, signOut, tools }: RailProps) {
  const account = <Account who={who} signOut={signOut} tools={tools} />;
  return (
    <div className={style.rail}>
      <div className={style.brand}>
        <b>{PRODUCT}</b>
        {workspaceName === PRODUCT ? null : <span title={workspaceName}>{workspaceName}</span>}
      </div>
      <RailLinks groups={groups} label="Pages" />
      <div className={style.who}>{account}</div>
      <button type="button" className={style.account} popoverTarget="account">
        More
      </button>
      <div id="account" popover="auto" className={style.sheet}>
        <RailLinks groups={groups.slice(1)} label="Further pages" />
        {account}
      </div>
    </div>
  );
}

function Account({ who, signOut, tools }: Pick<RailProps, 'who' | 'signOut' | 'tools'>): ReactNode {
  return (
    <>
      {tools}
      <PageLink href="/account" className={style.name} aria-label={`${who.name}, your account`}>
        {who.name}
      </PageLink>
      <br />
      {who.role}
      <div className={style.theme}>
        <ThemeToggle />
      </div>
      <form action={signOut}>
        <Button type="submit" kind="quiet" className={style.leave}>
          Sign out
        </Button>
      </form>
    </>
  );
}
