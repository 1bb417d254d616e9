// SPDX-License-Identifier: EUPL-1.2
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { z } from 'zod';

const witness = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('file'), name: z.string().min(1).max(80), path: z.string().min(1) }),
  z.strictObject({
    kind: z.literal('http'),
    name: z.string().min(1).max(80),
    url: z.url(),
    key: z.string().min(20).optional(),
    token: z.string().optional(),
  }),
]);

/** Somebody who keeps our heads: a file on another machine's share, or a neighbour's address that counter-signs. */
export type WitnessConfig = z.infer<typeof witness>;

/** Reads `witnesses.json` of the data folder; without it the heads are kept in one file beside the database, which helps against its own forgetfulness only. */
export async function readWitnesses(dataDir: string): Promise<WitnessConfig[]> {
  const own: WitnessConfig = { kind: 'file', name: 'Eigene Ablage', path: path.join(dataDir, 'witness', 'heads.txt') };
  const text = await readFile(path.join(dataDir, 'witnesses.json'), 'utf8').catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return '[]';
    throw error;
  });
  const parsed = z.array(witness).safeParse(JSON.parse(text));
  if (!parsed.success)
    throw new Error(
      `witnesses.json ist fehlerhaft: ${parsed.error.issues.map(({ path: at, message }) => `${at.join('.')}: ${message}`).join('; ')}`,
    );
  return [own, ...parsed.data];
}
