// SPDX-License-Identifier: EUPL-1.2
import { dav, type XmlNode } from './node.ts';

const xml = 'http://www.w3.org/XML/1998/namespace';

/** Text as character data; what XML 1.0 cannot carry becomes U+FFFD. */
export function escapeXml(text: string): string {
  return text
    .toWellFormed()
    .replaceAll(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g, '\ufffd')
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
    .replaceAll('\r', '&#13;');
}

/** An element of the standard around content that is XML already. Without content it is empty. */
export function element(name: string, content = ''): string {
  return content === '' ? `<D:${name}/>` : `<D:${name}>${content}</D:${name}>`;
}

/** An element of any namespace that declares what it uses, so that it may stand anywhere. */
export function foreignElement({ name, uri }: { name: string; uri: string }, content = '', attributes = ''): string {
  if (uri === dav && attributes === '') return element(name, content);
  const [tag, declared] = uri === '' ? [name, ''] : [`n:${name}`, ` xmlns:n="${escapeXml(uri)}"`];
  return content === '' ? `<${tag}${declared}${attributes}/>` : `<${tag}${declared}${attributes}>${content}</${tag}>`;
}

/** What stands in an element, as XML that declares every namespace where it is used. */
export function contentOf(node: XmlNode): string {
  return node.content.map((one) => (typeof one === 'string' ? escapeXml(one) : whole(one))).join('');
}

function whole(node: XmlNode): string {
  return foreignElement(node, contentOf(node), attributesOf(node));
}

/** Attributes with their namespaces; `xml:lang` needs none. */
export function attributesOf({ attributes }: XmlNode): string {
  return attributes
    .map(({ name, uri, value }, index) => {
      if (uri === '') return ` ${name}="${escapeXml(value)}"`;
      if (uri === xml) return ` xml:${name}="${escapeXml(value)}"`;
      return ` xmlns:a${index}="${escapeXml(uri)}" a${index}:${name}="${escapeXml(value)}"`;
    })
    .join('');
}

/** A whole answer. */
export function xmlDocument(name: string, content: string): string {
  return `<?xml version="1.0" encoding="utf-8"?>\n<D:${name} xmlns:D="DAV:">${content}</D:${name}>\n`;
}
