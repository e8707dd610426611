import type { TextLook } from './pdf-type.ts';

/** In parts of the type size. */
const BOX = { width: 0.8, height: 0.92, below: 0.16, gap: 0.1 };

/** How wide letters are that no font has. */
export function missingWidth(text: string, { size }: TextLook): number {
  return [...text].length * (BOX.width + BOX.gap) * size;
}

/** Letters that no font has: a box each, with its number in Unicode in it, in the font that is set. */
export function drawMissing(
  doc: PDFKit.PDFDocument,
  text: string,
  { x, y, look }: { x: number; y: number; look: TextLook },
): void {
  const { size, colour } = look;
  [...text].forEach((letter, index) => {
    const left = x + index * (BOX.width + BOX.gap) * size;
    const top = y + (BOX.below - BOX.height) * size;
    doc
      .lineWidth(size / 24)
      .rect(left, top, BOX.width * size, BOX.height * size)
      .stroke(colour);
    rowsOf(letter).forEach((row, at) => {
      const small = size * (row.length > 2 ? 0.36 : 0.42);
      doc.fontSize(small);
      const middle = left + (BOX.width * size - doc.widthOfString(row)) / 2;
      doc
        .fillColor(colour)
        .text(row, middle, top + (at === 0 ? 0.4 : 0.8) * size, { lineBreak: false, baseline: 'alphabetic' });
    });
  });
}

/** The number of a letter in two rows: "1F" and "A9", "010" and "380". */
function rowsOf(letter: string): [string, string] {
  const code = (letter.codePointAt(0) ?? 0).toString(16).toUpperCase();
  const digits = code.padStart(code.length > 4 ? 6 : 4, '0');
  return [digits.slice(0, digits.length / 2), digits.slice(digits.length / 2)];
}
