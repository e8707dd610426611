import decodeQR from 'qr/decode.js';
import { expect, it } from 'vitest';
import { toQrPath } from './qr-path.ts';

it('what is drawn can be read again: the address of an app with its secret', () => {
  const uri =
    'otpauth://totp/Lookback:maria%40example.com?secret=JBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXP&issuer=Lookback';
  expect(decodeQR(toPicture(toQrPath(uri)))).toBe(uri);
});

it('four light squares stand around it', () => {
  const { size, path } = toQrPath('x');
  const places = [...path.matchAll(/M(\d+) (\d+)/g)].flatMap(([, x, y]) => [Number(x), Number(y)]);
  expect([Math.min(...places), Math.max(...places)]).toEqual([4, size - 5]);
});

/** The path as pixels, eight for the side of each square. */
function toPicture({ size, path }: ReturnType<typeof toQrPath>) {
  const side = size * 8;
  const data = new Uint8Array(side * side * 4).fill(255);
  for (const [, x, y] of path.matchAll(/M(\d+) (\d+)h1v1h-1z/g)) {
    for (let pixel = 0; pixel < 64; pixel += 1) {
      const at = (Number(y) * 8 + Math.floor(pixel / 8)) * side + Number(x) * 8 + (pixel % 8);
      data.fill(0, at * 4, at * 4 + 3);
    }
  }
  return { width: side, height: side, data };
}
