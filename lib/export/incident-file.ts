import { CSV_MARK, type CsvCell, toAboutLines, toCsvText } from './csv-text.ts';
import type { MadeFrom } from './panel-csv.ts';

/** What a file of incidents says of each, in this order. Ids are those of addresses and of the API. */
export const INCIDENT_COLUMNS = [
  'number',
  'source',
  'id',
  'kind',
  'occurredAt',
  'reportedAt',
  'closedAt',
  'status',
  'channel',
  'journeyStage',
  'product',
  'site',
  'team',
  'agent',
  'customer',
  'trigger',
  'customerState',
  'severity',
  'intensityBefore',
  'intensityAfter',
  'outcome',
  'path',
  'levelReached',
  'minutesToClose',
  'compensation',
  'currency',
  'csat',
  'topic',
  'narrative',
  'resolution',
] as const;
export type IncidentColumn = (typeof INCIDENT_COLUMNS)[number];
export type ExportedIncident = Readonly<Record<IncidentColumn, CsvCell>>;

export const INCIDENT_FORMATS = ['csv', 'ndjson'] as const;
export type IncidentFormat = (typeof INCIDENT_FORMATS)[number];

/** What an address says of the file itself, beside the filters: they are no filters of it. */
export const FILE_PARAMETERS: readonly string[] = ['format', 'mark'];

/** How a file of incidents is written. */
export interface RowsWritten {
  format: IncidentFormat;
  /** Whether a CSV begins with a byte order mark, which spreadsheets want and other programs do not. */
  mark: boolean;
}

/** Incidents as a file in pieces: first what made it, then the head, then a line each. */
export class IncidentFile {
  readonly #encoder = new TextEncoder();
  readonly #options: RowsWritten;

  constructor(options: RowsWritten) {
    this.#options = options;
  }

  begin({ title, lines }: MadeFrom): Uint8Array {
    const { format, mark } = this.#options;
    if (format === 'ndjson')
      return this.#ndjson([{ kind: 'about', title, lines, columns: INCIDENT_COLUMNS }]);
    const about = toAboutLines([title, ...lines]);
    return this.#encoder.encode((mark ? CSV_MARK : '') + about + toCsvText([[...INCIDENT_COLUMNS]]));
  }

  rows(incidents: readonly ExportedIncident[]): Uint8Array {
    if (this.#options.format === 'ndjson') return this.#ndjson(incidents);
    return this.#encoder.encode(
      toCsvText(incidents.map((incident) => INCIDENT_COLUMNS.map((column) => incident[column]))),
    );
  }

  #ndjson(objects: readonly object[]): Uint8Array {
    return this.#encoder.encode(objects.map((object) => `${JSON.stringify(object)}\n`).join(''));
  }
}
