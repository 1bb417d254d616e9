// SPDX-License-Identifier: EUPL-1.2
import { randomUUID } from 'node:crypto';

/** Hidden idempotency key: pressing twice, or pressing again after a lost answer, acts once. */
export function FormKey({ value }: { value?: string | undefined }) {
  return <input type="hidden" name="_key" value={value ?? randomUUID()} autocomplete="off" />;
}
