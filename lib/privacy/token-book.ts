import type { FoundPii } from './find-pii.ts';
import { People } from './known-people.ts';
import type { PiiType } from './pii-types.ts';
import { findTokens, toToken } from './tokens.ts';

/** Which value has which token in texts that belong together. Numbers go on after those that are there already. */
export class TokenBook {
  readonly people = new People();
  readonly #tokens = new Map<string, string>();
  readonly #last = new Map<PiiType, number>();

  constructor(texts: readonly string[]) {
    for (const { type, number } of texts.flatMap(findTokens)) {
      this.#last.set(type, Math.max(number, this.#last.get(type) ?? 0));
    }
  }

  /** Adds whom the source names, and the names that were found. */
  addPeople(known: readonly string[], found: readonly FoundPii[]): void {
    for (const reference of known) this.people.addReference(reference);
    for (const { type, key } of found) if (type === 'NAME') this.people.addName(key);
  }

  tokenOf(type: PiiType, key: string): string {
    const whole = type === 'NAME' ? this.people.wholeName(key) : key;
    const entry = `${type} ${whole}`;
    const known = this.#tokens.get(entry);
    if (known) return known;
    const number = (this.#last.get(type) ?? 0) + 1;
    const token = toToken(type, number);
    this.#last.set(type, number);
    this.#tokens.set(entry, token);
    return token;
  }
}
