import type { Problem } from '@/lib/errors.ts';

/** Why signing in did not work: words for the whole form, and for its fields. */
export interface Attempt {
  message: string;
  problems: readonly Problem[];
}

const UNREACHABLE: Attempt = { message: 'Lookback does not answer. Try again in a moment.', problems: [] };

/** Sends the form; answers with where to go, or with what is wrong. Never throws. */
export async function sendAttempt(form: FormData): Promise<{ next: string } | Attempt> {
  try {
    const response = await fetch('/sign-in/session', {
      method: 'POST',
      headers: { accept: 'application/json' },
      body: new URLSearchParams(textFields(form)),
    });
    return toAttempt(await response.json());
  } catch {
    return UNREACHABLE;
  }
}

function textFields(form: FormData): [string, string][] {
  return [...form].flatMap(([name, value]) => (typeof value === 'string' ? [[name, value]] : []));
}

function toAttempt(answer: {
  next?: string;
  error?: { message: string; problems?: Problem[]; id?: string };
}) {
  if (answer.next) return { next: answer.next };
  const { message = UNREACHABLE.message, problems = [], id } = answer.error ?? {};
  if (problems.length > 0) return { message: '', problems };
  return { message: id ? `${message} Error ${id}` : message, problems };
}
