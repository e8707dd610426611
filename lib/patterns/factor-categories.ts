/** The branches of a fishbone, by the ids that groups of root causes have. */
export const FACTOR_CATEGORIES = [
  'people',
  'process',
  'product',
  'policy',
  'place',
  'communication',
] as const;
export type FactorCategory = (typeof FACTOR_CATEGORIES)[number];

export const FACTOR_CATEGORY_LABELS: Record<FactorCategory, string> = {
  people: 'People',
  process: 'Process',
  product: 'Product',
  policy: 'Policy',
  place: 'Place',
  communication: 'Communication',
};

/** The branch of a group of root causes; null for a group that an organisation has made itself. */
export function toFactorCategory(group: string | null): FactorCategory | null {
  return FACTOR_CATEGORIES.find((category) => category === group) ?? null;
}
