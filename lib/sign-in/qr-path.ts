import encodeQR from 'qr';

/** A QR code as one SVG path of unit squares, `size` squares wide and high, with the quiet border of four squares. */
export interface QrPath {
  size: number;
  path: string;
}

/** Draws a text as a QR code (ISO/IEC 18004, error correction M). */
export function toQrPath(text: string): QrPath {
  const rows = encodeQR(text, 'raw', { ecc: 'medium', border: 4 });
  const path = rows
    .flatMap((row, y) => row.map((isDark, x) => (isDark ? `M${x} ${y}h1v1h-1z` : '')))
    .join('');
  return { size: rows.length, path };
}
