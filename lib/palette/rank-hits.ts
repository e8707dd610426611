import type { PaletteHit } from './palette-hit.ts';

/** Lower is better: the name itself, its beginning, words of it, anywhere in it; null where it is not that. */
export function rankOf(text: string, label: string): number | null {
  const wanted = fold(text);
  const name = fold(label);
  if (wanted === '') return 0;
  if (name === wanted) return 0;
  if (name.startsWith(wanted)) return 1;
  const words = name.split(/[^\p{L}\p{N}]+/u);
  const parts = wanted.split(/\s+/);
  if (parts.every((part) => words.some((word) => word.startsWith(part)))) return 2;
  return name.includes(wanted) ? 3 : null;
}

/** The hits whose names hold a text, the best first; those that are alike stay in their order. */
export function rankHits<Hit extends Pick<PaletteHit, 'label'>>(
  text: string,
  hits: readonly Hit[],
  most: number,
): Hit[] {
  return hits
    .flatMap((hit) => {
      const rank = rankOf(text, hit.label);
      return rank === null ? [] : [{ hit, rank }];
    })
    .sort((one, other) => one.rank - other.rank)
    .slice(0, most)
    .map(({ hit }) => hit);
}

/** Small letters without accents: who looks for “cafe” means “Café” too. */
function fold(text: string): string {
  return text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase().trim();
}
