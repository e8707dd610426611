import { PROBLEM_KINDS, type ProblemKind } from '@/lib/analysis/import-summary.ts';
import { toPageNumber, toRowNumber } from '@/lib/workspace/row-number.ts';

/** What the page of an import is given. */
export interface ImportParams {
  params: Promise<{ run: string }>;
  searchParams: Promise<{ kind?: string | string[]; page?: string | string[] }>;
}

/** Which import is asked for, and which page of which remarks; null where it cannot be one. */
export async function toAskedImport({
  params,
  searchParams,
}: ImportParams): Promise<{ run: number; kind: ProblemKind | null; page: number } | null> {
  const run = toRowNumber((await params).run);
  const { kind, page } = await searchParams;
  if (run === null) return null;
  return { run, kind: PROBLEM_KINDS.find((each) => each === kind) ?? null, page: toPageNumber(page) };
}
