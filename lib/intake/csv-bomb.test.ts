import { expect, test } from 'vitest';
import { readCsvRecords } from './csv-records.ts';

const PIECE = Buffer.alloc(65_536, 'z');
const BYTES = 500_000_000;

test.each([
  ['in an open quote', '1,"'],
  ['without a quote', '1,'],
])(
  'one line of 500 MB %s is one lost record, the row after it is read, and half of it is never held',
  async (_, begins) => {
    const before = process.memoryUsage().rss;
    let most = 0;
    async function* file() {
      yield Buffer.from(`a,b\n${begins}`);
      for (let written = 0; written < BYTES; written += PIECE.length) {
        yield PIECE;
        most = Math.max(most, process.memoryUsage.rss() - before);
      }
      yield Buffer.from('\n2,3\n');
    }
    const records: unknown[] = [];
    for await (const { line, cells, problem } of readCsvRecords(file(), ',')) {
      records.push([line, problem === null ? cells : problem]);
    }
    expect(records).toEqual([
      [1, ['a', 'b']],
      [2, expect.stringContaining('1 MB')],
      [3, ['2', '3']],
    ]);
    expect(most).toBeLessThan(250 * 1024 * 1024);
  },
);
