// SPDX-License-Identifier: EUPL-1.2
import { createSecretKey, hkdfSync, type KeyObject, randomBytes } from 'node:crypto';
import path from 'node:path';
import { createKeyFile, readKeyFile, VaultError } from './key-file.ts';

/** What a derived key is for: sealing text is never done with the key that wraps keys. */
export type KeyUse = 'seal' | 'wrap' | 'derive';

/** Master keys on disk, one file per purpose and month, and the working keys derived from them. */
export interface KeyRing {
  /** Id of the master key that new content of this purpose gets, e.g. `blob.2026-11`; the key is made on first use. */
  current(purpose: string): string;
  /** Working key for one use; throws `VaultError` when the master key is not here. */
  derive(keyId: string, use: KeyUse): KeyObject;
}

const masterBytes = 32;
const purposeForm = /^[a-z][a-z0-9-]{0,39}$/;
const keyIdForm = /^[a-z][a-z0-9-]{0,39}\.[0-9]{4}-[0-9]{2}$/; // also keeps `..` and `/` out of the file name

/** Opens the ring over a folder that `ensureKeyDirectory` has checked; `now` decides the month (UTC). */
export function openKeyRing(dir: string, now: () => Date): KeyRing {
  const derived = new Map<string, KeyObject>();
  const known = new Set<string>();
  const fileOf = (keyId: string) => path.join(dir, `${keyId}.key`);
  return {
    current(purpose) {
      if (!purposeForm.test(purpose)) throw new VaultError(`„${purpose}“ ist kein gültiger Schlüsselzweck.`);
      const keyId = `${purpose}.${now().toISOString().slice(0, 7)}`;
      if (known.has(keyId)) return keyId;
      if (readKeyFile(fileOf(keyId)) === undefined)
        createKeyFile(fileOf(keyId), `${randomBytes(masterBytes).toString('base64')}\n`);
      known.add(keyId);
      return keyId;
    },
    derive(keyId, use) {
      const id = `${use} ${keyId}`;
      const key = derived.get(id) ?? deriveKey(readMaster(fileOf, keyId), id);
      derived.set(id, key);
      return key;
    },
  };
}

function readMaster(fileOf: (keyId: string) => string, keyId: string): Buffer {
  if (!keyIdForm.test(keyId)) throw new VaultError('Die Schlüsselkennung ist ungültig.');
  const text = readKeyFile(fileOf(keyId));
  if (text === undefined)
    throw new VaultError(
      `Der Schlüssel ${keyId} fehlt im Schlüsselordner. Was damit verschlossen ist, bleibt unlesbar, bis er aus der Sicherung zurückkommt.`,
    );
  const master = Buffer.from(text, 'base64');
  if (master.length !== masterBytes) throw new VaultError(`Die Schlüsseldatei ${fileOf(keyId)} ist beschädigt.`);
  return master;
}

/** HKDF (RFC 5869) separates the uses: a flaw in one says nothing about the other. */
function deriveKey(master: Buffer, id: string): KeyObject {
  return createSecretKey(new Uint8Array(hkdfSync('sha256', master, '', `fachwerk vault v1 ${id}`, 32)));
}
