import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import { type CsvRecord, readCsvRecords } from './csv-records.ts';

async function read(text: string, chunkSize = 1_000_000): Promise<CsvRecord[]> {
  const bytes = Buffer.from(text);
  const chunks: Buffer[] = [];
  for (let at = 0; at < bytes.length; at += chunkSize) chunks.push(bytes.subarray(at, at + chunkSize));
  const records: CsvRecord[] = [];
  for await (const record of readCsvRecords(chunks, ',')) records.push(record);
  return records;
}
const lines = (records: CsvRecord[]) => records.map(({ line, cells, problem }) => [line, problem ?? cells]);

test('a record knows the line it begins on, past line breaks in cells and empty lines', async () => {
  expect(lines(await read('a,b\r\n1,"x\r\ny"\r\n\r\n\r\n\r\n3,4\n5,"6\n7"'))).toEqual([
    [1, ['a', 'b']],
    [2, ['1', 'x\r\ny']],
    [7, ['3', '4']],
    [8, ['5', '6\n7']],
  ]);
});

test('the lengths of all records add up to the length of the file', async () => {
  const text = 'a,b\n1,"ü\n2"\n\n3,4\n';
  const records = await read(text, 3);
  expect(records.reduce((sum, { bytes }) => sum + bytes, 0)).toBe(Buffer.byteLength(text));
});

test('quotes in the middle of a cell stay as they came', async () => {
  expect(lines(await read('a,b\n1,5" pipe\n2,"abc"def\n3,"he ""said"""\n')).slice(1)).toEqual([
    [2, ['1', '5" pipe']],
    [3, ['2', '"abc"def']],
    [4, ['3', 'he "said"']],
  ]);
});

describe('a quote that is not closed', () => {
  it('at the end is one lost record: the file is cut off', async () => {
    const [, first, lost, ...none] = lines(await read('a,b,c\n1,2,3\n4,"the story\ngoes on\nand'));
    expect(first).toEqual([2, ['1', '2', '3']]);
    expect(lost).toEqual([3, expect.stringContaining('cut off')]);
    expect(none).toEqual([]);
  });

  it('in the middle loses its own line, 3 of 5, and keeps the others', async () => {
    const records = await read('a,b\n1,2\n3,"4\n5,6\n7,8\n');
    expect(lines(records)).toEqual([
      [1, ['a', 'b']],
      [2, ['1', '2']],
      [3, 'a quote opens in this record and is not closed'],
      [4, ['5', '6']],
      [5, ['7', '8']],
    ]);
  });

  it('before more than 1 MB of rows loses its own line too', async () => {
    const rows = Array.from({ length: 60_000 }, (_, index) => `${index},some words of a row\n`).join('');
    const records = await read(`a,b\n0,"open\n${rows}`, 65_536);
    expect(records).toHaveLength(60_002);
    expect(records[1]).toMatchObject({ line: 2, problem: expect.stringContaining('1 MB') });
    expect(records.at(-1)).toMatchObject({ line: 60_002, cells: ['59999', 'some words of a row'] });
  });
});

test('one line of 5 MB is one lost record, and the row after it is read', async () => {
  const records = await read(`a,b\n1,${'z'.repeat(5_000_000)}\n2,3\n`, 65_536);
  expect(lines(records)).toEqual([
    [1, ['a', 'b']],
    [2, expect.stringContaining('longer than 1 MB')],
    [3, ['2', '3']],
  ]);
});

test('10,000 cells in a row are read as what they are', async () => {
  const records = await read(`a,b\n${'x,'.repeat(9_999)}x\n`);
  expect(records[1]?.cells).toHaveLength(10_000);
});

test('however the bytes are cut into chunks, the records are the same', async () => {
  const cell = fc.string({ unit: fc.constantFrom('a', 'ü', '"', ',', '\n', '\r\n', ' ', '€') });
  const quoted = (text: string) => `"${text.replaceAll('"', '""')}"`;
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.tuple(cell, cell), { minLength: 1 }),
      fc.integer({ min: 1, max: 7 }),
      async (rows, size) => {
        const text = rows.map((row) => `${row.map(quoted).join(',')}\r\n`).join('');
        const records = await read(text, size);
        expect(records.map(({ cells }) => cells)).toEqual(rows);
        expect(records.every(({ problem }) => problem === null)).toBe(true);
      },
    ),
    { numRuns: 60 },
  );
});
