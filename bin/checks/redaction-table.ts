import { readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describeAccuracy } from '@/lib/privacy/describe-accuracy.ts';
import { measureFixture } from '@/lib/privacy/measure-fixture.ts';

const DOCUMENT = fileURLToPath(new URL('../../docs/reliability.md', import.meta.url));
const PLACE =
  /(?<=<!-- redaction: npx tsx bin\/checks\/redaction-table\.ts -->\n)[\s\S]*?(?=\n<!-- end of redaction -->)/;

/** The table of the document and the one that the rules give now. */
export function redactionTables(): { written: string; measured: string } {
  const written = PLACE.exec(readFileSync(DOCUMENT, 'utf8'))?.[0] ?? '';
  return { written, measured: describeAccuracy(measureFixture().accuracies) };
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const text = readFileSync(DOCUMENT, 'utf8');
  writeFileSync(DOCUMENT, text.replace(PLACE, redactionTables().measured));
}
