/**
 * Like `Promise.all`, but a failure waits for the others, since a statement must not come after the end of its
 * transaction. Of several failures it throws the one that came first: in a transaction the others follow from it.
 */
export async function together<const All extends readonly Promise<unknown>[]>(tasks: All) {
  const failures: unknown[] = [];
  for (const task of tasks) task.catch((error) => failures.push(error));
  await Promise.allSettled(tasks);
  if (failures.length > 0) throw failures[0];
  return Promise.all(tasks);
}
