import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, it } from 'vitest';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));

/**
 * The provider of identities and the mail server that settings name, and the ports of this machine. Databases are those of
 * the settings. The rows of a panel are asked for by the browser alone, where the files of the panel are.
 */
const KNOWN = [
  'app/_ui/charts/panel-twin.tsx',
  'db/accounts/provider-claims.ts',
  'db/accounts/single-sign-on.ts',
  'db/embedded/port.ts',
  'db/mail/mailer.ts',
];
/** Addresses of our own begin with a slash: a browser asks them. */
const OPENS =
  /\bfetch\((?:['"`](?!\/)|new |[a-zA-Z]\w*[,)])|from 'node:(?:https?|http2|net|tls|dgram|dns)'|from 'undici'|from 'nodemailer'|generic-oauth/;

function sourcesIn(folder: string): string[] {
  return readdirSync(join(ROOT, folder), { recursive: true, encoding: 'utf8' })
    .map((file) => `${folder}/${file.replaceAll('\\', '/')}`)
    .filter((path) => /\.tsx?$/.test(path) && !/\.test\.tsx?$/.test(path) && !path.startsWith('db/testing/'));
}

it('no address that a person or a source gives is ever asked by the server: nothing else opens a connection', () => {
  const opening = ['app', 'db', 'lib'].flatMap(sourcesIn).filter((path) => {
    const text = readFileSync(join(ROOT, path), 'utf8');
    return OPENS.test(text.replaceAll(/^import type .*$/gm, ''));
  });
  expect(opening.toSorted()).toEqual(KNOWN);
});
