import { createElement, Fragment, type ReactNode } from 'react';
import type { Block, Words } from '@/lib/methods/read-methods.ts';
import style from './methods.module.css';

/** The paragraphs, lists and tables of a passage. */
export function Blocks({ blocks }: { blocks: readonly Block[] }) {
  return blocks.map((block) => <One key={JSON.stringify(block)} block={block} />);
}

function One({ block }: { block: Block }) {
  switch (block.is) {
    case 'paragraph':
      return <p>{toNodes(block.words)}</p>;
    case 'list':
      return (
        <ul className={style.list}>
          {block.items.map((words) => (
            <li key={JSON.stringify(words)}>{toNodes(words)}</li>
          ))}
        </ul>
      );
    case 'table':
      return <Rows block={block} />;
  }
}

function Rows({ block: { head, rows } }: { block: Extract<Block, { is: 'table' }> }) {
  return (
    <div className={style.table}>
      <table>
        <thead>
          <tr>
            {head.map((words) => (
              <th key={JSON.stringify(words)} scope="col">
                {toNodes(words)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={JSON.stringify(row)}>
              {row.map((words, index) => (
                <td key={JSON.stringify(head[index])}>{toNodes(words)}</td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

/** Words one after the other, of which the same may come twice: by their places, without keys. */
function toNodes(words: Words): ReactNode {
  return createElement(
    Fragment,
    null,
    ...words.map((word) => (typeof word === 'string' ? word : toNode(word))),
  );
}

function toNode(word: Exclude<Words[number], string>): ReactNode {
  const inside = toNodes(word.words);
  switch (word.as) {
    case 'strong':
      return <strong>{inside}</strong>;
    case 'em':
      return <em>{inside}</em>;
    case 'code':
      return <code>{inside}</code>;
    case 'link':
      // Other documents do not come with the program.
      return word.href.startsWith('#') ? (
        <a href={word.href} className="link">
          {inside}
        </a>
      ) : (
        <span>{inside}</span>
      );
  }
}
