import { OneButtonForm } from '@/app/_ui/form/one-button-form.tsx';
import table from '@/app/_ui/table/table.module.css';
import type { ApiKeyRow } from '@/db/reports/api-keys.ts';
import { describeInstant } from '@/lib/analysis/moment-words.ts';
import { SCOPE_LABELS } from '@/lib/sign-in/key-form.ts';
import { revokeKey } from './actions.ts';

const STATES: Record<ApiKeyRow['state'], string> = {
  valid: 'Valid',
  expired: 'Run out',
  revoked: 'Revoked',
};

/** Every key that was made, those that are worth nothing included. */
export function KeyTable({ keys, timeZone }: { keys: readonly ApiKeyRow[]; timeZone: string }) {
  if (keys.length === 0) return <p className="quiet">None yet.</p>;
  const when = (at: number | null, none: string) => (at === null ? none : describeInstant(at, timeZone));
  return (
    <table className={`${table.table} ${table.stacked}`}>
      <thead>
        <tr>
          <th scope="col">Name</th>
          <th scope="col">May</th>
          <th scope="col">Made by</th>
          <th scope="col">Made</th>
          <th scope="col">Valid until</th>
          <th scope="col">Last used</th>
          <th scope="col">State</th>
          <th scope="col">
            <span className="unseen">Revoke</span>
          </th>
        </tr>
      </thead>
      <tbody>
        {keys.map((key) => (
          <tr key={key.id}>
            <th scope="row" className={table.wrapped}>
              {key.name}
            </th>
            <td className={table.wrapped}>
              {key.scopes.map((scope) => SCOPE_LABELS[scope]).join(', ') || 'nothing'}
            </td>
            <td data-label="made by">{key.madeBy}</td>
            <td data-label="made">{when(key.madeAt, '')}</td>
            <td data-label="valid until">{when(key.expiresAt, 'no end')}</td>
            <td data-label="last used">{when(key.lastUsedAt, 'never')}</td>
            <td>{STATES[key.state]}</td>
            <td>
              {key.state === 'revoked' ? null : (
                <OneButtonForm action={revokeKey} fields={{ key: key.id }} label="Revoke" during="Revoking" />
              )}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
