/** The errors that are expected. Everything else that is thrown is a defect and gets a reference id. */
export class NotFound extends Error {
  override readonly name = 'NotFound';
}

export class Forbidden extends Error {
  override readonly name = 'Forbidden';
}

/** Somebody else was first; the message says what to do now. */
export class Conflict extends Error {
  override readonly name = 'Conflict';
}

/** More was asked than one account, key or address may have; after so many seconds it may again. */
export class TooMany extends Error {
  override readonly name = 'TooMany';
  readonly retryAfterSeconds: number;

  constructor(retryAfterSeconds: number) {
    const unit = retryAfterSeconds === 1 ? 'second' : 'seconds';
    super(`Too many requests. Nothing was done; try again in ${retryAfterSeconds} ${unit}.`);
    this.retryAfterSeconds = retryAfterSeconds;
  }
}

/** One thing that is wrong with what a person gave us, at the field where it is wrong. */
export interface Problem {
  field: string;
  message: string;
}

/** The user's errors: every problem at once, each with its field. */
export class Invalid extends Error {
  override readonly name = 'Invalid';
  readonly problems: readonly Problem[];

  constructor(problems: readonly Problem[]) {
    super(problems.map(({ field, message }) => (field ? `${field}: ${message}` : message)).join('; '));
    this.problems = problems;
  }
}
