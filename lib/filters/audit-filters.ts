import type { LocalDate } from './filters.ts';
import { isLocalDate } from './local-dates.ts';
import { isInRange } from './period-codec.ts';

/** What is looked for in the audit log. Null asks for everything. */
export interface AuditFilters {
  actor: string | null;
  action: string | null;
  from: LocalDate | null;
  /** The last day, included. */
  to: LocalDate | null;
}

type Given = Record<string, string | string[] | undefined>;

/** Reads the filters of an address; what cannot be read is left out, and named in `ignored`. */
export function parseAuditFilters(given: Given): { filters: AuditFilters; ignored: string[] } {
  const ignored: string[] = [];
  const read = (name: string, isFine: (text: string) => boolean): string | null => {
    const value = given[name];
    if (value === undefined || value === '') return null;
    if (typeof value === 'string' && isFine(value)) return value;
    ignored.push(name);
    return null;
  };
  const isDay = (text: string) => isLocalDate(text) && isInRange(text);
  const isName = (text: string) => /^[\w .:@-]{1,80}$/.test(text);
  const filters = {
    actor: read('actor', isName),
    action: read('action', isName),
    from: read('from', isDay),
    to: read('to', isDay),
  };
  return { filters, ignored };
}

/** The filters as a query; empty where nothing is asked for. */
export function toAuditParams({ actor, action, from, to }: AuditFilters): string {
  const pairs = Object.entries({ actor, action, from, to }).flatMap(([name, value]) =>
    value === null ? [] : [[name, value]],
  );
  return new URLSearchParams(pairs).toString();
}
