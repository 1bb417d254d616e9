// SPDX-License-Identifier: EUPL-1.2
import { randomUUID } from 'node:crypto';
import fs from 'node:fs';
import path from 'node:path';

/** The key ring cannot be used; the message is German and says what the operator has to do. It never contains key material. */
export class VaultError extends Error {
  override readonly name = 'VaultError';
}

/** Makes the folder of the keys (0700), durable, and refuses one that others may enter. */
export function ensureKeyDirectory(dir: string): void {
  if (!fs.existsSync(dir)) {
    fs.mkdirSync(dir, { recursive: true, mode: 0o700 });
    syncDirectory(path.dirname(dir));
  }
  refuseForeignEyes(dir, 'Der Schlüsselordner', '700');
  removeStaleDrafts(dir);
}

/** Reads a key file, or undefined when there is none; refuses links and files that others can read. */
export function readKeyFile(file: string): string | undefined {
  if (!fs.existsSync(file)) return undefined;
  if (!fs.lstatSync(file).isFile())
    throw new VaultError(`${file} ist keine gewöhnliche Datei. Eine Schlüsseldatei darf kein Verweis sein.`);
  refuseForeignEyes(file, 'Die Schlüsseldatei', '600');
  return fs.readFileSync(file, 'utf8');
}

/**
 * Creates a key file (0600) and returns the text that is in force: when another process was faster, its text.
 * Written under a draft name, fsynced, then linked: a key is never half there, and never acknowledged before it is durable.
 */
export function createKeyFile(file: string, text: string): string {
  const dir = path.dirname(file);
  const draft = path.join(dir, `${draftMark}${randomUUID()}`);
  const handle = fs.openSync(draft, 'wx', 0o600);
  try {
    fs.writeFileSync(handle, text);
    fs.fsyncSync(handle);
  } finally {
    fs.closeSync(handle);
  }
  try {
    fs.linkSync(draft, file); // unlike rename, link never replaces a key that is already there
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
  } finally {
    fs.unlinkSync(draft);
  }
  syncDirectory(dir);
  const inForce = readKeyFile(file);
  if (inForce === undefined) throw new VaultError(`Die Schlüsseldatei ${file} ist nach dem Anlegen nicht lesbar.`);
  return inForce;
}

const draftMark = '.draft-';
const draftLifeMs = 60_000;

/** A crash between link and unlink leaves a second name of a key: it would survive the key's destruction. */
function removeStaleDrafts(dir: string): void {
  for (const name of fs.readdirSync(dir)) {
    const draft = path.join(dir, name);
    if (name.startsWith(draftMark) && Date.now() - fs.lstatSync(draft).mtimeMs > draftLifeMs) fs.unlinkSync(draft);
  }
}

const othersBits = 0o077;

function refuseForeignEyes(file: string, what: string, right: string): void {
  const mode = fs.statSync(file).mode & 0o777;
  if ((mode & othersBits) === 0) return;
  const shown = mode.toString(8).padStart(4, '0');
  throw new VaultError(
    `${what} ${file} ist für andere Benutzer des Rechners zugänglich (Rechte ${shown}). ` +
      `So wird kein Schlüssel benutzt. Abhilfe: chmod ${right} '${file}' und prüfen, ob jemand den Schlüssel gelesen haben kann.`,
  );
}

function syncDirectory(dir: string): void {
  const handle = fs.openSync(dir, 'r');
  try {
    fs.fsyncSync(handle);
  } finally {
    fs.closeSync(handle);
  }
}
