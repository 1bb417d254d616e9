// SPDX-License-Identifier: EUPL-1.2
import { createHash, generateKeyPairSync, type KeyObject, randomBytes, sign } from 'node:crypto';

/** A passkey device without a device: ES256, user verified, attestation "none" (WebAuthn Level 3, sections 6 and 7). */
export interface Authenticator {
  /** Answers navigator.credentials.create(). */
  create(options: { challenge: string }, site: Site): object;
  /** Answers navigator.credentials.get(); `over` bends what it says. */
  get(options: { challenge: string }, site: Site, over?: { counter?: number; flags?: number }): object;
}

/** Where the browser thinks it is. */
export interface Site {
  readonly origin: string;
  readonly rpId: string;
}

const userPresent = 0x01;
const userVerified = 0x04;
const attested = 0x40;

/** A fresh device with one key. */
export function openAuthenticator(): Authenticator {
  const { publicKey, privateKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
  const id = randomBytes(32);
  let counter = 0;
  return {
    create(options, site) {
      const credential = Buffer.concat([Buffer.alloc(16), uint(id.length, 2), id, coseKey(publicKey)]);
      const authData = Buffer.concat([head(site.rpId, userPresent | userVerified | attested, counter), credential]);
      const attestation = Buffer.concat([
        map(3),
        text('fmt'),
        text('none'),
        text('attStmt'),
        map(0),
        text('authData'),
        bytes(authData),
      ]);
      const clientDataJSON = clientData('webauthn.create', options.challenge, site).toString('base64url');
      return answer(id, { clientDataJSON, attestationObject: attestation.toString('base64url'), transports: ['internal'] });
    },
    get(options, site, { counter: told, flags } = {}) {
      counter += 1;
      const authData = head(site.rpId, flags ?? userPresent | userVerified, told ?? counter);
      const client = clientData('webauthn.get', options.challenge, site);
      return answer(id, {
        clientDataJSON: client.toString('base64url'),
        authenticatorData: authData.toString('base64url'),
        signature: signatureOf(privateKey, authData, client).toString('base64url'),
      });
    },
  };
}

function answer(id: Buffer, response: object) {
  const name = id.toString('base64url');
  return { id: name, rawId: name, type: 'public-key', clientExtensionResults: {}, response };
}

function clientData(type: string, challenge: string, { origin }: Site): Buffer {
  return Buffer.from(JSON.stringify({ type, challenge, origin, crossOrigin: false }));
}

function head(rpId: string, flags: number, counter: number): Buffer {
  return Buffer.concat([createHash('sha256').update(rpId).digest(), Buffer.from([flags]), uint(counter, 4)]);
}

function signatureOf(key: KeyObject, authData: Buffer, client: Buffer): Buffer {
  return sign('sha256', Buffer.concat([authData, createHash('sha256').update(client).digest()]), key);
}

/** EC2 key of RFC 9053 section 7.1.1: kty 2, alg -7, crv 1, x, y. */
function coseKey(key: KeyObject): Buffer {
  const { x = '', y = '' } = key.export({ format: 'jwk' });
  const [left, right] = [x, y].map((part) => bytes(Buffer.from(part, 'base64url')));
  return Buffer.concat([
    map(5),
    Buffer.from([0x01, 0x02, 0x03, 0x26, 0x20, 0x01, 0x21]),
    left ?? Buffer.alloc(0),
    Buffer.from([0x22]),
    right ?? Buffer.alloc(0),
  ]);
}

// As much CBOR (RFC 8949) as an authenticator speaks.
function map(entries: number): Buffer {
  return Buffer.from([0xa0 + entries]);
}

function text(value: string): Buffer {
  return Buffer.concat([Buffer.from([0x60 + value.length]), Buffer.from(value)]);
}

function bytes(value: Buffer): Buffer {
  return Buffer.concat([
    value.length < 256 ? Buffer.from([0x58, value.length]) : Buffer.from([0x59, value.length >> 8, value.length & 255]),
    value,
  ]);
}

function uint(value: number, length: number): Buffer {
  const buffer = Buffer.alloc(length);
  buffer.writeUIntBE(value, 0, length);
  return buffer;
}
