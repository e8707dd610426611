/** How often something may be asked for in a stretch of time. */
export interface Quota {
  most: number;
  seconds: number;
}

/**
 * What costs the server or gives much away, and how much of it one account or key may have: far more than a person wants
 * and a program needs, and far less than a loop makes.
 */
export const QUOTAS = {
  /** Figures as JSON, panels as files and pictures. */
  report: { most: 300, seconds: 60 },
  /** The values of filters while somebody types. */
  search: { most: 300, seconds: 60 },
  /** People's words, and the audit log, as files. */
  export: { most: 30, seconds: 60 },
  /** Files, and batches of incidents or contacts. */
  import: { most: 120, seconds: 60 },
  /** The whole record is read for it. */
  person: { most: 20, seconds: 600 },
  /** Of one address: requests without an account or key, or with one that is not known. */
  stranger: { most: 120, seconds: 60 },
} as const satisfies Record<string, Quota>;
export type QuotaKind = keyof typeof QUOTAS;

/** "30 files in a minute": how much one account or key may have of a kind. */
export function describeQuota(kind: QuotaKind): string {
  const { most, seconds } = QUOTAS[kind];
  const minutes = seconds / 60;
  return `${most} ${WORDS[kind]} in ${minutes === 1 ? 'a minute' : `${minutes} minutes`}`;
}

const WORDS: Record<QuotaKind, string> = {
  report: 'figures, tables and pictures',
  search: 'lists of values',
  export: 'files',
  import: 'files and batches',
  person: 'searches for a person',
  stranger: 'requests',
};

/** What was counted so far of the stretch that began then. */
export interface CountedTurns {
  count: number;
  since: Date;
}

/**
 * What is counted after one more turn: the next of its stretch, or the first of a new one. `waitUntil` is when the
 * stretch ends where this was the last that passes, else null.
 */
export function countTurn(
  before: CountedTurns | null,
  { most, seconds }: Quota,
  now: Date,
): CountedTurns & { waitUntil: Date | null } {
  const isOver = !before || now.getTime() - before.since.getTime() >= seconds * 1000;
  const { count, since } = isOver
    ? { count: 1, since: now }
    : { count: before.count + 1, since: before.since };
  return { count, since, waitUntil: count >= most ? new Date(since.getTime() + seconds * 1000) : null };
}
