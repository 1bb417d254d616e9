// SPDX-License-Identifier: EUPL-1.2
import { Refusal } from '../../../kernel/refusal.ts';

/** Who asked for something that a second person must release. */
export interface FourEyesRequest {
  readonly requestedBy: string;
  /** In whose place it was asked for. */
  readonly represented?: string | null | undefined;
  /** Who would gain by it. */
  readonly beneficiary?: string | null | undefined;
}

/** Who wants to release it. */
export interface Releaser {
  readonly person: string | null;
  readonly onBehalfOf?: string | undefined;
}

/** Four eyes: the second person is neither the first, nor their deputy or principal in this, nor the one who gains. */
export function fourEyes(
  { requestedBy, represented, beneficiary }: FourEyesRequest,
  { person, onBehalfOf }: Releaser,
): Refusal | undefined {
  if (person === null) return new Refusal('not-permitted', 'people.four-eyes.nobody');
  const first = [requestedBy, represented];
  if (first.includes(person) || (onBehalfOf !== undefined && first.includes(onBehalfOf)))
    return new Refusal('not-permitted', 'people.four-eyes.own-request');
  if (beneficiary === person || (onBehalfOf !== undefined && beneficiary === onBehalfOf))
    return new Refusal('not-permitted', 'people.four-eyes.own-benefit');
  return undefined;
}
