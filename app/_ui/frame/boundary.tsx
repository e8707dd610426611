'use client';

import { catchError, type ErrorInfo } from 'next/error';
import { Failure } from './failure.tsx';

/** Keeps a fault inside its part of the page; the rest of the page goes on. */
export const Boundary = catchError(Caught);

function Caught({ happened, kept }: { happened: string; kept: string }, { error, retry }: ErrorInfo) {
  return <Failure happened={happened} kept={kept} error={error} onRetry={retry} />;
}
