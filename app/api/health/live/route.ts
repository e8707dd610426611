/** Whether the program runs. Asks nothing of anybody. */
export function GET(): Response {
  return Response.json({ live: true });
}
