/** Which session a form was made for, and which state of it. */
export function KnownFields({ sessionId, version }: { sessionId: number; version: number }) {
  return (
    <>
      <input type="hidden" name="sessionId" value={sessionId} />
      <input type="hidden" name="version" value={version} />
    </>
  );
}
