// SPDX-License-Identifier: EUPL-1.2
import type { Child } from 'hono/jsx';

export type ProgressProps = {
  title?: Child | undefined;
  /** What is counted, for screen readers: "Gelesene Seiten". */
  label: string;
  value: number;
  max: number;
  /** The count in words: "37 von 120 Seiten gelesen, läuft weiter, auch wenn Sie weggehen". */
  sentence: Child;
  done?: boolean | undefined;
};

/** Work that takes longer: the count in words first, the bar second. */
export function Progress({ title, label, value, max, sentence, done }: ProgressProps) {
  return (
    <div class="progress">
      {title === undefined ? null : <p class="strong">{title}</p>}
      <progress max={max} value={value} aria-label={label} class={done ? 'is-done' : undefined}>
        {value} / {max}
      </progress>
      <p class="small muted">{sentence}</p>
    </div>
  );
}
