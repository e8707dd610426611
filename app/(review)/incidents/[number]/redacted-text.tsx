import { PII_LABELS } from '@/lib/privacy/pii-types.ts';
import { findTokens } from '@/lib/privacy/tokens.ts';
import style from './incident.module.css';

/** A text in which the tokens can be told from the words, and say what stood there. */
export function RedactedText({ text }: { text: string }) {
  const tokens = findTokens(text);
  if (tokens.length === 0) return text;
  const starts = [0, ...tokens.map(({ end }) => end)];
  return (
    <>
      {starts.map((from, index) => {
        const token = tokens[index];
        return (
          <span key={from}>
            {text.slice(from, token?.start)}
            {token ? (
              <span className={style.token} title={`${PII_LABELS[token.type]}, taken out`}>
                {text.slice(token.start, token.end)}
              </span>
            ) : null}
          </span>
        );
      })}
    </>
  );
}
