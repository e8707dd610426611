import { expect, it } from 'vitest';
import { PACK_FORMAT_IDS, PACK_FORMATS, rowsWritten } from './formats.ts';

it('of the three formats that hold rows alone, only CSV begins with a byte order mark', () => {
  const rows = PACK_FORMAT_IDS.filter((id) => PACK_FORMATS[id].holds === 'rows');
  expect(rows.map((id) => [id, rowsWritten(id)])).toEqual([
    ['csv', { format: 'csv', mark: true }],
    ['csv-plain', { format: 'csv', mark: false }],
    ['ndjson', { format: 'ndjson', mark: false }],
  ]);
  expect(rowsWritten('xlsx')).toBeNull();
});
