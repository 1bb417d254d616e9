// SPDX-License-Identifier: EUPL-1.2
import assert from 'node:assert/strict';
import { it } from 'node:test';
import { extractedTextSchema, ocrTextSchema, renderedPagesSchema, replySchema, splitMailSchema } from './reply-schemas.ts';

const page = { no: 1, file: 'page-0001.webp', width: 10, height: 10 };
const rendered = { pageCount: 1, source: 'pdf', pages: [page] };
const text = { pages: [{ no: 1, text: 'x' }], needsOcr: false, ocrPages: [], truncated: false, meta: {} };
const hash = 'a'.repeat(64);
const attachment = {
  file: 'attachment-0001',
  name: 'Plan.pdf',
  mediaType: 'application/pdf',
  label: 'PDF-Dokument',
  hazards: [],
  size: 1,
  sha256: hash,
  inline: false,
  isMessage: false,
};
const mail = {
  message: { answers: [], subject: '', from: [], to: [], cc: [], text: '', contentHash: hash },
  attachments: [attachment],
};

it('ehrliche Antworten werden verstanden', () => {
  assert.ok(replySchema.safeParse({ ok: true, value: 1 }).success);
  assert.ok(replySchema.safeParse({ ok: false, reason: 'damaged', detail: '' }).success);
  assert.ok(renderedPagesSchema.safeParse(rendered).success);
  assert.ok(extractedTextSchema.safeParse(text).success);
  assert.ok(ocrTextSchema.safeParse({ text: 'x', confidence: 90, words: [{ text: 'x', x: 0, y: 0, w: 1, h: 1 }] }).success);
  assert.ok(splitMailSchema.safeParse(mail).success);
});

it('erfundene Gründe, fremde Dateinamen, falsche Formen und Unmengen nicht', () => {
  const lies: ReadonlyArray<readonly [{ safeParse(value: unknown): { success: boolean } }, unknown]> = [
    [replySchema, { ok: false, reason: '<script>', detail: 'x' }],
    [replySchema, { ok: false, reason: 'damaged', detail: 'x'.repeat(501) }],
    [replySchema, null],
    [renderedPagesSchema, { ...rendered, pages: 'viele' }],
    [renderedPagesSchema, { ...rendered, pages: Array.from({ length: 51 }, () => page) }],
    ...['../../etc/passwd', '/etc/passwd', 'page-0001.svg', 'page-0001.webp\n', 'reply.json', ''].map(
      (file) => [renderedPagesSchema, { ...rendered, pages: [{ ...page, file }] }] as const,
    ),
    [renderedPagesSchema, JSON.parse('{"__proto__":{"pageCount":1},"source":"pdf","pages":[]}')],
    [extractedTextSchema, { ...text, pages: [{ no: 1, text: 'x'.repeat(1_100_001) }] }],
    [extractedTextSchema, { ...text, ocrPages: [1.5] }],
    [splitMailSchema, { ...mail, attachments: [{ ...attachment, file: '../x' }] }],
    [splitMailSchema, { ...mail, message: { ...mail.message, contentHash: 'kurz' } }],
    [ocrTextSchema, { text: 'x', confidence: Number.NaN, words: [] }],
  ];
  for (const [schema, value] of lies) assert.equal(schema.safeParse(value).success, false, JSON.stringify(value)?.slice(0, 100));
});
