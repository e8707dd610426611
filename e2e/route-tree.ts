import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const APP = fileURLToPath(new URL('../app', import.meta.url));

/** Every method and path that the folders of `app/` answer, as `GET /incidents/[number]`, in order. */
export function listRoutes(): string[] {
  return routeFiles()
    .flatMap((file) => methodsOf(file).map((method) => `${method} ${pathOf(file)}`))
    .sort();
}

/** The rights that the file of a route asks for, by its text, as `GET /import`: `import`. */
export function listRightsOfRoutes(): Map<string, string[]> {
  return new Map(
    routeFiles().flatMap((file) => {
      const rights = rightsIn(textOf(file));
      return methodsOf(file).map((method): [string, string[]] => [`${method} ${pathOf(file)}`, rights]);
    }),
  );
}

/** The right that each server action asks for, by the texts of their files: `account`, `open` or a right. */
export function listRightsOfActions(): Map<string, string> {
  const files = sourceFiles().filter((file) => /^'use server';/m.test(textOf(file)));
  return new Map(
    files.flatMap((file) =>
      [
        ...textOf(file).matchAll(/^export (?:async function|const) (\w+)([\s\S]*?)(?=^export |(?![\s\S]))/gm),
      ].map(([, name = '', body = '']): [string, string] => [name, rightOfAction(body)]),
    ),
  );
}

function rightOfAction(body: string): string {
  if (/= defineOpenAction\(/.test(body) || !/= define\w*Action\(/.test(body)) return 'open';
  return /,\s*(?:'(\w+)'|null),\s*async/.exec(body)?.[1] ?? 'account';
}

function rightsIn(text: string): string[] {
  const named = /(?:requireRight\(|may\(viewer, |right: )'(\w+)'/g;
  const found = [...text.matchAll(named)].map(([, right = '']) => right);
  const anybody = /requireViewer\(\)|right: null/.test(text) ? ['account'] : [];
  return [...new Set([...found, ...anybody])];
}

function routeFiles(): string[] {
  return sourceFiles().filter((file) => /(^|\/)(page\.tsx|route\.ts)$/.test(file));
}

function sourceFiles(): string[] {
  return readdirSync(APP, { recursive: true, encoding: 'utf8' })
    .map((file) => file.replaceAll('\\', '/'))
    .filter((file) => /\.tsx?$/.test(file));
}

function textOf(file: string): string {
  return readFileSync(join(APP, file), 'utf8');
}

/** Folders in round brackets group files and are no part of the address. */
function pathOf(file: string): string {
  const parts = file.split('/').slice(0, -1);
  return `/${parts.filter((part) => !/^\(.*\)$/.test(part)).join('/')}`;
}

function methodsOf(file: string): string[] {
  if (file.endsWith('page.tsx')) return ['GET'];
  const text = textOf(file);
  const exported = [...text.matchAll(/^export (?:const|(?:async )?function) (\w+)/gm)].map(
    ([, name]) => name,
  );
  const listed = [...text.matchAll(/^export \{([^}]+)\}/gm)].flatMap(([, names = '']) =>
    names.split(',').map((name) => name.trim().split(' as ').at(-1)),
  );
  return METHODS.filter((method) => [...exported, ...listed].includes(method));
}

const METHODS = ['GET', 'HEAD', 'POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS'];
