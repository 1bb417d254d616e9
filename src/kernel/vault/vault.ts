// SPDX-License-Identifier: EUPL-1.2
import {
  createCipheriv,
  createDecipheriv,
  createHmac,
  createPrivateKey,
  createPublicKey,
  generateKeyPairSync,
  type KeyObject,
  randomBytes,
  sign,
} from 'node:crypto';
import path from 'node:path';
import { createKeyFile, ensureKeyDirectory, readKeyFile, VaultError } from './key-file.ts';
import { type KeyRing, type KeyUse, openKeyRing } from './key-ring.ts';

/** Something that only the vault can read again, and the id of the master key that it needs. */
export interface Sealed {
  readonly keyId: string;
  /** Nonce (12 bytes), ciphertext, tag (16 bytes). */
  readonly sealed: Uint8Array;
}

/** The keys of one Fachwerk. They stay inside: callers get signatures, sealed bytes and opened bytes. */
export interface Vault {
  /** Public half of the journal's signing key (Ed25519, 32 bytes). */
  readonly publicKey: Uint8Array;
  /** True when this opening created the signing key: a journal that already has entries must then not be continued. */
  readonly isNew: boolean;
  /** Ed25519 signature (64 bytes) by the journal's signing key. */
  sign(message: Uint8Array): Uint8Array;
  /** Encrypts and authenticates; `context` names the place it belongs to, so that it opens nowhere else. */
  seal(purpose: string, bytes: Uint8Array, context?: string): Sealed;
  /** The opposite of `seal`; throws `VaultError` when anything was changed or purpose or context differ. */
  open(purpose: string, sealed: Sealed, context?: string): Buffer;
  /** Wraps a data key (32 bytes): the wrapped key is stored outside, deleting it shreds what the data key protects. */
  wrapKey(purpose: string, key: Uint8Array, context?: string): Sealed;
  /** The opposite of `wrapKey`. */
  unwrapKey(purpose: string, wrapped: Sealed, context?: string): Buffer;
  /** A secret of 32 bytes that belongs to `context` and can be made again, by key id, but read nowhere: nothing of it is stored. */
  derive(purpose: string, context: string, keyId?: string): { readonly keyId: string; readonly secret: Buffer };
}

const dataKeyBytes = 32;

/**
 * Opens the key folder, creating it and the signing key on first use. `now` decides which month's master keys seal (UTC).
 * @throws VaultError with a German text when the keys are readable for others, damaged or not usable.
 */
export async function openVault(dir: string, now: () => Date = () => new Date()): Promise<Vault> {
  ensureKeyDirectory(dir);
  const { key, isNew } = signingKey(path.join(dir, 'signing-key'));
  const ring = openKeyRing(dir, now);
  return {
    publicKey: rawPublicKey(key),
    isNew,
    sign: (message) => sign(null, message, key),
    seal: (purpose, bytes, context) => encrypt(ring, { purpose, use: 'seal', context }, bytes),
    open: (purpose, sealed, context) => decrypt(ring, { purpose, use: 'seal', context }, sealed),
    wrapKey(purpose, dataKey, context) {
      if (dataKey.byteLength !== dataKeyBytes) throw new VaultError('Ein Datenschlüssel hat 32 Byte.');
      return encrypt(ring, { purpose, use: 'wrap', context }, dataKey);
    },
    unwrapKey: (purpose, wrapped, context) => decrypt(ring, { purpose, use: 'wrap', context }, wrapped),
    derive(purpose, context, keyId = ring.current(purpose)) {
      if (!keyId.startsWith(`${purpose}.`)) throw new VaultError('Der Schlüssel gehört zu einem anderen Zweck.');
      return { keyId, secret: createHmac('sha256', ring.derive(keyId, 'derive')).update(context).digest() };
    },
  };
}

function signingKey(file: string): { key: KeyObject; isNew: boolean } {
  const existing = readKeyFile(file);
  const text =
    existing ??
    createKeyFile(file, generateKeyPairSync('ed25519').privateKey.export({ type: 'pkcs8', format: 'pem' }).toString());
  const key = parseSigningKey(text);
  if (key?.asymmetricKeyType !== 'ed25519') throw new VaultError(`Die Schlüsseldatei ${file} enthält keinen Ed25519-Schlüssel.`);
  return { key, isNew: existing === undefined };
}

function parseSigningKey(text: string): KeyObject | undefined {
  try {
    return createPrivateKey(text);
  } catch {
    return undefined; // the parser's own message may quote the file
  }
}

/** RFC 8410: the last 32 bytes of an Ed25519 SubjectPublicKeyInfo are the key itself. */
function rawPublicKey(key: KeyObject): Uint8Array {
  return new Uint8Array(createPublicKey(key).export({ type: 'spki', format: 'der' }).subarray(-32));
}

interface Lock {
  readonly purpose: string;
  readonly use: KeyUse;
  readonly context: string | undefined;
}

const cipher = 'aes-256-gcm';
const nonceBytes = 12;
const tagBytes = 16;

/** A random nonce is safe up to 2^32 seals per key (NIST SP 800-38D 8.3); a new master key every month keeps far below. */
function encrypt(ring: KeyRing, lock: Lock, bytes: Uint8Array): Sealed {
  const nonce = randomBytes(nonceBytes);
  const keyId = ring.current(lock.purpose);
  const gcm = createCipheriv(cipher, ring.derive(keyId, lock.use), nonce).setAAD(associated(lock, keyId));
  const body = gcm.update(bytes);
  gcm.final();
  return { keyId, sealed: Buffer.concat([nonce, body, gcm.getAuthTag()]) };
}

function decrypt(ring: KeyRing, lock: Lock, { keyId, sealed }: Sealed): Buffer {
  if (!keyId.startsWith(`${lock.purpose}.`)) throw new VaultError('Verschlossenes gehört zu einem anderen Zweck.');
  const key = ring.derive(keyId, lock.use);
  if (sealed.byteLength < nonceBytes + tagBytes) throw new VaultError('Verschlossenes ist zu kurz, um echt zu sein.');
  const bodyEnd = sealed.byteLength - tagBytes;
  const gcm = createDecipheriv(cipher, key, sealed.subarray(0, nonceBytes))
    .setAAD(associated(lock, keyId))
    .setAuthTag(sealed.subarray(bodyEnd));
  const body = gcm.update(sealed.subarray(nonceBytes, bodyEnd));
  try {
    gcm.final();
  } catch {
    throw new VaultError(`Mit ${keyId} Verschlossenes wurde verändert oder gehört an eine andere Stelle.`);
  }
  return body;
}

/** The key id begins with the purpose, so both are bound; the length keeps id and context apart. */
function associated({ use, context = '' }: Lock, keyId: string): Buffer {
  return Buffer.from(`fachwerk vault v1\0${use}\0${keyId.length}\0${keyId}\0${context}`);
}
