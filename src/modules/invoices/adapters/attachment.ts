// SPDX-License-Identifier: EUPL-1.2
import { everyGroup, firstValue, openInvoice, textIn, Unreadable } from '@fachwerk/en16931';

/** A file that an invoice carries inside (BT-125). */
export interface Attachment {
  readonly name: string;
  readonly bytes: Uint8Array;
}

/** The nth supporting document of an invoice, counted as the picture lists them; undefined when there is none or it is only a link. */
export function attachmentOf(invoice: Uint8Array, index: number): Attachment | undefined {
  const group = groupsOf(invoice)[index];
  const file = firstValue(group, 'BT-125');
  if (!file || file.text === '') return undefined;
  const named = file.attributes['filename'] ?? textIn(group, 'BT-122');
  return { name: named.replaceAll(/[^\p{L}\p{N}._ -]/gu, '_').slice(0, 120) || 'anlage', bytes: Buffer.from(file.raw, 'base64') };
}

function groupsOf(bytes: Uint8Array) {
  try {
    return [...everyGroup(openInvoice(bytes).invoice.root)].filter(({ id }) => id === 'BG-24');
  } catch (error) {
    if (error instanceof Unreadable) return [];
    throw error;
  }
}
