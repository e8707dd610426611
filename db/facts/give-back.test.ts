import { DuckDBInstance } from '@duckdb/node-api';
import { expect, test } from 'vitest';
import { openCaretaker } from './give-back.ts';

const ROWS = 1_500_000;

test.runIf(process.platform === 'linux')('what a large answer has used and freed is given back', async () => {
  const caretaker = await openCaretaker();
  const instance = await DuckDBInstance.create(':memory:', { threads: '1', temp_directory: '' });
  try {
    const connection = await instance.connect();
    await caretaker.giveBack();
    const before = process.memoryUsage.rss();
    await connection.run(
      `select count(*) from (select k, list(i) from (select i, i * 7919 % ${ROWS} as k from range(${ROWS}) r(i)) group by k)`,
    );
    connection.closeSync();
    const grown = process.memoryUsage.rss() - before;
    expect(grown, 'the answer takes memory that is still held').toBeGreaterThan(60e6);
    await caretaker.giveBack();
    expect(process.memoryUsage.rss() - before).toBeLessThan(grown / 2);
  } finally {
    instance.closeSync();
    caretaker.close();
  }
});
