/**
 * The same items, each asked for while the one before it is dealt with. Whoever stops early waits until the one that
 * is being made is done; that it failed is then of no account, otherwise it is thrown when its turn comes.
 */
export async function* oneAhead<T>(items: AsyncGenerator<T, void>): AsyncGenerator<T, void> {
  let next = items.next();
  try {
    for (;;) {
      const item = await next;
      if (item.done) return;
      next = items.next();
      // Node would end the program for a failure that nobody waits for yet.
      next.catch(() => {});
      yield item.value;
    }
  } finally {
    await Promise.allSettled([next]);
    await items.return();
  }
}
