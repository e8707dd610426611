import type { PaletteHit } from './palette-hit.ts';

const MOST_KEPT = 6;

/** What was gone to lately, the latest first, each place once. */
export function withRecent(recent: readonly PaletteHit[], hit: PaletteHit): PaletteHit[] {
  return [hit, ...recent.filter(({ href }) => href !== hit.href)].slice(0, MOST_KEPT);
}

/** Reads what a browser kept; nothing where it is not what was written, or leads elsewhere. */
export function parseRecent(text: string | null): PaletteHit[] {
  try {
    const kept: unknown = JSON.parse(text ?? '[]');
    return Array.isArray(kept) ? kept.filter(isHit).slice(0, MOST_KEPT) : [];
  } catch {
    return [];
  }
}

function isHit(given: unknown): given is PaletteHit {
  if (typeof given !== 'object' || given === null) return false;
  const hit = given as Record<string, unknown>;
  const isText = ['id', 'label', 'note', 'href'].every((name) => typeof hit[name] === 'string');
  return isText && /^\/(?![/\\])/.test(String(hit.href));
}
