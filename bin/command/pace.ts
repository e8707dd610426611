/** How fast a command was and what it took, as `--json` says it. */
export interface Pace {
  seconds: number;
  incidentsPerSecond: number;
  /** Null where rows were not counted. */
  rowsPerSecond: number | null;
  /** The most memory that this process has had, in megabytes of a million bytes. */
  peakMemoryMb: number;
}

export function paceOf(
  { incidents, rows }: { incidents: number; rows: number | null },
  seconds: number,
): Pace {
  return {
    seconds: Math.round(seconds * 100) / 100,
    incidentsPerSecond: Math.round(incidents / seconds),
    rowsPerSecond: rows === null ? null : Math.round(rows / seconds),
    peakMemoryMb: Math.round((process.resourceUsage().maxRSS * 1024) / 1e6),
  };
}
