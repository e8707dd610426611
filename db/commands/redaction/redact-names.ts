import { eq, gt } from 'drizzle-orm';
import type { Records } from '@/db/facts/snapshot.ts';
import { importRun } from '@/db/schema/imports.ts';
import { product } from '@/db/schema/taxonomies.ts';
import { toProductId } from '@/lib/intake/product-id.ts';
import { redact } from '@/lib/privacy/redact.ts';
import { UNKNOWN_CODE } from '@/lib/taxonomy/editable-sets.ts';

/** Redacts what imports have made of single words: the names of their files, and products. Returns how many changed. */
export async function redactNames(tx: Records, country: string): Promise<number> {
  const safe = (words: string) => redact(words, { country }).text;
  let changed = 0;
  const runs = await tx.select({ id: importRun.importRunId, name: importRun.fileName }).from(importRun);
  for (const { id, name } of runs.filter((run) => safe(run.name) !== run.name)) {
    await tx
      .update(importRun)
      .set({ fileName: safe(name) })
      .where(eq(importRun.importRunId, id));
    changed++;
  }
  const products = await tx.select().from(product).where(gt(product.code, UNKNOWN_CODE));
  const ids = new Set(products.map(({ id }) => id));
  for (const { code, label } of products.filter((one) => safe(one.label) !== one.label)) {
    const wanted = toProductId(safe(label));
    // Two that differed only in what was taken out stay two.
    const id = ids.has(wanted) ? `${wanted}_${code}` : wanted;
    ids.add(id);
    await tx
      .update(product)
      .set({ label: safe(label), id })
      .where(eq(product.code, code));
    changed++;
  }
  return changed;
}
