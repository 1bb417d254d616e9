// SPDX-License-Identifier: EUPL-1.2
import type { Markup, Visit } from '../kernel/page.ts';
import type { Refusal as Refused } from '../kernel/refusal.ts';
import { LinkButton } from './button.tsx';
import { frame } from './frame.tsx';
import { Refusal } from './refusal.tsx';

/** What went wrong, in words, and what helps: never a stack, never a guess about what exists. */
export function errorPage(
  visit: Visit,
  { status, refusal, number }: { status: number; refusal?: Refused | undefined; number?: string | undefined },
): Markup {
  const key = refusal?.reason ?? (status === 503 ? 'kernel.outage' : 'kernel.fault');
  const reason = visit.say(key, { ...refusal?.details, ...(number === undefined ? {} : { number }) });
  const title = visit.say(`kernel.error.${status}`);
  return frame(visit, {
    title,
    failed: status >= 500,
    body: (
      <section class="error-page">
        <h1>{title}</h1>
        <Refusal page reason={reason} help={<LinkButton href="/">{visit.say('kernel.to-start')}</LinkButton>} />
      </section>
    ),
  });
}
