'use client';

import PageError from '../error.tsx';

/** Within the signed-in product a fault leaves the rail standing. */
export default function ReviewError(props: { error: unknown; retry: () => void }) {
  return <PageError {...props} />;
}
