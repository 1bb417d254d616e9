// SPDX-License-Identifier: EUPL-1.2
import { z } from 'zod';

const hash = z.string().regex(/^[0-9a-f]{64}$/);
/** Relative and without a way out: a backup from elsewhere is hostile until it is checked. */
const inside = z
  .string()
  .regex(/^[A-Za-z0-9_-][A-Za-z0-9_./-]{0,199}$/)
  .refine((path) => !path.split('/').includes('..'));
const part = z.strictObject({ path: inside, sha256: hash, size: z.number().int().min(0) });

/** What a backup says of itself; read first and checked before anything is restored. */
export const backupManifest = z.strictObject({
  format: z.literal('fachwerk-backup/1'),
  at: z.iso.datetime(),
  version: z.string(),
  migrations: z.array(z.strictObject({ module: z.string(), name: z.string(), sha256: hash })),
  tables: z.array(
    z.strictObject({
      name: z.string().regex(/^[a-z0-9_]+\.[a-z0-9_]+$/),
      columns: z.array(z.string().regex(/^"?[a-z0-9_]+"?$/)),
      rows: z.number().int(),
      file: part,
    }),
  ),
  sequences: z.array(z.strictObject({ name: z.string().regex(/^[a-z0-9_]+\.[a-z0-9_]+$/), last: z.string().regex(/^\d+$/) })),
  /** Newest signed head at the moment of the backup; null for an empty journal. */
  head: z.strictObject({ size: z.number().int(), note: z.string() }).nullable(),
  contents: z.number().int(),
  files: z.array(part),
});
export type BackupManifest = z.infer<typeof backupManifest>;
export type BackupPart = z.infer<typeof part>;
