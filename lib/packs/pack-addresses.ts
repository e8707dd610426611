import type { Pack } from './pack.ts';

/** Where a pack is opened again, as it is written on paper: whole where the public address is known, else as a path. */
export function packAddresses({ origin, address, report }: Pick<Pack, 'origin' | 'address' | 'report'>): {
  asNow: string;
  /** Null where it is not kept. */
  asItWas: string | null;
} {
  const from = origin ?? '';
  return { asNow: from + address, asItWas: report && `${from}/reports/${report}` };
}
