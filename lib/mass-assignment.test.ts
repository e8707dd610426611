import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, it } from 'vitest';
import { z } from 'zod';
import { retentionForm } from './workspace/retention-form.ts';

const LIB = fileURLToPath(new URL('.', import.meta.url));

const files = readdirSync(LIB, { recursive: true, encoding: 'utf8' })
  .map((file) => file.replaceAll('\\', '/'))
  .filter((file) => file.endsWith('.ts') && !file.endsWith('.test.ts'))
  .filter((file) => /from 'zod'/.test(readFileSync(join(LIB, file), 'utf8')));

/** What answers are documented by, and a table of fields whose names are read one by one. */
const NOT_FORMS = ['openapi/operations.ts', 'workspace/volumes-form.ts'];

it('no schema lets through what it does not name', async () => {
  const loose = files.filter((file) =>
    /\.(?:passthrough|loose|catchall)\(|looseObject\(/.test(readFileSync(join(LIB, file), 'utf8')),
  );
  expect(loose.toSorted()).toEqual(NOT_FORMS);
});

it('of every object that a form, an address or a program sends, fields that its schema does not name are dropped or refused', async () => {
  let objects = 0;
  for (const file of files.filter((one) => !NOT_FORMS.includes(one))) {
    const exported: Record<string, unknown> = await import(join(LIB, file));
    for (const [name, schema] of Object.entries(exported)) {
      if (!(schema instanceof z.ZodObject)) continue;
      objects += 1;
      const { catchall } = schema._zod.def;
      expect(catchall?._zod.def.type ?? 'dropped', `${file} ${name}`).toMatch(/^(?:dropped|never)$/);
    }
  }
  expect(objects).toBeGreaterThan(20);
});

it('a role and other settings that are sent along with periods are not there afterwards', () => {
  const sent = { version: '1', words: '', originals: '', identities: '', remarks: '', incidents: '' };
  const parsed = retentionForm.parse({ ...sent, roles: ['admin'], settings: { redaction: 'off' } });
  expect(Object.keys(parsed).toSorted()).toEqual(Object.keys(sent).toSorted());
});
