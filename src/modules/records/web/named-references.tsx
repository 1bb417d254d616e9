// SPDX-License-Identifier: EUPL-1.2
import type { Tx } from '../../../kernel/database.ts';
import type { Visit } from '../../../kernel/page.ts';
import { ListRow, ListRows, Part } from '../../../ui/index.ts';
import { type ResolvedReference, resolveReferences } from '../queries/resolve-reference.ts';

const longest = 120;

/** What a typed text names by its reference, present or former; nothing for words without a digit. */
export async function referencesNamedIn(tx: Tx, typed: string): Promise<ResolvedReference[]> {
  return /\d/.test(typed) && typed.length <= longest ? resolveReferences(tx, typed) : [];
}

/** Address of the page of an object: `case:…` → `/cases/…`. */
export function pageOf(object: string): string {
  const [kind = '', id = ''] = object.split(':');
  return `/${kind}s/${id}`;
}

/** Above the hits: what was named by its reference is what was meant. */
export function NamedReferences({ visit: { say }, named }: { visit: Visit; named: readonly ResolvedReference[] }) {
  if (named.length === 0) return null;
  return (
    <Part id="named" title={say('records.search.named')}>
      <ListRows plain label={say('records.search.named')}>
        {named.map(({ object, reference, subject, former }) => (
          <ListRow
            href={pageOf(object)}
            title={`${reference} ${subject}`}
            meta={say(former ? 'records.search.former' : `records.search.kind.${object.split(':')[0]}`)}
          />
        ))}
      </ListRows>
    </Part>
  );
}
