const FRACTIONS: Readonly<Record<number, string>> = { [-1]: '½', [-2]: '¼', [-3]: '⅛' };

/** An axis of ratios, given by their natural logarithms: from a power of two to another, 1 among them. */
export function logAxis(logarithms: readonly number[]) {
  const exponents = logarithms.map((value) => value / Math.LN2);
  const low = Math.min(0, Math.floor(Math.min(0, ...exponents)));
  const high = Math.max(1, Math.ceil(Math.max(0, ...exponents)));
  const step = high - low > 6 ? 2 : 1;
  const placeOf = (logarithm: number) => (logarithm / Math.LN2 - low) / (high - low);
  const ticks: { at: number; label: string }[] = [];
  for (let exponent = Math.ceil(low / step) * step; exponent <= high; exponent += step)
    ticks.push({ at: (exponent - low) / (high - low), label: labelOf(exponent) });
  return { placeOf, ticks };
}

function labelOf(exponent: number): string {
  return exponent < 0 ? (FRACTIONS[exponent] ?? `1/${2 ** -exponent}`) : String(2 ** exponent);
}
