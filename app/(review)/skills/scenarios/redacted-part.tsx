import { RedactedText } from '@/app/(review)/incidents/[number]/redacted-text.tsx';

/** A part of a card with its name; tokens can be told from its words. */
export function RedactedPart({ label, text }: { label: string; text: string }) {
  return (
    <>
      <dt>{label}</dt>
      <dd>
        <RedactedText text={text} />
      </dd>
    </>
  );
}
