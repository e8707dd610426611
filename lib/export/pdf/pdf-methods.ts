import type { Block, Passage, Words } from '../../methods/read-methods.ts';
import { type Desk, LOOKS, type Struct } from './desk.ts';

/** The passages of the methods that the panels lead to, in full. */
export function drawMethods(desk: Desk, parent: Struct, passages: readonly Passage[], chapter: string): void {
  desk.words(parent, 'H1', chapter, LOOKS.chapter);
  for (const { title, blocks } of passages) {
    desk.y += 10;
    desk.keep(60);
    desk.words(parent, 'H2', title, LOOKS.label);
    for (const block of blocks) {
      desk.y += 3;
      drawBlock(desk, parent, block);
    }
  }
}

const INDENT = 12;

function drawBlock(desk: Desk, parent: Struct, block: Block): void {
  if (block.is === 'paragraph') desk.words(parent, 'P', plain(block.words), LOOKS.small);
  else if (block.is === 'list')
    for (const item of block.items) desk.words(parent, 'P', `– ${plain(item)}`, LOOKS.small, INDENT);
  else
    for (const row of block.rows)
      desk.words(parent, 'P', row.map((cell) => plain(cell)).join(': '), LOOKS.small, INDENT);
}

function plain(words: Words): string {
  return words.map((part) => (typeof part === 'string' ? part : plain(part.words))).join('');
}
