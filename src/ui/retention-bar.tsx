// SPDX-License-Identifier: EUPL-1.2
import type { Child } from 'hono/jsx';
import { classNames } from './class-names.ts';
import { useTexts } from './language.ts';

export type RetentionBarProps = {
  /** The end in bold: "bis 31.12.2036,". */
  until: Child;
  /** "weil 10 Jahre nach z.d.A. (Regel 32.11)". */
  because: Child;
  fromYear: number;
  toYear: number;
  currentYear: number;
  /** Still open: the bar begins with the year in which it would be closed. */
  open?: boolean | undefined;
  /** What the bar assumes, in words. */
  assumes?: Child | undefined;
};

/** The bays of the bar: one a year, over 15 years one for five. */
export function retentionBays({
  fromYear,
  toYear,
  currentYear,
}: {
  fromYear: number;
  toYear: number;
  currentYear: number;
}): ('run' | 'now' | 'rest')[] {
  const step = toYear - fromYear > 15 ? 5 : 1;
  const count = Math.max(1, Math.ceil((toYear - fromYear + 1) / step));
  return Array.from({ length: count }, (_, index) => {
    const first = fromYear + index * step;
    if (currentYear >= first + step) return 'run';
    return currentYear >= first ? 'now' : 'rest';
  });
}

/** Retention as a bar that ends in a year; the sentence stands first and says everything, the bar only shows it. */
export function RetentionBar({ until, because, fromYear, toYear, currentYear, open, assumes }: RetentionBarProps) {
  const t = useTexts();
  return (
    <figure class="keep">
      <figcaption class="keep-say">
        <b>{until}</b> {because}
      </figcaption>
      <div class="keep-bays" aria-hidden="true">
        {retentionBays({ fromYear, toYear, currentYear }).map((bay) => (
          <i class={classNames(bay !== 'rest' && `is-${bay}`)} />
        ))}
      </div>
      <p class="keep-ends">
        <span>
          {fromYear}
          {open ? ` ${t.retentionOpen}` : ''}
        </span>
        <span>{assumes}</span>
        <span>{toYear}</span>
      </p>
    </figure>
  );
}
