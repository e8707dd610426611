import { CSV_MARK, toCsvText } from './csv-text.ts';

/** A row of the audit log to be taken out. `at` is milliseconds since 1970. */
export interface AuditCsvRow {
  id: number;
  at: number;
  actor: string;
  action: string;
  subject: string;
  detail: string;
  hash: string;
}

const COLUMNS = ['number', 'at', 'who', 'what', 'subject', 'detail', 'hash'];

/** The audit log as a CSV file in pieces, UTF-8, times in UTC. */
export class AuditCsv {
  #isFirst = true;
  readonly #encoder = new TextEncoder();

  encode(rows: readonly AuditCsvRow[]): Uint8Array {
    const head = this.#isFirst ? CSV_MARK + toCsvText([COLUMNS]) : '';
    this.#isFirst = false;
    const lines = rows.map(({ id, at, actor, action, subject, detail, hash }) => [
      id,
      new Date(at).toISOString(),
      actor,
      action,
      subject,
      detail,
      hash,
    ]);
    return this.#encoder.encode(head + toCsvText(lines));
  }
}
