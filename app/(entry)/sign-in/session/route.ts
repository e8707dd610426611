import { z } from 'zod';
import { failureResponse } from '@/app/_server/respond.ts';
import { keepCookie, requestOrigin } from '@/app/_server/session.ts';
import { accounts } from '@/db/accounts/accounts.ts';
import { type Credentials, signIn } from '@/db/accounts/sign-in.ts';
import { env } from '@/lib/env.ts';
import { Forbidden, Invalid } from '@/lib/errors.ts';
import { originProblem } from '@/lib/http/origin.ts';
import { beginPath, codePath, safeNext } from '@/lib/sign-in/next-path.ts';
import { describeWait } from '@/lib/sign-in/wait-words.ts';
import { describeProblem, type SignInProblem } from '../problems.ts';
import { seeOther } from '../see-other.ts';

const credentials = z.object({
  email: z
    .string('Give your e-mail address.')
    .trim()
    .min(1, 'Give your e-mail address.')
    .max(254, 'This is too long.'),
  password: z.string('Give your password.').min(1, 'Give your password.').max(1000, 'This is too long.'),
});

/** Signs in. A script is answered in JSON, a plain form by the way to the next page. */
export async function POST(request: Request): Promise<Response> {
  const isScript = request.headers.get('accept')?.includes('application/json') ?? false;
  const form = new URLSearchParams(await request.text());
  const next = safeNext(form.get('next'));
  const answer = await attempt(request, form).catch((error) => failed(error, request));
  const onward = answer.outcome === 'code' ? codePath(next) : beginPath(next);
  return isScript ? toJson(answer, onward) : toPage(answer, onward, next);
}

type Answer =
  | { outcome: 'signed_in' }
  | { outcome: 'code' }
  | { outcome: 'refused' }
  | { outcome: 'wait'; seconds: number }
  | { outcome: 'failed'; problem: SignInProblem; response: Response };

async function attempt(request: Request, form: URLSearchParams): Promise<Answer> {
  const { headers } = request;
  const problem = originProblem(
    { origin: headers.get('origin'), host: headers.get('host'), fetchSite: headers.get('sec-fetch-site') },
    env(),
  );
  if (problem) throw new Forbidden(problem);
  const result = await signIn(await accounts(), parse(form), await requestOrigin(), new Date());
  if (result.outcome === 'signed_in' || result.outcome === 'code') await keepCookie(result.cookie);
  return result;
}

function parse(form: URLSearchParams): Credentials {
  const parsed = credentials.safeParse(Object.fromEntries(form));
  if (parsed.success) return parsed.data;
  throw new Invalid(
    parsed.error.issues.map(({ path, message }) => ({ field: path.map(String).join('.'), message })),
  );
}

function failed(error: unknown, request: Request): Answer {
  const problem = error instanceof Invalid ? 'missing' : 'failed';
  return { outcome: 'failed', problem, response: failureResponse(error, request) };
}

function toJson(answer: Answer, next: string): Response {
  if (answer.outcome === 'signed_in' || answer.outcome === 'code') return Response.json({ next });
  if (answer.outcome === 'failed') return answer.response;
  if (answer.outcome === 'refused') {
    return Response.json(
      { error: { code: 'refused', message: describeProblem('refused') } },
      { status: 401 },
    );
  }
  const message = describeWait(answer.seconds);
  const headers = { 'retry-after': String(answer.seconds) };
  return Response.json({ error: { code: 'wait', message } }, { status: 429, headers });
}

function toPage(answer: Answer, onward: string, next: string): Response {
  if (answer.outcome === 'signed_in' || answer.outcome === 'code') return seeOther(onward);
  const problem = answer.outcome === 'failed' ? answer.problem : answer.outcome;
  return seeOther(`/sign-in?${new URLSearchParams({ problem, ...(next === '/' ? {} : { next }) })}`);
}
