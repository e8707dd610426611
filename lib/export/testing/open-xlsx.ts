import { inflateRawSync } from 'node:zlib';

/** A cell as a spreadsheet program finds it. */
export interface OpenedCell {
  value: string | number;
  /** The number format of its style: "0.0%", "d mmm yyyy"; empty where it has none. */
  format: string;
  isFormula: boolean;
}

/** The sheets of a workbook by their names; rows and cells by their places, null where there is no cell. */
export type OpenedWorkbook = Map<string, (OpenedCell | null)[][]>;

/**
 * Opens a workbook without any of what wrote it: by the ZIP directory, the relations of the workbook, the shared texts
 * and the styles (ECMA-376). Throws for anything that a program would have to repair.
 */
export function openXlsx(bytes: Uint8Array): OpenedWorkbook {
  const files = unzip(Buffer.from(bytes));
  const read = (name: string) => {
    const text = files.get(name);
    if (text === undefined) throw new Error(`the workbook has no ${name}`);
    expectXml(text, name);
    return text;
  };
  read('[Content_Types].xml');
  const relations = new Map(
    tags(read('xl/_rels/workbook.xml.rels'), 'Relationship').map(({ Id = '', Target = '' }) => [Id, Target]),
  );
  const shared = files.has('xl/sharedStrings.xml')
    ? [...read('xl/sharedStrings.xml').matchAll(/<si>(.*?)<\/si>/gs)].map(([, inside = '']) => textIn(inside))
    : [];
  const formats = formatsIn(read('xl/styles.xml'));
  return new Map(
    tags(read('xl/workbook.xml'), 'sheet').map((sheet) => {
      const target = relations.get(sheet['r:id'] ?? '') ?? '';
      const path = target.startsWith('/') ? target.slice(1) : `xl/${target}`;
      return [unescaped(sheet.name ?? ''), cellsIn(read(path), shared, formats)];
    }),
  );
}

/** The values alone. */
export function valuesOf(rows: OpenedWorkbook extends Map<string, infer Rows> ? Rows : never) {
  return rows.map((row) => row.map((cell) => cell?.value ?? null));
}

function unzip(file: Buffer): Map<string, string> {
  const end = file.lastIndexOf(Buffer.from([0x50, 0x4b, 5, 6]));
  const files = new Map<string, string>();
  let at = file.readUInt32LE(end + 16);
  for (let left = file.readUInt16LE(end + 10); left > 0; left -= 1) {
    const [packed, size] = [file.readUInt32LE(at + 20), file.readUInt32LE(at + 24)];
    const name = file.toString('utf8', at + 46, at + 46 + file.readUInt16LE(at + 28));
    const local = file.readUInt32LE(at + 42);
    const from = local + 30 + file.readUInt16LE(local + 26) + file.readUInt16LE(local + 28);
    const content = file.subarray(from, from + packed);
    const whole = file.readUInt16LE(at + 10) === 8 ? inflateRawSync(content) : content;
    if (whole.length !== size) throw new Error(`${name} has ${whole.length} bytes, not ${size}`);
    files.set(name, whole.toString('utf8'));
    at += 46 + file.readUInt16LE(at + 28) + file.readUInt16LE(at + 30) + file.readUInt16LE(at + 32);
  }
  return files;
}

/** Tags are closed in turn, and nothing is in it that XML 1.0 cannot hold. */
function expectXml(text: string, name: string): void {
  const bad = /[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/u.exec(text);
  if (bad) throw new Error(`${name} holds U+${bad[0].charCodeAt(0).toString(16)} at ${bad.index}`);
  const open: string[] = [];
  for (const [, closes, tag = '', isEmpty] of text.matchAll(/<(\/?)([A-Za-z][\w:]*)(?:\s[^<>]*?)?(\/?)>/g)) {
    if (isEmpty) continue;
    if (!closes) open.push(tag);
    else if (open.pop() !== tag) throw new Error(`${name}: </${tag}> closes nothing`);
  }
  if (open.length > 0) throw new Error(`${name}: <${open.at(-1)}> is not closed`);
}

function cellsIn(
  xml: string,
  shared: readonly string[],
  formats: readonly string[],
): (OpenedCell | null)[][] {
  const rows: (OpenedCell | null)[][] = [];
  for (const [, attributes = '', inside = ''] of xml.matchAll(/<c\s([^>]*?)(?:\/>|>(.*?)<\/c>)/gs)) {
    const { r = '', s = '0', t = 'n' } = attributesIn(attributes);
    const [, letters = '', number = ''] = /^([A-Z]+)(\d+)$/.exec(r) ?? [];
    const column = [...letters].reduce((sum, letter) => 26 * sum + letter.charCodeAt(0) - 64, 0) - 1;
    const value = /<v>(.*?)<\/v>/s.exec(inside)?.[1];
    if (value === undefined && t !== 'inlineStr') continue;
    const row = rows[Number(number) - 1] ?? [];
    rows[Number(number) - 1] = row;
    while (row.length < column) row.push(null);
    row[column] = {
      value:
        t === 'inlineStr'
          ? textIn(inside)
          : t === 's'
            ? (shared[Number(value)] ?? '')
            : t === 'n'
              ? Number(value)
              : (value ?? ''),
      format: formats[Number(s)] ?? '',
      isFormula: inside.includes('<f'),
    };
  }
  return Array.from(rows, (row) => row ?? []);
}

function formatsIn(styles: string): string[] {
  const named = new Map(
    tags(styles, 'numFmt').map(({ numFmtId = '', formatCode = '' }) => [numFmtId, unescaped(formatCode)]),
  );
  const used = /<cellXfs[^>]*>(.*?)<\/cellXfs>/s.exec(styles)?.[1] ?? '';
  return tags(used, 'xf').map(({ numFmtId = '0' }) => named.get(numFmtId) ?? BUILT_IN[numFmtId] ?? '');
}

const BUILT_IN: Readonly<Record<string, string>> = {
  '1': '0',
  '2': '0.00',
  '3': '#,##0',
  '4': '#,##0.00',
  '10': '0.00%',
};

function tags(xml: string, name: string): Record<string, string>[] {
  return [...xml.matchAll(new RegExp(`<${name}\\s([^>]*?)/?>`, 'g'))].map(([, attributes = '']) =>
    attributesIn(attributes),
  );
}

function attributesIn(text: string): Record<string, string> {
  return Object.fromEntries(
    [...text.matchAll(/([\w:]+)="([^"]*)"/g)].map(([, key = '', value = '']) => [key, value]),
  );
}

function textIn(xml: string): string {
  const whole = [...xml.matchAll(/<t(?:\s[^>]*)?>(.*?)<\/t>/gs)]
    .map(([, text = '']) => unescaped(text))
    .join('');
  return whole.replace(/_x([0-9A-Fa-f]{4})_/g, (_, code: string) =>
    String.fromCharCode(Number.parseInt(code, 16)),
  );
}

function unescaped(text: string): string {
  const named: Record<string, string> = { lt: '<', gt: '>', quot: '"', apos: "'", amp: '&' };
  return text.replace(/&(?:#(\d+)|(\w+));/g, (_, code: string | undefined, name: string) =>
    code === undefined ? (named[name] ?? '') : String.fromCodePoint(Number(code)),
  );
}
