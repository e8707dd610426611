import Link from 'next/link';
import table from '@/app/_ui/table/table.module.css';
import type { AccountRow } from '@/db/reports/accounts.ts';
import { describeInstant } from '@/lib/analysis/moment-words.ts';
import { formatCount } from '@/lib/charts/format.ts';
import { STATE_LABELS } from '@/lib/sign-in/account-state.ts';
import { ROLE_LABELS } from '@/lib/sign-in/role-words.ts';

/** Everybody with an account, those who have left at the end. */
export function AccountTable({ accounts, timeZone }: { accounts: readonly AccountRow[]; timeZone: string }) {
  return (
    <table className={`${table.table} ${table.stacked}`}>
      <thead>
        <tr>
          <th scope="col">Name</th>
          <th scope="col">E-mail address</th>
          <th scope="col">Roles</th>
          <th scope="col">Sees</th>
          <th scope="col">State</th>
          <th scope="col">Last sign-in</th>
          <th scope="col" className={table.figure}>
            Sessions
          </th>
        </tr>
      </thead>
      <tbody>
        {accounts.map((account) => (
          <tr key={account.id}>
            <th scope="row" className={table.wrapped}>
              <AccountName account={account} />
            </th>
            <td className={table.wrapped}>{account.email || <span className="quiet">–</span>}</td>
            <td className={table.wrapped}>
              {account.roles.map((role) => ROLE_LABELS[role]).join(', ') || 'None'}
            </td>
            <td className={table.wrapped} data-label="sees">
              {describeReach(account)}
            </td>
            <td>{STATE_LABELS[account.state]}</td>
            <td data-label="last sign-in">
              {account.lastSignInAt ? describeInstant(account.lastSignInAt, timeZone) : 'never'}
            </td>
            <td className={table.figure} data-label="sessions">
              {formatCount(account.sessions)}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function AccountName({ account }: { account: AccountRow }) {
  if (account.state === 'left') return account.name;
  return (
    <Link className="link" href={`/settings/accounts/${account.id}`} prefetch={false}>
      {account.isOwn ? `${account.name} (you)` : account.name}
    </Link>
  );
}

function describeReach({ roles, teams, agents }: AccountRow): string {
  if (roles.includes('qa')) return 'all teams';
  const isBound = roles.includes('manager') || roles.includes('trainer');
  const own = roles.includes('agent') ? [agents.length > 0 ? 'own incidents' : 'no own incidents yet'] : [];
  const ofTeams = isBound ? [teams.length > 0 ? teams.join(', ') : 'no team yet'] : [];
  return [...ofTeams, ...own].join('; ') || 'no incidents';
}
