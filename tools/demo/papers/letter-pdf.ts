// SPDX-License-Identifier: EUPL-1.2
import { drawSitePlan } from './site-plan.ts';
import { beginFlow, draw, type Flow, keepRoom, margin, setLine, setRight, setText, turnPage } from './flow.ts';
import type { Block, Letter, PaperFile } from './letter.ts';
import { paper, writePdf } from './pdf.ts';

/** Sets a paper as PDF. `day` goes into the file's properties. */
export function letterAsPdf(letter: Letter, day: string): PaperFile {
  const flow = beginFlow();
  heads[letter.look](flow, letter);
  for (const line of letter.subject) setText(flow, line, { bold: true, size: 11.5, lead: 16 });
  flow.y += letter.subject.length > 0 ? 10 : 0;
  for (const block of letter.blocks) setBlock(flow, block);
  if (letter.closing.length > 0) setClosing(flow, letter.closing);
  if (letter.annex.length > 0) turnPage(flow);
  for (const block of letter.annex) setBlock(flow, block);
  setFeet(flow, letter);
  const title = letter.subject.join(', ') || (letter.sender[0] ?? '');
  return {
    bytes: writePdf(
      flow.pages.map(({ operators }) => operators.join('\n')),
      { title, author: letter.sender[0] ?? '', day },
    ),
    mediaType: 'application/pdf',
    pages: flow.pages.map(({ words }) => words.join('\n')),
  };
}

const heads: Record<Letter['look'], (flow: Flow, letter: Letter) => void> = {
  town: townHead,
  note: noteHead,
  private: privateHead,
  company: companyHead,
  form: formHead,
  leaflet: formHead,
};

/** The town's mark: two firs, a bridge, water. */
function drawMark(flow: Flow): void {
  draw(
    flow,
    '1 0 0 1 504 56 cm 0.12 0.42 0.35 rg 0 24 m 9 2 l 18 24 l f 12 24 m 19 9 l 26 24 l f ' +
      '0.16 0.33 0.55 RG 2 w 0 30 m 12 22 28 22 40 30 c S 1.4 w 0 34 m 10 31 l 20 34 l 30 31 l 40 34 l S',
  );
}

function townHead(flow: Flow, { sender, recipient, facts }: Letter): void {
  drawMark(flow);
  const [town = '', office = '', ...more] = sender;
  setText(flow, town, { bold: true, size: 17, lead: 21 });
  setText(flow, 'Die Bürgermeisterin', { size: 10, grey: 0.35 });
  setText(flow, office, { bold: true, size: 10 });
  flow.y = 128;
  setLine(flow, ['Stadt Waldbrück', ...more].join(' · '), { size: 7, grey: 0.4, y: 128 });
  setFacts(flow, facts, 128);
  setAddress(flow, recipient, 141);
}

function setAddress(flow: Flow, recipient: readonly string[], top: number): void {
  flow.y = top;
  for (const line of recipient) setText(flow, line, { width: 240 });
  flow.y = Math.max(flow.y + 24, top + 106);
}

/** Sign, name, telephone, date at the right; the flow stays where it is. */
function setFacts(flow: Flow, facts: Letter['facts'], top: number): void {
  for (const [index, [label, value]] of facts.entries()) {
    const y = top + 13 * index;
    setLine(flow, label, { size: 8, grey: 0.4, x: 336, y: y + 1.5 });
    setLine(flow, value, { size: 9, x: 390, y });
  }
}

function noteHead(flow: Flow, { sender, facts, date }: Letter): void {
  setText(flow, sender.join(', '), { size: 9, grey: 0.35 });
  flow.y = margin.top;
  setRight(flow, date, { size: 10 });
  flow.y += 24;
  for (const [label, value] of facts) setText(flow, `${label}: ${value}`, { size: 9.5, lead: 13 });
  draw(flow, `0.6 G 0.6 w ${margin.left} ${flow.y + 6} m ${paper.width - margin.right} ${flow.y + 6} l S`);
  flow.y += 22;
}

function privateHead(flow: Flow, { sender, recipient, facts, date }: Letter): void {
  for (const line of sender) setText(flow, line);
  setAddress(flow, recipient, Math.max(flow.y + 26, 141));
  setRight(flow, date);
  flow.y += 30;
  for (const [label, value] of facts) setText(flow, `${label}: ${value}`, { size: 9.5 });
}

function companyHead(flow: Flow, { sender, recipient, facts, date }: Letter): void {
  const [name = '', ...address] = sender;
  setText(flow, name, { bold: true, size: 15, lead: 20 });
  setText(flow, address.join(' · '), { size: 8.5, grey: 0.35 });
  draw(flow, `0.45 G 0.8 w ${margin.left} ${flow.y + 5} m ${paper.width - margin.right} ${flow.y + 5} l S`);
  setAddress(flow, recipient, 141);
  for (const [label, value] of facts) setText(flow, `${label}: ${value}`, { size: 9.5 });
  setRight(flow, date);
  flow.y += 28;
}

function formHead(flow: Flow, { sender, facts }: Letter): void {
  drawMark(flow);
  for (const line of sender) setText(flow, line, { size: 9, grey: 0.35, lead: 12 });
  flow.y += 16;
  for (const [label, value] of facts) setText(flow, `${label}: ${value}`, { size: 9.5, lead: 13 });
  flow.y += 8;
}

const setters: { readonly [Kind in Block['kind']]: (flow: Flow, block: Extract<Block, { kind: Kind }>) => void } = {
  break: turnPage,
  plan: (flow, { bays }) => drawSitePlan(flow, bays),
  row: setRow,
  text(flow, { text }) {
    flow.y += 3;
    setText(flow, text);
    flow.y += 4;
  },
  heading(flow, { text }) {
    keepRoom(flow, 44);
    flow.y += 6;
    setText(flow, text, { bold: true });
    flow.y += 2;
  },
  item(flow, { mark, text }) {
    keepRoom(flow, 29);
    setLine(flow, mark, { y: flow.y, x: margin.left + 4 });
    setText(flow, text, { x: margin.left + 24, width: paper.width - margin.left - margin.right - 24 });
    flow.y += 4;
  },
};

function setBlock(flow: Flow, block: Block): void {
  const set = setters[block.kind] as (flow: Flow, block: Block) => void;
  set(flow, block);
}

const half = 190;

function setRow(flow: Flow, { left, right }: { left: string; right: string }): void {
  keepRoom(flow, 32);
  const top = flow.y;
  setText(flow, left, { width: half - 10, size: 9.5, grey: 0.3 });
  const below = flow.y;
  flow.y = top;
  setText(flow, right, { x: margin.left + half, width: paper.width - margin.left - margin.right - half, size: 10 });
  flow.y = Math.max(below, flow.y) + 3;
  draw(flow, `0.8 G 0.4 w ${margin.left} ${flow.y - 2} m ${paper.width - margin.right} ${flow.y - 2} l S`);
}

function setClosing(flow: Flow, closing: readonly string[]): void {
  keepRoom(flow, 20 * closing.length + 12);
  flow.y += 8;
  for (const line of closing) {
    setText(flow, line);
    flow.y += 5;
  }
}

function setFeet(flow: Flow, { look, subject }: Letter): void {
  const count = flow.pages.length;
  for (const [index, page] of flow.pages.entries()) {
    const one: Flow = { pages: [page], y: 0 };
    const words = page.words.length;
    if (look === 'town') setLine(one, foot, { size: 7.5, grey: 0.4, y: paper.height - 46 });
    if (count > 1) setLine(one, `Seite ${index + 1} von ${count}`, { size: 8, grey: 0.3, x: 488, y: paper.height - 46 });
    if (index > 0 && look !== 'leaflet') setLine(one, subject[0] ?? '', { size: 8, grey: 0.4, y: 36 });
    page.words.length = words; // what stands on every page is no text of the paper
  }
}

const foot =
  'Rathausplatz 1, 48999 Waldbrück · Telefon 05999 88-0 · post@waldbrueck.example · Mo bis Fr 8 bis 12 Uhr, Do auch 14 bis 18 Uhr';
