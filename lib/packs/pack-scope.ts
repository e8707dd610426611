import type { Role } from '../access.ts';

/** Whose incidents a pack counts, and as whom its maker saw them. */
export interface PackScope {
  /** The teams by name; null where it is all of them. */
  teams: readonly { id: number; name: string }[] | null;
  /** Whether the incidents that the maker handled are in it besides, whatever the team. */
  own: boolean;
  /** The maker's roles: small figures of staff are hidden from some. */
  roles: readonly Role[];
}

/** "Billing, Claims"; "all" where it is all of them, and null for packs from before, of which it is not known. */
export function scopeWords(scope: PackScope | undefined): string | null {
  if (!scope) return null;
  if (scope.teams === null) return 'all';
  const names = scope.teams.map(({ name }) => name).join(', ');
  if (!scope.own) return names || 'none';
  return names ? `${names}, and the maker’s own incidents` : 'none, the maker’s own incidents alone';
}
