// SPDX-License-Identifier: EUPL-1.2
import type { Child } from 'hono/jsx';
import { classNames } from './class-names.ts';

export type ProofLinkKind = 'pages' | 'entries' | 'tree' | 'checkpoint' | 'witnesses' | 'timestamp';
/** One link of the chain: its drawing, its name, one sentence why it holds; `broken` when it does not. */
export type ProofLink = { kind: ProofLinkKind; title: Child; text: Child; broken?: boolean | undefined };

type Stroke = readonly [path: string, role?: 'f' | 's' | 'p' | 'n' | 'np' | 't' | 'ok'];
const drawings: Record<ProofLinkKind, { width: number; strokes: readonly Stroke[] }> = {
  pages: {
    width: 44,
    strokes: [['M2 20h26v38H2z', 'f'], ['M9 13h26v38H9z', 'f'], ['M16 6h26v38H16z', 's'], ['M21 15h16M21 22h16M21 29h10']],
  },
  entries: {
    width: 60,
    strokes: [
      ['M2 6h56v52H2z', 's'],
      ['M2 19h56M2 32h56M2 45h56M15 6v52'],
      ['M8.5 12.5h.1M8.5 25.5h.1M8.5 38.5h.1M8.5 51.5h.1', 't'],
    ],
  },
  tree: {
    width: 80,
    strokes: [
      ['M40 8L18 30M18 30L7 55M18 30l11 25M62 30l11 25'],
      ['M40 8l22 22-11 25', 'p'],
      ['M18 30h.1M7 56h.1M29 56h.1M73 56h.1', 'n'],
      ['M40 8h.1M62 30h.1M51 56h.1', 'np'],
    ],
  },
  checkpoint: {
    width: 52,
    strokes: [['M2 6h48v52H2z', 's'], ['M10 17h32M10 25h32M10 33h18'], ['M10 50c6-10 8 4 13-3s5 4 9 0 5-2 9-1', 'p']],
  },
  witnesses: {
    width: 84,
    strokes: [
      ['M2 20h24v24H2zM30 20h24v24H30zM58 20h24v24H58z', 's'],
      ['M8 32l4 4 8-9M36 32l4 4 8-9M64 32l4 4 8-9', 'ok'],
    ],
  },
  timestamp: {
    width: 56,
    strokes: [
      ['M28 6a26 26 0 100 52 26 26 0 000-52z', 's'],
      ['M28 17v16l11 7', 'p'],
    ],
  },
};

/** Why the verdict holds, link by link: from the pages to the foreign witnesses. */
export function ProofChain({ links }: { links: readonly ProofLink[] }) {
  return (
    <ol class="chain">
      {links.map((link) => (
        <li class={classNames(link.broken && 'is-broken')}>
          <svg viewBox={`0 0 ${drawings[link.kind].width} 64`} aria-hidden="true">
            {drawings[link.kind].strokes.map(([path, role]) => (
              <path class={role} d={path} />
            ))}
          </svg>
          <h3>{link.title}</h3>
          <p>{link.text}</p>
        </li>
      ))}
    </ol>
  );
}
