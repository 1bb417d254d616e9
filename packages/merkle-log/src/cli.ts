// SPDX-License-Identifier: EUPL-1.2
// fachwerk-verify: checks a proof package or a full export on the reader's own computer. Bundled into one file without dependencies.
import { readFile } from 'node:fs/promises';
import { type Arguments, readArguments } from './cli-arguments.ts';
import { reportJson, reportText } from './cli-report.ts';
import { evidenceCheckAt } from './evidence.ts';
import { openPath } from './node-source.ts';
import { PINNED_KEYS } from './verify/pinned.ts';
import { joinTrust, NO_TRUST, readTrust, type Trust } from './verify/trust.ts';
import { verify } from './verify/verify.ts';

/** Exit codes: proven; not proven (also when nobody vouches for the key); wrong use. */
export const EXIT = { proven: 0, notProven: 1, usage: 2 } as const;

const USAGE = `fachwerk-verify – prüft ein Beweispaket oder einen Gesamtexport, ohne Netz / checks a proof package or a full export, offline

  node fachwerk-verify.mjs PAKET.zip|ORDNER [--key DATEI|SCHLUESSEL] [--witness DATEI ...] [--json] [--lang de|en]

  --key      Schlüssel der Stadt (name+kennung+base64) oder eine Datei damit. Ohne ihn bürgt niemand dafür, wer unterschrieben hat.
             the city's verifier key, or a file with it; without it nobody vouches for who has signed
  --witness  Prüfpunkte, Quittungen oder Schlüssel von Zeugen, Zertifikate von Zeitstempelstellen (PEM), die Sie außerhalb der Stadt
             bekommen haben / checkpoints, receipts or keys of witnesses, certificates of time-stamping authorities (PEM) from outside the city
  --json     Ergebnis für Programme / result for programs

  0 bewiesen / proven   1 nicht bewiesen / not proven   2 falsch aufgerufen / wrong use
`;

/** Writes to the streams of a process, or to a test's. */
export type Output = { out(text: string): void; err(text: string): void };

/** Runs the command; returns the exit code. */
export async function main(args: readonly string[], environment: string | undefined, output: Output): Promise<number> {
  const wanted = readArguments(args, environment);
  if (!wanted) {
    output.err(USAGE);
    return EXIT.usage;
  }
  let opened: Awaited<ReturnType<typeof openPath>> | undefined;
  try {
    const trust = await trustOf(wanted);
    const result = await verify({
      trust,
      evidence: evidenceCheckAt(() => new Date()),
      open: async () => {
        opened = await openPath(wanted.path);
        return opened.source;
      },
    });
    const report = wanted.json ? reportJson : reportText;
    output.out(report(result, wanted.language));
    return result.verdict.state === 'proven' ? EXIT.proven : EXIT.notProven;
  } catch (error) {
    output.err(`${error instanceof Error ? error.message : String(error)}\n`);
    return EXIT.usage;
  } finally {
    await opened?.close();
  }
}

async function trustOf({ keys, witnesses }: Arguments): Promise<Trust> {
  const pinned = await Promise.all(keys.map(async (key) => ({ ...(readTrust(key) ?? (await trustFile(key))), heads: [] })));
  const kept = await Promise.all(witnesses.map(trustFile));
  // A key beside a witness's checkpoint is the witness's word on itself, not on the city: only --key names the city's key.
  return joinTrust({ ...NO_TRUST, keys: PINNED_KEYS }, ...pinned, ...kept.map((trust) => ({ ...trust, keys: [] })));
}

async function trustFile(path: string): Promise<Trust> {
  const trust = readTrust(await readFile(path, 'utf8'));
  if (!trust) throw new Error(`${path}: weder Schlüssel noch Prüfpunkt / neither key nor checkpoint`);
  return trust;
}
