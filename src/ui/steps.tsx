// SPDX-License-Identifier: EUPL-1.2
import { classNames } from './class-names.ts';
import { Icon } from './icon.tsx';
import { useTexts } from './language.ts';

export type Step = { label: string; state: 'done' | 'now' | 'next'; href?: string | undefined };

/** Steps of one way as the bays of one beam; done ones may be links back. */
export function Steps({ label, steps }: { label: string; steps: readonly Step[] }) {
  const t = useTexts();
  return (
    <ol class="steps" aria-label={label}>
      {steps.map((step) => {
        const inside = (
          <>
            {step.state === 'done' ? <Icon name="check" small /> : null}
            <span class="step-word">
              {step.label}
              {step.state === 'done' ? <span class="hide">, {t.stepDone}</span> : null}
            </span>
          </>
        );
        return (
          <li
            class={classNames(step.state !== 'next' && `is-${step.state}`)}
            aria-current={step.state === 'now' ? 'step' : undefined}
          >
            {step.href ? <a href={step.href}>{inside}</a> : inside}
          </li>
        );
      })}
    </ol>
  );
}
