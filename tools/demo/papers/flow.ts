// SPDX-License-Identifier: EUPL-1.2
import { type Face, encodeText, widthOf } from './font.ts';
import { faces, paper } from './pdf.ts';

/** Margins of a page in points: left 25 mm, right 20 mm, as DIN 5008 has it. */
export const margin = { left: 70.9, right: 56.7, top: 62, bottom: 74 } as const;

/** How text is set. */
export interface Style {
  readonly bold?: boolean;
  readonly size?: number;
  /** From one line to the next. */
  readonly lead?: number;
  readonly x?: number;
  readonly width?: number;
  /** 0 black … 1 white. */
  readonly grey?: number;
}

const plain = { bold: false, size: 10.5, lead: 14.5, x: margin.left, width: paper.width - margin.left - margin.right, grey: 0.1 };

/** Pages being filled from top to bottom; remembers the words beside the drawing. */
export interface Flow {
  readonly pages: { readonly operators: string[]; readonly words: string[] }[];
  /** Distance of the next line's top from the top of the page. */
  y: number;
}

/** An empty first page. */
export function beginFlow(): Flow {
  return { pages: [{ operators: [], words: [] }], y: margin.top };
}

/** Goes on at the top of a new page. */
export function turnPage(flow: Flow): void {
  flow.pages.push({ operators: [], words: [] });
  flow.y = margin.top;
}

/** Sees to it that so much room is left. */
export function keepRoom(flow: Flow, height: number): void {
  if (flow.y + height > paper.height - margin.bottom) turnPage(flow);
}

/** One line at a place of the page on which the flow is, without moving on. */
export function setLine(flow: Flow, text: string, at: Style & { y: number }): void {
  const { bold, size, x, grey } = { ...plain, ...at };
  const page = flow.pages.at(-1)!;
  const face = bold ? faces.bold : faces.regular;
  const base = paper.height - at.y - size;
  page.operators.push(
    `BT ${grey} g /F${bold ? 2 : 1} ${size} Tf ${round(x)} ${round(base)} Td <${encodeText(face, text)}> Tj ET`,
  );
  page.words.push(text);
}

/** A paragraph, broken into lines and over pages. */
export function setText(flow: Flow, text: string, style: Style = {}): void {
  const { bold, size, lead, width } = { ...plain, ...style };
  for (const line of breakLines(text, bold ? faces.bold : faces.regular, { size, width })) {
    keepRoom(flow, lead);
    setLine(flow, line, { ...style, y: flow.y });
    flow.y += lead;
  }
}

/** Text that ends at the right margin. */
export function setRight(flow: Flow, text: string, style: Style = {}): void {
  const { bold, size } = { ...plain, ...style };
  const x = paper.width - margin.right - widthOf(bold ? faces.bold : faces.regular, text, size);
  setLine(flow, text, { ...style, x, y: flow.y });
}

/** Drawing operators of one's own, with the origin at the top left of the page. */
export function draw(flow: Flow, operators: string): void {
  flow.pages.at(-1)!.operators.push(`q 1 0 0 -1 0 ${paper.height} cm ${operators} Q`);
}

/** Breaks at blanks; a word wider than the line stands out rather than being torn. */
export function breakLines(text: string, face: Face, { size, width }: { size: number; width: number }): string[] {
  const blank = widthOf(face, ' ', size);
  const lines: string[] = [];
  let line = '';
  let used = 0;
  for (const word of text.split(' ')) {
    const wide = widthOf(face, word, size);
    if (line !== '' && used + blank + wide > width) {
      lines.push(line);
      line = '';
    }
    used = line === '' ? wide : used + blank + wide;
    line = line === '' ? word : `${line} ${word}`;
  }
  return [...lines, line];
}

function round(value: number): number {
  return Math.round(value * 100) / 100;
}
