// SPDX-License-Identifier: EUPL-1.2
import { Refusal } from '../../../kernel/refusal.ts';

/** May a person have this span of access, this address, this number? */
export function personFits(wanted: {
  from: string;
  to: string | null;
  taken: { email: boolean; staffNumber: boolean };
}): Refusal | undefined {
  const { from, to, taken } = wanted;
  if (to !== null && to < from) return wrong('activeTo', 'people.span.ends-before-start');
  if (taken.email) return wrong('email', 'people.person.email-taken');
  if (taken.staffNumber) return wrong('staffNumber', 'people.person.number-taken');
  return undefined;
}

function wrong(field: string, reason: string): Refusal {
  return new Refusal('invalid', reason, {}, { [field]: reason });
}
