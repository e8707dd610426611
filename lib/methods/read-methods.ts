import { marked, type Token, type Tokens } from 'marked';

/** Words of a passage: plain, or set apart, or leading somewhere. */
export type Words = readonly (string | { as: 'strong' | 'em' | 'code'; words: Words } | LinkWords)[];

interface LinkWords {
  as: 'link';
  href: string;
  words: Words;
}

export type Block =
  | { is: 'paragraph'; words: Words }
  | { is: 'list'; items: readonly Words[] }
  | { is: 'table'; head: readonly Words[]; rows: readonly (readonly Words[])[] };

export interface Passage {
  /** What a link ends with. */
  id: string;
  title: string;
  blocks: readonly Block[];
}

/** The page that explains the methods: its title, what comes before its first passage, and its passages. */
export interface Methods {
  title: string;
  introduction: readonly Block[];
  passages: readonly Passage[];
}

/**
 * Reads docs/methods.md. The text becomes words and tables and never markup, so that nothing in it could be run; what a
 * page cannot show is a RangeError that names it.
 */
export function readMethods(markdown: string): Methods {
  let title = '';
  const introduction: Block[] = [];
  const passages: { id: string; title: string; blocks: Block[] }[] = [];
  let anchor: string | null = null;
  for (const token of marked.lexer(markdown)) {
    const named = anchorOf(token);
    if (named !== null) anchor = named;
    else if (isHeading(token) && token.depth === 1) title = token.text;
    else if (isHeading(token)) {
      passages.push({ id: anchor ?? toId(token.text), title: token.text, blocks: [] });
      anchor = null;
    } else if (token.type !== 'space') (passages.at(-1)?.blocks ?? introduction).push(toBlock(token));
  }
  return { title, introduction, passages };
}

const isHeading = (token: Token): token is Tokens.Heading => token.type === 'heading';

/** `<a id="p-chart"></a>` alone on its line names the heading after it. */
function anchorOf({ raw }: Token): string | null {
  return /^<a id="([a-z0-9-]+)"><\/a>\s*$/.exec(raw)?.[1] ?? null;
}

function toId(title: string): string {
  return title
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '');
}

function toBlock(token: Token): Block {
  switch (token.type) {
    case 'paragraph':
      return { is: 'paragraph', words: wordsOf(token.tokens) };
    case 'list':
      return { is: 'list', items: (token as Tokens.List).items.map(({ tokens }) => wordsOf(tokens)) };
    case 'table': {
      const { header, rows } = token as Tokens.Table;
      const cells = (row: Tokens.TableCell[]) => row.map(({ tokens }) => wordsOf(tokens));
      return { is: 'table', head: cells(header), rows: rows.map(cells) };
    }
    default:
      throw unknown(token);
  }
}

function wordsOf(tokens: readonly Token[] = []): Words {
  return tokens.flatMap((token): Words => {
    switch (token.type) {
      case 'text':
        return token.tokens ? wordsOf(token.tokens) : [token.text];
      case 'escape':
        return [token.text];
      case 'strong':
      case 'em':
        return [{ as: token.type, words: wordsOf(token.tokens) }];
      case 'codespan':
        return [{ as: 'code', words: [token.text] }];
      case 'link':
        return [{ as: 'link', href: token.href, words: wordsOf(token.tokens) }];
      default:
        throw unknown(token);
    }
  });
}

function unknown({ type, raw }: Token): RangeError {
  return new RangeError(`the page of methods cannot show ${type}: ${raw.slice(0, 60)}`);
}
