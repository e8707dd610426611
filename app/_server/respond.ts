import 'server-only';
import { viewerOfKey } from '@/db/accounts/api-keys.ts';
import { takeQuota, takeStrangersQuota } from '@/db/accounts/quota.ts';
import { type SignedIn, viewerOf } from '@/db/accounts/viewer.ts';
import { toFailure } from '@/db/reports/failure.ts';
import { log, logDefect } from '@/db/reports/log.ts';
import { theRecord } from '@/db/reports/reading.ts';
import { may, type Right } from '@/lib/access.ts';
import { env } from '@/lib/env.ts';
import { Forbidden } from '@/lib/errors.ts';
import { originProblem, senderProblem } from '@/lib/http/origin.ts';
import type { QuotaKind } from '@/lib/http/quotas.ts';
import { ADDRESS_HEADER } from '@/lib/http/session-cookie.ts';
import { refuse } from './refuse.ts';

interface Asked<Params> {
  viewer: SignedIn;
  request: Request;
  params: Params;
}

interface Asking {
  right: Right | null;
  quota: QuotaKind | null;
  keyOnly?: boolean;
  isKept?: boolean;
}

type Handler<Params> = (asked: Asked<Params>) => Promise<unknown>;
type Route<Params> = (request: Request, context: { params: Promise<Params> }) => Promise<Response>;

/**
 * Wraps a route of the API: who asks (a session of this site, or a key), whether they may, and what was thrown. What
 * the handler returns is sent as JSON, unless it is a Response already.
 * @param right what the asker must have; null where being somebody is enough
 * @param quota what it is counted as, of whoever asks; null where it costs next to nothing
 * @param isKept whether reading it is put on record, so that other sites may not send a browser here
 */
export function respond<Params = Record<string, never>>(
  handler: Handler<Params>,
  { right, quota, keyOnly = false, isKept = false }: Asking,
): Route<Params> {
  return async (request, context) => {
    try {
      const viewer = keyOnly ? await viewerOfHeader(request) : await authenticate(request, isKept);
      if (viewer === 'cross_site') throw new Forbidden('This did not come from a page of Lookback.');
      if (!viewer) {
        await takeStrangersQuota(await theRecord(), request.headers.get(ADDRESS_HEADER), new Date());
        return refuse(request, { code: 'unauthorized', status: 401, message: UNKNOWN }, CHALLENGE);
      }
      if (right !== null && !may(viewer, right)) {
        log.warn({ actor: viewer.actor, right, path: new URL(request.url).pathname }, 'refused');
        throw new Forbidden('This account or key may not do this.');
      }
      if (quota !== null) await takeQuota(await theRecord(), quota, viewer.actor, new Date());
      const answer = await handler({ viewer, request, params: await context.params });
      return answer instanceof Response ? answer : Response.json(answer);
    } catch (error) {
      return failureResponse(error, request, quota);
    }
  };
}

/** The answer to whatever was thrown in a route: words and a status, and for our own faults the id of the log. */
export function failureResponse(error: unknown, request: Request, quota: QuotaKind | null = null): Response {
  const failure = toFailure(error);
  const { status, retryAfterSeconds } = failure;
  const headers: Record<string, string> =
    retryAfterSeconds === null ? {} : { 'retry-after': String(retryAfterSeconds) };
  if (status < 500) return refuse(request, failure, headers, quota);
  const id = logDefect(error, { method: request.method, path: new URL(request.url).pathname });
  return refuse(request, { ...failure, id }, headers, quota);
}

const UNKNOWN = 'Send a key: "Authorization: Bearer KEY".';
const CHALLENGE = { 'www-authenticate': 'Bearer' };

/** The doors of programs take nothing but a key. */
async function viewerOfHeader(request: Request): Promise<SignedIn | null> {
  const authorization = request.headers.get('authorization');
  return authorization === null ? null : viewerOfKey(authorization);
}

/** A key is sent by a program on purpose; a cookie by any page that makes the browser ask, so its origin counts. */
async function authenticate(request: Request, isKept: boolean): Promise<SignedIn | null | 'cross_site'> {
  const authorization = request.headers.get('authorization');
  if (authorization !== null) return viewerOfKey(authorization);
  const isReading = request.method === 'GET' || request.method === 'HEAD';
  const source = {
    origin: request.headers.get('origin'),
    host: request.headers.get('host'),
    fetchSite: request.headers.get('sec-fetch-site'),
  };
  if (!isReading && originProblem(source, env())) return 'cross_site';
  if (isKept && senderProblem(source.fetchSite)) return 'cross_site';
  return viewerOf(request.headers);
}
