// SPDX-License-Identifier: EUPL-1.2
import type { Child } from 'hono/jsx';
import { classNames } from './class-names.ts';
import { Icon } from './icon.tsx';
import { useTexts } from './language.ts';

export type VerdictState = 'proven' | 'open' | 'broken';
export type VerdictProps = { state: VerdictState; title: Child; children?: Child | undefined; id?: string | undefined };

const drawings: Record<VerdictState, string> = {
  proven: 'M15 29l9 9 18-21',
  open: 'M28 14v18M28 40v.1',
  broken: 'M16 16l24 24M40 16L16 40',
};
const tones: Record<VerdictState, string | undefined> = { proven: undefined, open: 'is-now', broken: 'is-late' };

/** The result of a proof as one sentence with what was looked at. */
export function Verdict({ state, title, children, id = 'verdict' }: VerdictProps) {
  return (
    <section class={classNames('verdict', tones[state])} id={id} aria-labelledby={`${id}-head`}>
      <svg viewBox="0 0 56 56" aria-hidden="true">
        <path d={`M4 4h48v48H4z${drawings[state]}`} />
      </svg>
      <div>
        <h2 id={`${id}-head`}>{title}</h2>
        {children === undefined ? null : <p>{children}</p>}
      </div>
    </section>
  );
}

/** One sentence of what is (not) proven: the point in bold, then why or how. */
export type ProofPoint = { point: Child; why: Child };

function Points({ points, yes }: { points: readonly ProofPoint[]; yes?: boolean | undefined }) {
  return (
    <ul class={classNames('proofs', yes && 'is-yes')}>
      {points.map(({ point, why }) => (
        <li>
          <Icon name={yes ? 'check' : 'dash'} />
          <p>
            <b>{point}</b> {why}
          </p>
        </li>
      ))}
    </ul>
  );
}

/** "Bewiesen" and "Nicht bewiesen" side by side and equally large: a proof that hides its limits is none. */
export function ProofPoints({ proven, notProven }: { proven: readonly ProofPoint[]; notProven: readonly ProofPoint[] }) {
  const t = useTexts();
  return (
    <div class="two">
      <section class="part" id="proven" aria-labelledby="proven-head">
        <h2 class="part-head" id="proven-head">
          {t.proven}
        </h2>
        <Points points={proven} yes />
      </section>
      <section class="part" id="not-proven" aria-labelledby="not-proven-head">
        <h2 class="part-head" id="not-proven-head">
          {t.notProven}
        </h2>
        <Points points={notProven} />
      </section>
    </div>
  );
}
