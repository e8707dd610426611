import iconv from 'iconv-lite';
import { describe, expect, it } from 'vitest';
import { decodeToUtf8, detectEncoding } from './detect-encoding.ts';

async function* inChunks(bytes: Buffer, size = 7): AsyncGenerator<Buffer> {
  for (let at = 0; at < bytes.length; at += size) yield bytes.subarray(at, at + size);
}
async function read(
  bytes: Buffer,
): Promise<{ encoding: string | null; text: string; refusal: string | null }> {
  const facts = await detectEncoding(inChunks(bytes));
  const parts: Buffer[] = [];
  for await (const part of decodeToUtf8(inChunks(bytes), facts)) parts.push(part);
  return { encoding: facts.encoding, refusal: facts.refusal, text: Buffer.concat(parts).toString('utf8') };
}

const WORDS = 'name,city\nJürgen Müßig,Köln – “Altstadt”\n';

describe('the same words', () => {
  it.each(['utf8', 'windows-1252'])('in %s are the same text', async (encoding) => {
    const { text, encoding: found } = await read(iconv.encode(WORDS, encoding));
    expect(text).toBe(WORDS);
    expect(found).toBe(encoding === 'utf8' ? 'UTF-8' : 'windows-1252');
  });

  it.each(['utf8', 'utf-16le', 'utf-16be'])(
    'in %s with a mark are the same text, without the mark',
    async (encoding) => {
      expect((await read(iconv.encode(WORDS, encoding, { addBOM: true }))).text).toBe(WORDS);
    },
  );

  it('in Cyrillic are recognised by their alphabet', async () => {
    const words =
      'имя,жалоба\nИван,Мне не вернули деньги за отменённый заказ и никто не отвечает на звонки\n'.repeat(5);
    expect(await read(iconv.encode(words, 'windows-1251'))).toMatchObject({
      encoding: 'windows-1251',
      text: words,
    });
  });
});

it('one broken byte among 40 sound umlauts leaves the file UTF-8, damaged', async () => {
  const bytes = Buffer.concat([Buffer.from('ä'.repeat(40)), Buffer.from([0xff]), Buffer.from('\n')]);
  const { encoding, text } = await read(bytes);
  expect(encoding).toBe('UTF-8, damaged');
  expect(text).toBe(`${'ä'.repeat(40)}\uFFFD\n`);
});

it('a replacement character that the file itself holds is sound UTF-8', async () => {
  expect((await read(Buffer.from('lost \uFFFD here\n'))).encoding).toBe('UTF-8');
});

it('digest and length are those of the bytes, not of the text', async () => {
  const facts = await detectEncoding(inChunks(Buffer.from('abc')));
  expect(facts).toMatchObject({
    bytes: 3,
    sha256: 'ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad',
  });
});

describe('what is no text', () => {
  it.each([
    ['empty', Buffer.alloc(0), 'empty'],
    ['a workbook', Buffer.from('PK\u0003\u0004rest'), 'Excel'],
    ['a PDF', Buffer.from('%PDF-1.7'), 'PDF'],
    ['random bytes', Buffer.from(Array.from({ length: 2000 }, (_, index) => (index * 7919) % 251)), 'binary'],
    ['UTF-16 without a mark', iconv.encode(WORDS, 'utf-16le', { addBOM: false }), 'binary'],
  ])('%s is named', async (_, bytes, named) => {
    expect((await read(bytes)).refusal).toContain(named);
  });

  it('one U+0000 in a text does not make it binary', async () => {
    expect((await read(Buffer.from('a,b\n1,x\0y\n'))).refusal).toBeNull();
  });
});
