import type { PaletteHit } from '@/lib/palette/palette-hit.ts';
import { parseRecent, withRecent } from '@/lib/palette/recent-hits.ts';

// Kept as long as the tab is open, and for this account alone: names of incidents are nobody else's.
const keyOf = (account: string) => `lookback-found:${account}`;

/** Where somebody went by the palette lately. */
export function readRecent(account: string): PaletteHit[] {
  return parseRecent(sessionStorage.getItem(keyOf(account)));
}

export function keepRecent(account: string, hit: PaletteHit): void {
  sessionStorage.setItem(keyOf(account), JSON.stringify(withRecent(readRecent(account), hit)));
}
