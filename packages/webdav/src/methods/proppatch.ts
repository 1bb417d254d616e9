// SPDX-License-Identifier: EUPL-1.2
import { DavRefusal, multistatus } from '../answer.ts';
import { askConditions, askLocks, type Exchange, hrefOf, xmlBody } from '../exchange.ts';
import { isLive } from '../properties.ts';
import type { PropertyChange } from '../store.ts';
import { childOf, childrenOf, dav, isDav, type XmlNode } from '../xml/node.ts';
import { attributesOf, contentOf, element, escapeXml, foreignElement } from '../xml/write.ts';
import { propstat } from './propfind.ts';

/** PROPPATCH (RFC 4918 §9.2): all or none, in the order of the request; computed properties are nobody's to set. */
export async function proppatch(exchange: Exchange): Promise<Response | DavRefusal> {
  const { store, path, target } = exchange;
  const body = await xmlBody(exchange);
  if (body instanceof DavRefusal) return body;
  const changes = isDav(body, 'propertyupdate') ? changesIn(body as XmlNode) : undefined;
  if (!changes) return new DavRefusal(400);
  if (!target) return new DavRefusal(404);
  const no = (await askConditions(exchange)) ?? askLocks(exchange, path, false);
  if (no) return no;
  const forbidden = changes.filter(isLive);
  const refusal = forbidden.length > 0 ? undefined : await store.changeProperties(path, changes);
  if (refusal) return refusal;
  const href = element('href', escapeXml(hrefOf(exchange, path, target.kind === 'collection')));
  return multistatus([element('response', href + outcome(changes, forbidden))]);
}

function changesIn(update: XmlNode): PropertyChange[] | undefined {
  const changes: PropertyChange[] = [];
  for (const step of childrenOf(update)) {
    if (step.uri !== dav || (step.name !== 'set' && step.name !== 'remove')) continue; // §17: what is unknown is passed over
    const prop = childOf(step, 'prop');
    if (!prop) return undefined;
    for (const wish of childrenOf(prop)) {
      const { uri, name } = wish;
      const set = { uri, name, content: contentOf(wish), attributes: languageOf(wish, prop) + attributesOf(wish) };
      changes.push(step.name === 'set' ? { uri, name, set } : { uri, name });
    }
  }
  return changes.length > 0 ? changes : undefined;
}

/** §4.3: `xml:lang` in scope belongs to the value. */
function languageOf(wish: XmlNode, prop: XmlNode): string {
  const language = ({ attributes }: XmlNode) => attributes.find(({ name, uri }) => name === 'lang' && uri !== '');
  const inherited = language(wish) ? undefined : language(prop);
  return inherited ? ` xml:lang="${escapeXml(inherited.value)}"` : '';
}

function outcome(changes: readonly PropertyChange[], forbidden: readonly PropertyChange[]): string {
  const named = (list: readonly PropertyChange[]) => list.map((change) => foreignElement(change));
  if (forbidden.length === 0) return propstat(named(changes), 200);
  const rest = changes.filter((change) => !forbidden.includes(change));
  const untouched = rest.length > 0 ? propstat(named(rest), 424) : '';
  return propstat(named(forbidden), 403, element('error', element('cannot-modify-protected-property'))) + untouched;
}
