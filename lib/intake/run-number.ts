import { NotFound } from '../errors.ts';

const LARGEST = 2_147_483_647;

/** The number of an import in a URL. Throws NotFound for what cannot be one. */
export function toRunNumber(text: string): number {
  if (!/^[1-9]\d{0,9}$/.test(text) || Number(text) > LARGEST) throw new NotFound('There is no such import.');
  return Number(text);
}
