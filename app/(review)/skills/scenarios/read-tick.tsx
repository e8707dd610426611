import { Tick } from '@/app/_ui/form/tick.tsx';

/** The word of whoever saves a card that nobody can be recognised in it. */
export function ReadTick({ problem }: { problem: string | undefined }) {
  return (
    <Tick
      name="read"
      value="yes"
      label="I have read it through: nobody can be recognised in it"
      problem={problem ?? null}
    />
  );
}
