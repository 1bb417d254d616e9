// SPDX-License-Identifier: EUPL-1.2
import { type Element, TAG, within } from '../der/reader.ts';
import { readOid } from '../der/values.ts';

const COMMON_NAME = '2.5.4.3';
const ORGANISATION = '2.5.4.10';

/** What a distinguished name is called on a page: the common name, else the organisation, else nothing. Proves nothing by itself. */
export function commonName(name: Element): string {
  const found = new Map<string, string>();
  for (const part of within(name, 'name').rest('name', 64, TAG.set)) {
    for (const pair of within(part, 'name').rest('name', 16, TAG.sequence)) {
      const cursor = within(pair, 'name');
      const kind = readOid(cursor.take('name', TAG.oid), 'name');
      if (!found.has(kind)) found.set(kind, text(cursor.take('name')));
    }
  }
  return found.get(COMMON_NAME) ?? found.get(ORGANISATION) ?? '';
}

function text({ tag, body }: Element): string {
  const encoding = tag === 0x1e ? 'utf-16be' : tag === TAG.utf8 ? 'utf-8' : 'latin1';
  return new TextDecoder(encoding).decode(body).slice(0, 200);
}
