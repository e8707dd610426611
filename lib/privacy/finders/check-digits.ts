/** The last digit makes the weighted sum a multiple of ten (Luhn, ISO/IEC 7812-1). Digits only. */
export function passesLuhn(digits: string): boolean {
  let sum = 0;
  for (let index = digits.length - 1, isDouble = false; index >= 0; index--, isDouble = !isDouble) {
    const digit = digits.charCodeAt(index) - 48;
    sum += isDouble ? (digit > 4 ? 2 * digit - 9 : 2 * digit) : digit;
  }
  return sum % 10 === 0;
}

/** The sum of digits, each times its weight. */
export function weighted(digits: string, weights: readonly number[]): number {
  return weights.reduce((sum, weight, index) => sum + weight * Number(digits[index] ?? 0), 0);
}

/** Verhoeff's check by the dihedral group of the pentagon: multiplication without a table. */
export function passesVerhoeff(digits: string): boolean {
  let check = 0;
  [...digits].reverse().forEach((digit, index) => {
    check = turn(check, permute(Number(digit), index % 8));
  });
  return check === 0;
}

function turn(one: number, other: number): number {
  if (one < 5) return other < 5 ? (one + other) % 5 : 5 + ((one + other) % 5);
  return other < 5 ? 5 + ((one - other + 5) % 5) : (one - other + 10) % 5;
}

const STEP = [1, 5, 7, 6, 2, 8, 3, 0, 9, 4];

function permute(digit: number, times: number): number {
  let value = digit;
  for (let time = 0; time < times; time++) value = STEP[value] ?? 0;
  return value;
}

/** ISO 7064, MOD 11,10. */
export function passesMod1110(digits: string): boolean {
  let product = 10;
  for (const digit of digits.slice(0, -1)) {
    const sum = (Number(digit) + product) % 10 || 10;
    product = (sum * 2) % 11;
  }
  return (11 - product) % 10 === Number(digits.at(-1));
}
