// SPDX-License-Identifier: EUPL-1.2
import type { LinkKey, VerdictState } from '../src/verify/verdict.ts';
import { drawing } from './elements.ts';

type Paths = readonly (readonly [className: string, data: string])[];

const LINKS: Record<LinkKey, readonly [box: string, paths: Paths]> = {
  documents: [
    '0 0 44 64',
    [
      ['f', 'M2 20h26v38H2z'],
      ['f', 'M9 13h26v38H9z'],
      ['s', 'M16 6h26v38H16z'],
      ['', 'M21 15h16M21 22h16M21 29h10'],
    ],
  ],
  entries: [
    '0 0 60 64',
    [
      ['s', 'M2 6h56v52H2z'],
      ['', 'M2 19h56M2 32h56M2 45h56M15 6v52'],
      ['t', 'M8.5 12.5h.1M8.5 25.5h.1M8.5 38.5h.1M8.5 51.5h.1'],
    ],
  ],
  tree: [
    '0 0 80 64',
    [
      ['', 'M40 8L18 30M18 30L7 55M18 30l11 25M62 30l11 25'],
      ['p', 'M40 8l22 22-11 25'],
      ['n', 'M18 30h.1M7 55h.1M29 55h.1M73 55h.1'],
      ['np', 'M40 8h.1M62 30h.1M51 55h.1'],
    ],
  ],
  heads: [
    '0 0 80 64',
    [
      ['p', 'M40 8L18 30M40 8l22 22M18 30L7 55M18 30l11 25M62 30l11 25M62 30L51 55'],
      ['np', 'M40 8h.1M62 30h.1M51 55h.1M18 30h.1M7 55h.1M29 55h.1M73 55h.1'],
    ],
  ],
  checkpoint: [
    '0 0 52 64',
    [
      ['s', 'M2 6h48v52H2z'],
      ['', 'M10 17h32M10 25h32M10 33h18'],
      ['p', 'M10 50c6-10 8 4 13-3s5 4 9 0 5-2 9-1'],
    ],
  ],
  witnesses: [
    '0 0 84 64',
    [
      ['s', 'M2 20h24v24H2zM30 20h24v24H30zM58 20h24v24H58z'],
      ['ok', 'M8 32l4 4 8-9M36 32l4 4 8-9M64 32l4 4 8-9'],
    ],
  ],
  tables: [
    '0 0 60 64',
    [
      ['s', 'M2 10h24v44H2zM34 10h24v44H34z'],
      ['', 'M2 21h24M2 32h24M2 43h24M34 21h24M34 32h24M34 43h24'],
      ['p', 'M26 26h8M26 37h8'],
    ],
  ],
};

const VERDICTS: Record<VerdictState, Paths> = {
  proven: [
    ['', 'M4 4h48v48H4z'],
    ['', 'M15 29l9 9 18-21'],
  ],
  unvouched: [
    ['', 'M4 4h48v48H4z'],
    ['', 'M28 14v18M28 40v2'],
  ],
  refuted: [
    ['', 'M4 4h48v48H4z'],
    ['', 'M17 17l22 22M39 17L17 39'],
  ],
};

const ICONS = {
  check: 'M4 10.5l4 4 8-9',
  dash: 'M4.5 10h11',
  cross: 'M5 5l10 10M15 5L5 15',
  info: 'M10 2.75a7.25 7.25 0 100 14.5 7.25 7.25 0 000-14.5zM10 9v5M10 6.2v.1',
  warn: 'M10 3L2.5 16.5h15zM10 8v4M10 14.3v.1',
  chevron: 'M7.5 5l5 5-5 5',
  print: 'M6 7V2.5h8V7M6 14H3V7h14v7h-3M6 11.5h8v6H6z',
  file: 'M5 2.5h7l3.5 3.5v11.5H5zM12 2.5V6h3.5',
  folder: 'M2.5 5h5l2 2h8v9h-15z',
} as const;

/** A small sign of 20 by 20. */
export function icon(name: keyof typeof ICONS): SVGSVGElement {
  return drawing('i', '0 0 20 20', [['', ICONS[name]]]);
}

/** The picture of a link of the chain. */
export function linkDrawing(key: LinkKey): SVGSVGElement {
  const [box, paths] = LINKS[key];
  return drawing('', box, paths);
}

/** The sign of the verdict. */
export function verdictDrawing(state: VerdictState): SVGSVGElement {
  return drawing('', '0 0 56 56', VERDICTS[state]);
}

/** The frame with one lit window. */
export function glyph(): SVGSVGElement {
  return drawing('glyph', '0 0 28 28', [
    ['bay', 'M15 4h9v9h-9z'],
    ['timber', 'M3 3h22v22H3zM3 14h22M14 3v22M4 24l10-10 10 10'],
  ]);
}
