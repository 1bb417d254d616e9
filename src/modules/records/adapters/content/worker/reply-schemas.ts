// SPDX-License-Identifier: EUPL-1.2
// A worker that met a hostile file may say anything: every word of a reply is checked here, in the parent.
import { z } from 'zod';
import type { ContentFailure } from '../result.ts';

const text = (max: number): z.ZodString => z.string().max(max);
const count = z.number().int().min(0).max(1_000_000);
const fraction = z.number().min(-1).max(2);
const outputFile = z.string().regex(/^(?:page|thumb|words|attachment)-\d{4,6}(?:\.(?:webp|png|json))?$/);
const address = z.object({ name: text(1_000), address: text(1_000) });
const wordBox = z.object({ text: text(2_000), x: fraction, y: fraction, w: fraction, h: fraction });

/** The text of a file, as a worker may report it. */
export const extractedTextSchema = z.object({
  pages: z.array(z.object({ no: count, text: text(1_100_000) })).max(5_000),
  language: z.enum(['de', 'en', 'tr', 'fr']).optional(),
  needsOcr: z.boolean(),
  ocrPages: z.array(count).max(5_000),
  truncated: z.boolean(),
  meta: z.object({ title: text(600).optional(), author: text(600).optional(), created: text(600).optional() }),
});

/** Drawn pages, as a worker may report them. */
export const renderedPagesSchema = z.object({
  pageCount: count,
  source: z.enum(['pdf', 'image', 'office', 'text-flow']),
  pages: z
    .array(
      z.object({
        no: count,
        file: outputFile,
        width: count,
        height: count,
        thumb: outputFile.optional(),
        words: outputFile.optional(),
      }),
    )
    .max(50),
});

/** Recognised text, as a worker may report it. */
export const ocrTextSchema = z.object({
  text: text(2_000_000),
  confidence: z.number().min(-1).max(100),
  words: z.array(wordBox).max(20_000),
});

/** A split message, as a worker may report it. */
export const splitMailSchema = z.object({
  message: z.object({
    messageId: text(1_000).optional(),
    answers: z.array(text(1_000)).max(100),
    subject: text(1_000),
    date: text(40).optional(),
    from: z.array(address).max(500),
    to: z.array(address).max(500),
    cc: z.array(address).max(500),
    text: text(9_000_000),
    contentHash: z.string().regex(/^[0-9a-f]{64}$/),
  }),
  attachments: z
    .array(
      z.object({
        file: outputFile,
        name: text(400),
        mediaType: text(200),
        label: text(100),
        hazards: z.array(text(40)).max(30),
        size: z.number().int().min(0),
        sha256: z.string().regex(/^[0-9a-f]{64}$/),
        inline: z.boolean(),
        isMessage: z.boolean(),
      }),
    )
    .max(500),
});

const REASONS = [
  'timeout',
  'too-large',
  'damaged',
  'encrypted',
  'unsupported',
  'hostile',
] as const satisfies readonly ContentFailure[];

/** The envelope of every reply. */
export const replySchema = z.union([
  z.object({ ok: z.literal(true), value: z.unknown() }),
  z.object({ ok: z.literal(false), reason: z.enum(REASONS), detail: text(500) }),
]);
