import 'server-only';
import { headers } from 'next/headers';
import { unstable_rethrow } from 'next/navigation';
import type { z } from 'zod';
import type { SignedIn } from '@/db/accounts/viewer.ts';
import { toFailure } from '@/db/reports/failure.ts';
import { logDefect } from '@/db/reports/log.ts';
import { may, type Right } from '@/lib/access.ts';
import { env } from '@/lib/env.ts';
import { Forbidden, Invalid, type Problem } from '@/lib/errors.ts';
import { originProblem } from '@/lib/http/origin.ts';
import { PATH_HEADER } from '@/lib/http/session-cookie.ts';
import { requireViewer } from './session.ts';

/** What a form is told: done, or everything that is wrong at once, with what was entered so that nothing is lost. */
export type ActionAnswer<T = null> =
  | { done: true; value: T }
  | { done: false; problems: readonly Problem[]; message: string; id: string | null };

type Action<T> = (before: ActionAnswer<T> | null, form: FormData) => Promise<ActionAnswer<T>>;

/**
 * Wraps a change that a form of a signed-in person asks for: its origin, its fields by the schema, the right, and what
 * it threw. For `useActionState`; may redirect.
 * @param right what the person must have; null where having an account is enough
 */
export function defineAction<Schema extends z.ZodType, T>(
  schema: Schema,
  right: Right | null,
  change: (input: z.infer<Schema>, viewer: SignedIn) => Promise<T>,
): Action<T> {
  return answering(async (form) => {
    const viewer = await requireViewer();
    if (right !== null && !may(viewer, right)) throw new Forbidden('Your account may not do this.');
    return change(parseForm(schema, form), viewer);
  });
}

/** Like `defineAction`, for the forms before anybody has signed in. */
export function defineOpenAction<Schema extends z.ZodType, T>(
  schema: Schema,
  change: (input: z.infer<Schema>) => Promise<T>,
): Action<T> {
  return answering((form) => change(parseForm(schema, form)));
}

function answering<T>(work: (form: FormData) => Promise<T>): Action<T> {
  return async (_before, form) => {
    try {
      await refuseOtherSites();
      return { done: true, value: await work(form) };
    } catch (error) {
      unstable_rethrow(error);
      return toAnswer(error);
    }
  };
}

async function refuseOtherSites(): Promise<void> {
  const given = await headers();
  const problem = originProblem(
    { origin: given.get('origin'), host: given.get('host'), fetchSite: given.get('sec-fetch-site') },
    env(),
  );
  if (problem) throw new Forbidden(problem);
}

function parseForm<Schema extends z.ZodType>(schema: Schema, form: FormData): z.infer<Schema> {
  const parsed = schema.safeParse(toFields(form));
  if (parsed.success) return parsed.data;
  throw new Invalid(
    parsed.error.issues.map(({ path, message }) => ({ field: path.map(String).join('.'), message })),
  );
}

/** A field that comes more than once is a list. Names that begin with $ are the framework's own. */
function toFields(form: FormData): Record<string, unknown> {
  const names = [...new Set(form.keys())].filter((name) => !name.startsWith('$'));
  return Object.fromEntries(
    names.map((name) => {
      const values = form.getAll(name);
      return [name, values.length > 1 ? values : values[0]];
    }),
  );
}

async function toAnswer(error: unknown): Promise<ActionAnswer<never>> {
  const { code, problems, message } = toFailure(error);
  const isOurs = code === 'defect' || code === 'unavailable';
  const id = isOurs ? logDefect(error, { method: 'POST', path: await pathOf() }) : null;
  return { done: false, problems, message: code === 'invalid' ? '' : message, id };
}

async function pathOf(): Promise<string> {
  return (await headers()).get(PATH_HEADER)?.split('?', 1).join('') ?? '';
}
