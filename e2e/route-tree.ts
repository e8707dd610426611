import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const APP = fileURLToPath(new URL('../app', import.meta.url));

/** Every method and path that the folders of `app/` answer, as `GET /incidents/[number]`, in order. */
export function listRoutes(): string[] {
  return readdirSync(APP, { recursive: true, encoding: 'utf8' })
    .map((file) => file.replaceAll('\\', '/'))
    .filter((file) => /(^|\/)(page\.tsx|route\.ts)$/.test(file))
    .flatMap((file) => methodsOf(file).map((method) => `${method} ${pathOf(file)}`))
    .sort();
}

/** Folders in round brackets group files and are no part of the address. */
function pathOf(file: string): string {
  const parts = file.split('/').slice(0, -1);
  return `/${parts.filter((part) => !/^\(.*\)$/.test(part)).join('/')}`;
}

function methodsOf(file: string): string[] {
  if (file.endsWith('page.tsx')) return ['GET'];
  const text = readFileSync(join(APP, file), 'utf8');
  const exported = [...text.matchAll(/^export (?:const|(?:async )?function) (\w+)/gm)].map(
    ([, name]) => name,
  );
  const listed = [...text.matchAll(/^export \{([^}]+)\}/gm)].flatMap(([, names = '']) =>
    names.split(',').map((name) => name.trim().split(' as ').at(-1)),
  );
  return METHODS.filter((method) => [...exported, ...listed].includes(method));
}

const METHODS = ['GET', 'HEAD', 'POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS'];
