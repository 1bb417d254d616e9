// SPDX-License-Identifier: EUPL-1.2
import { element, escapeXml, xmlDocument } from './xml/write.ts';

/** Conditions of RFC 4918 §16 that an answer may name. */
export type DavCondition =
  | 'lock-token-matches-request-uri'
  | 'lock-token-submitted'
  | 'no-conflicting-lock'
  | 'propfind-finite-depth'
  | 'cannot-modify-protected-property'
  | 'preserved-live-properties';

/** An expected no: status, the standard's condition, and a sentence for the person at the other end. */
export class DavRefusal {
  readonly status: number;
  readonly condition: DavCondition | undefined;
  readonly sentence: string;
  readonly hrefs: readonly string[];

  constructor(status: number, more: { condition?: DavCondition; sentence?: string; hrefs?: readonly string[] } = {}) {
    this.status = status;
    this.condition = more.condition;
    this.sentence = more.sentence ?? '';
    this.hrefs = more.hrefs ?? [];
  }
}

const xmlHeaders = { 'content-type': 'application/xml; charset=utf-8' };

/** An answer without a body. */
export function empty(status: number, headers: Record<string, string> = {}): Response {
  return new Response(null, { status, headers });
}

/** An answer in XML. */
export function xmlAnswer(status: number, text: string, headers: Record<string, string> = {}): Response {
  return new Response(text, { status, headers: { ...xmlHeaders, ...headers } });
}

/** The refusal as an answer: DAV:error with the condition, or plain words, or nothing. */
export function refused({ status, condition, sentence, hrefs }: DavRefusal, headers: Record<string, string> = {}): Response {
  if (condition === undefined && sentence === '') return empty(status, headers);
  if (condition === undefined)
    return new Response(`${sentence}\n`, { status, headers: { 'content-type': 'text/plain; charset=utf-8', ...headers } });
  const about = element(condition, hrefs.map((href) => element('href', escapeXml(href))).join(''));
  const words = sentence === '' ? '' : element('responsedescription', escapeXml(sentence));
  return xmlAnswer(status, xmlDocument('error', about + words), headers);
}

const reasons: Readonly<Record<number, string>> = {
  200: 'OK',
  403: 'Forbidden',
  404: 'Not Found',
  409: 'Conflict',
  423: 'Locked',
  424: 'Failed Dependency',
  507: 'Insufficient Storage',
};

/** DAV:status with its line of HTTP. */
export function statusElement(status: number): string {
  return element('status', `HTTP/1.1 ${status} ${reasons[status] ?? ''}`.trim());
}

/** 207 (RFC 4918 §13) out of finished DAV:response elements. */
export function multistatus(responses: readonly string[]): Response {
  return xmlAnswer(207, xmlDocument('multistatus', responses.join('')));
}
