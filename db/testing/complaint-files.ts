import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const HEADER = 'Date received,Product,Issue,Company response to consumer,Complaint ID';

/** A file of complaints that the mapping `cfpb` reads, each with an id of its own, and one day after the other. */
export function complaintRows(count: number, from = 1): string[] {
  return Array.from({ length: count }, (_, index) => {
    const number = from + index;
    const day = new Date(Date.UTC(2023, 0, 1 + (number % 300))).toISOString().slice(0, 10);
    const [, month, date] = day.split('-');
    const issue = number % 4 === 0 ? 'Late fee' : 'Billing disputes';
    return `${month}/${date}/23,Payday loan,${issue},Closed with explanation,C${number}`;
  });
}

export function complaintFile(rows: readonly string[]): string {
  return `${[HEADER, ...rows].join('\r\n')}\r\n`;
}

/** A folder for files of a test, and how to remove it. */
export function scratchFolder(): { write(name: string, content: string | Buffer): string; remove(): void } {
  const folder = mkdtempSync(join(tmpdir(), 'lookback-files-'));
  return {
    write: (name, content) => {
      const path = join(folder, name);
      writeFileSync(path, content);
      return path;
    },
    remove: () => rmSync(folder, { recursive: true, force: true }),
  };
}
