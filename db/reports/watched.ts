import type { OneValued } from '@/lib/filters/dimensions.ts';

/** By what each measure is watched besides as a whole. */
export const WATCHED = [
  'trigger',
  'team',
  'channel',
  'product',
  'path',
] as const satisfies readonly OneValued[];
