import { createServer, type Socket } from 'node:net';
import { onTestFinished } from 'vitest';

export interface FakeServer {
  url: string;
  /** Keeps the connections and answers nothing any more. */
  silence(): void;
  hangUp(): void;
}

/** Speaks just enough of PostgreSQL's protocol to give one value as the answer to every question. */
export async function fakeServer(answer: string): Promise<FakeServer> {
  let isSilent = false;
  const sockets: Socket[] = [];
  const server = createServer((socket) => {
    sockets.push(socket);
    let isGreeted = false;
    socket.on('data', (bytes) => {
      if (isSilent) return;
      if (!isGreeted) socket.write(Buffer.concat([message('R', int32(0)), READY]));
      // A question ends with the message Sync: its letter, and a length of 4.
      else if (bytes.subarray(-5).equals(message('S'))) socket.write(toAnswer(answer));
      isGreeted = true;
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  const hangUp = () => {
    for (const socket of sockets) socket.destroy();
    server.close();
  };
  onTestFinished(hangUp);
  return {
    url: `postgres://ann@127.0.0.1:${typeof address === 'object' ? address?.port : 0}/lookback`,
    silence: () => {
      isSilent = true;
    },
    hangUp,
  };
}

function toAnswer(answer: string): Buffer {
  const value = Buffer.from(answer);
  return Buffer.concat([
    message('1'),
    message('2'),
    // One column of the type text: name, table, column, type, length, modifier, format
    message(
      'T',
      int16(1),
      text('server_version_num'),
      int32(0),
      int16(0),
      int32(25),
      int16(-1),
      int32(-1),
      int16(0),
    ),
    message('D', int16(1), int32(value.length), value),
    message('C', text('SELECT 1')),
    READY,
  ]);
}

function message(letter: string, ...parts: Buffer[]): Buffer {
  const body = Buffer.concat(parts);
  return Buffer.concat([Buffer.from(letter), int32(body.length + 4), body]);
}

function int32(value: number): Buffer {
  const bytes = Buffer.alloc(4);
  bytes.writeInt32BE(value);
  return bytes;
}

function int16(value: number): Buffer {
  const bytes = Buffer.alloc(2);
  bytes.writeInt16BE(value);
  return bytes;
}

function text(value: string): Buffer {
  return Buffer.from(`${value}\0`);
}

const READY = message('Z', Buffer.from('I'));
