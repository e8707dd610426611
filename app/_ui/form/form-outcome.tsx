import { Notice, ProblemList } from './notice.tsx';
import type { useSentForm } from './use-sent-form.ts';

type Sent = Pick<ReturnType<typeof useSentForm>, 'failed' | 'isSaved' | 'unplaced'>;

/** How it went, beside the button: what was saved, or what is wrong that belongs to no field. */
export function FormOutcome({ sent, saved }: { sent: Sent; saved: string }) {
  if (sent.isSaved) return <Notice>{saved}</Notice>;
  const { failed, unplaced } = sent;
  if (!failed) return null;
  if (!failed.message) return <ProblemList problems={unplaced} />;
  return (
    <Notice fault>
      {failed.message}
      {failed.id ? <span className="note">Error {failed.id}</span> : null}
    </Notice>
  );
}
