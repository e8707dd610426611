import { getDocumentProxy } from 'unpdf';

interface StructNode {
  role?: string;
  alt?: string;
  children?: readonly StructNode[];
}

/** A PDF as a reader finds it. */
export interface OpenedPdf {
  /** The letters of each page, in the order in which they are drawn. */
  pages: readonly string[];
  /** Every element of its structure, outermost first. */
  roles: readonly string[];
  /** What stands in place of pictures. */
  alternatives: readonly string[];
  title: string;
  language: string;
  /** Whether anything in it could be run. */
  hasActions: boolean;
  /** In points. */
  size: readonly [width: number, height: number];
}

/** Opens a PDF without any of what wrote it. */
export async function openPdf(bytes: Uint8Array): Promise<OpenedPdf> {
  const pdf = await getDocumentProxy(new Uint8Array(bytes));
  const { info } = await pdf.getMetadata();
  const said = info as { Title?: string; Language?: string };
  const pages: string[] = [];
  const nodes: StructNode[] = [];
  let size: [number, number] = [0, 0];
  let hasActions = (await pdf.getJSActions()) !== null || (await pdf.getOpenAction()) !== null;
  for (let number = 1; number <= pdf.numPages; number += 1) {
    const page = await pdf.getPage(number);
    const { items } = await page.getTextContent();
    pages.push(items.map((item) => ('str' in item ? item.str : '')).join(' '));
    hasActions ||= (await page.getAnnotations()).length > 0;
    const { width, height } = page.getViewport({ scale: 1 });
    size = [width, height];
    nodes.push(...flat((await page.getStructTree()) as StructNode));
  }
  return {
    pages,
    roles: nodes.flatMap(({ role }) => role ?? []),
    alternatives: nodes.flatMap(({ alt }) => alt ?? []),
    title: said.Title ?? '',
    language: said.Language ?? '',
    hasActions,
    size,
  };
}

function flat(node: StructNode): StructNode[] {
  return [node, ...(node.children ?? []).flatMap(flat)];
}
