// SPDX-License-Identifier: EUPL-1.2
import type { Child } from 'hono/jsx';
import { classNames } from './class-names.ts';
import { Icon } from './icon.tsx';
import { useTexts } from './language.ts';
import type { UiTexts } from './texts/index.ts';

export type SeatState = 'done' | 'now' | 'next' | 'wrong' | 'skipped';

/** One place of the circulation: who (unit), what ("z.Mz."), mark (date or "bis …"). */
export type Seat = {
  who: Child;
  what: Child;
  mark?: Child | undefined;
  state: SeatState;
  /** At the same time as the seat before. */
  parallel?: boolean | undefined;
};

export type SeatsProps = {
  /** Says it in words: "Laufweg: jetzt bei Ihnen, Platz 3 von 5". */
  label: string;
  seats: readonly Seat[];
  /** Below: since when, with whom. */
  say?: Child | undefined;
};

const words: Record<SeatState, (t: UiTexts) => string> = {
  done: (t) => t.seatDone,
  now: (t) => t.seatNow,
  next: (t) => t.seatNext,
  wrong: (t) => t.seatWrong,
  skipped: (t) => t.seatSkipped,
};

/** The circulation as the bays of a frame: a real list, its states also in words. */
export function Seats({ label, seats, say }: SeatsProps) {
  const t = useTexts();
  return (
    <>
      <ol class="seats" aria-label={label}>
        {seats.map((seat) => (
          <li
            class={classNames('seat', `is-${seat.state}`, seat.parallel && 'is-par')}
            aria-current={seat.state === 'now' ? 'step' : undefined}
          >
            <b class="seat-who">{seat.who}</b>
            <span class="seat-what">{seat.what}</span>
            <span class="seat-mark">
              {seat.state === 'done' ? <Icon name="check" small /> : null}
              {seat.mark}
            </span>
            <span class="hide">
              {words[seat.state](t)}
              {seat.parallel ? `, ${t.seatParallel}` : ''}
            </span>
          </li>
        ))}
      </ol>
      {say === undefined ? null : <p class="seats-say small muted">{say}</p>}
    </>
  );
}
