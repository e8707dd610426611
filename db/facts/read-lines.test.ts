import fc from 'fast-check';
import { expect, test } from 'vitest';
import { testDatabase } from '@/db/testing/test-database.ts';
import { allLines, wholeLines } from './read-lines.ts';
import { readOneVersion } from './read-record.ts';

const { sql, appUrl } = await testDatabase();
/** Some 40 MB of lines, which is more than lies between two programs. */
const LONG = {
  name: '',
  create: '',
  select: 'select * from generate_series(1, 6000000)',
  selectLines: '',
  insert: '',
  staging: null,
};

async function collect(pieces: AsyncIterable<Buffer | string>): Promise<string[]> {
  const all: string[] = [];
  for await (const piece of pieces) all.push(String(piece));
  return all;
}

test('however a stream is cut, each piece ends with a line and together they are the stream', async () => {
  const numbers = fc.array(fc.nat(99_999), { maxLength: 40 });
  const cuts = fc.array(fc.nat(9), { minLength: 1, maxLength: 9 });
  await fc.assert(
    fc.asyncProperty(numbers, cuts, async (values, lengths) => {
      const text = values.map((value) => `${value}\t1\n`).join('');
      const stream = (async function* () {
        for (let from = 0, cut = 0; from < text.length; cut++) {
          const until = from + 1 + (lengths[cut % lengths.length] ?? 0);
          yield Buffer.from(text.slice(from, until));
          from = until;
        }
      })();
      const pieces = await collect(wholeLines(stream, 12));
      expect(pieces.join('')).toBe(text);
      expect(pieces.every((piece) => piece.endsWith('\n'))).toBe(true);
    }),
  );
});

test('lines are read as the transaction sees them, whatever is committed meanwhile: 1 and not 2', async () => {
  await sql`insert into escalation_path values (901, 'one', '{1}')`;
  const paths = { ...LONG, select: 'select code from escalation_path where code > 900' };
  await readOneVersion(sql, async (tx) => {
    const lines = await allLines(tx, appUrl, null);
    await sql`insert into escalation_path values (902, 'two', '{1,2}')`;
    expect(await collect(lines(paths))).toEqual(['901\n']);
  });
});

test('lines are made with the memory that a million incidents need to be joined in one go, 64 MB', async () => {
  const setting = { ...LONG, select: "select current_setting('work_mem')" };
  await readOneVersion(sql, async (tx) => {
    expect(await collect((await allLines(tx, appUrl, null))(setting))).toEqual(['64MB\n']);
  });
});

test('a connection that is lost in the middle is an error and no end, and nothing waits for it', async () => {
  const reading = readOneVersion(sql, async (tx) => {
    const lines = await allLines(tx, appUrl, null);
    for await (const piece of lines(LONG)) {
      expect(piece.length).toBeGreaterThan(0);
      await sql`select pg_terminate_backend(pid) from pg_stat_activity where application_name = 'lookback facts'`;
    }
  });
  await expect(reading).rejects.toThrow();
});

test('what is wanted no more is not read to its end', async () => {
  const ending = new AbortController();
  let pieces = 0;
  const reading = readOneVersion(sql, async (tx) => {
    const lines = await allLines(tx, appUrl, ending.signal);
    for await (const _piece of lines(LONG)) {
      pieces += 1;
      ending.abort(new Error('the program ends'));
    }
  });
  await expect(reading).rejects.toThrow('the program ends');
  expect(pieces).toBe(1);
});
