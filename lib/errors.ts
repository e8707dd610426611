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
