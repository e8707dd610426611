import { failureResponse } from '@/app/_server/respond.ts';
import { readiness } from '@/db/reports/readiness.ts';

/** Whether requests should be sent here, and if not, why. */
export async function GET(request: Request): Promise<Response> {
  try {
    const state = await readiness();
    return Response.json(state, { status: state.ready ? 200 : 503 });
  } catch (error) {
    return failureResponse(error, request);
  }
}
