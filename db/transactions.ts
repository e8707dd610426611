import type { Sql, TransactionSql } from 'postgres';
import { DatabaseUnavailable } from './unavailable.ts';

/** One connection for one transaction at a time. A lost one never comes back: it is put away. */
interface Line {
  sql: Sql;
  isLost: boolean;
}

type Work = (transaction: TransactionSql) => unknown;

/**
 * Gives transactions that survive the loss of their connection. Those of postgres.js 3.4.9 do not: it sends its
 * rollback after the connection is gone, which throws where nobody can catch it, and it connects anew and goes on with
 * the statements that were waiting, outside of the transaction or inside another one.
 * Here each has a client of its own for as long as it lasts, statements go one after another, and none goes after a loss.
 * @param openLine makes a client with one connection and calls back when that is lost
 * @param most transactions at once; further ones wait for their turn
 */
export function transactionsOver(openLine: (lost: () => void) => Sql, most: number) {
  const idle: Line[] = [];
  const waiting: (() => void)[] = [];
  let busy = 0;
  let isEnding = false;

  async function take(): Promise<Line> {
    if (busy >= most) await new Promise<void>((go) => waiting.push(go));
    else busy += 1;
    // A line that was lost while nobody used it is put away here.
    let line = idle.pop();
    while (line?.isLost) line = idle.pop();
    return line ?? open(openLine);
  }

  function give(line: Line): void {
    if (isEnding) void line.sql.end({ timeout: 5 });
    else if (!line.isLost) idle.push(line);
    const next = waiting.shift();
    if (next) next();
    else busy -= 1;
  }

  async function begin(...args: [Work] | [string, Work]): Promise<unknown> {
    const [options, work] = args.length === 1 ? ['', args[0]] : args;
    const line = await take();
    try {
      return await transact(line, options, work);
    } finally {
      give(line);
    }
  }

  return {
    begin: begin as Sql['begin'],
    /** Ends the connections that no transaction uses now, and each of the others when its transaction is done. */
    end: async () => {
      isEnding = true;
      await Promise.all(idle.splice(0).map((line) => line.sql.end({ timeout: 5 })));
    },
  };
}

function open(openLine: (lost: () => void) => Sql): Line {
  const lost = () => {
    line.isLost = true;
    line.sql.end({ timeout: 0 });
  };
  const line: Line = { sql: openLine(lost), isLost: false };
  return line;
}

async function transact(line: Line, options: string, work: Work): Promise<unknown> {
  const transaction = onLine(line);
  try {
    await transaction.unsafe(`begin ${options}`);
    const result = await all(work(transaction));
    const { command } = await transaction.unsafe('commit');
    // After a statement has failed PostgreSQL answers a commit with a rollback, even where somebody caught the error.
    if (command !== 'COMMIT')
      throw new Error('A statement of the transaction had failed, so nothing of it was saved.');
    return result;
  } catch (error) {
    await transaction.unsafe('rollback').catch(() => {
      line.isLost = true;
    });
    throw error;
  }
}

/** The client of a line, asked one statement after another and no more once the line is lost. */
function onLine(line: Line): TransactionSql {
  const inTurn = turns(line);
  let savepoints = 0;
  const savepoint = async (...args: [Work] | [string, Work]) => {
    const work = args.length === 1 ? args[0] : args[1];
    savepoints += 1;
    const name = `savepoint_${savepoints}`;
    await transaction.unsafe(`savepoint ${name}`);
    try {
      return await all(work(transaction));
    } catch (error) {
      await transaction.unsafe(`rollback to savepoint ${name}`);
      throw error;
    }
  };
  const unsafe: Sql['unsafe'] = (...args) => inTurn(line.sql.unsafe(...args));
  const transaction: TransactionSql = new Proxy(line.sql as unknown as TransactionSql, {
    apply: (target, self, args) => inTurn(Reflect.apply(target, self, args)),
    get: (target, name) => {
      if (name === 'unsafe') return unsafe;
      return name === 'savepoint' ? savepoint : Reflect.get(target, name);
    },
  });
  return transaction;
}

/** The parts of a query of postgres.js through which it is sent and answered. */
interface Sendable {
  handler(query: unknown): unknown;
  resolve(value: unknown): void;
  reject(error: unknown): void;
}

function turns(line: Line): <T>(made: T) => T {
  let last: Promise<void> = Promise.resolve();
  return (made) => {
    if (!isSendable(made)) return made;
    const { handler, resolve, reject } = made;
    made.handler = (query) => {
      const before = last;
      let finish = () => {};
      last = new Promise((done) => {
        finish = done;
      });
      made.resolve = (value) => {
        finish();
        resolve(value);
      };
      made.reject = (error) => {
        finish();
        reject(error);
      };
      return before.then(() => (line.isLost ? made.reject(new DatabaseUnavailable(LOST)) : handler(query)));
    };
    return made;
  };
}

const LOST = 'the connection of the transaction was lost';

/** Parts of a statement, such as names and lists of values, are not sent by themselves. */
function isSendable(made: unknown): made is Sendable {
  return made instanceof Promise && 'handler' in made && 'resolve' in made && 'reject' in made;
}

function all(result: unknown): unknown {
  return Array.isArray(result) ? Promise.all(result) : result;
}
