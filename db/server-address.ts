import { CannotStart } from './cannot-start.ts';
import { isUnavailable } from './unavailable.ts';

/** Host, port and database of a PostgreSQL address, for messages: never the password, nor anything that may be it. */
export function describeServer(url: string): string {
  const [address = ''] = url.replace(/^\w+:\/\//, '').split('?');
  // A password may hold an unescaped slash or question mark, so only what follows the last @ is surely not part of it.
  if (address.includes('@')) return address.slice(address.lastIndexOf('@') + 1);
  return url.includes('@') ? 'the server in the setting' : address;
}

/** Says in one line why a server cannot be used by the setting that names it; other errors stay as they are. */
export function explainConnection(error: unknown, setting: string, url: string): unknown {
  if (error instanceof CannotStart) return error;
  const server = describeServer(url);
  const message = error instanceof Error ? error.message : String(error);
  const code = error instanceof Error && 'code' in error ? String(error.code) : '';
  if (isUnavailable(error)) {
    return new CannotStart(
      `PostgreSQL at ${server} cannot be reached (${code || message}). Is it running, and is ${setting} right?`,
    );
  }
  // Authentication failed, no such database, no right to connect
  if (/^(28|3D)|^42501$/.test(code)) {
    return new CannotStart(`PostgreSQL at ${server} refuses: ${message}. Correct ${setting}.`);
  }
  return error;
}
