// SPDX-License-Identifier: EUPL-1.2
// OpenSSL as a second opinion and as an authority of its own. Absent: undefined, and whoever asks says that something was skipped.
import { execFileSync, spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import type { DigestName } from '../src/algorithms.ts';
import { toHex } from '../src/bytes.ts';

const config = `
[req]
distinguished_name = dn
prompt = no
[dn]
CN = Zeitstempel OpenSSL
[ca]
basicConstraints = critical,CA:TRUE
keyUsage = critical,keyCertSign,cRLSign
subjectKeyIdentifier = hash
[tsa_ext]
extendedKeyUsage = critical,timeStamping
subjectKeyIdentifier = hash
[tsa]
default_tsa = own
[own]
serial = serial.txt
signer_digest = sha256
default_policy = 1.3.6.1.4.1.99999.2
other_policies = 1.3.6.1.4.1.99999.3
digests = sha256, sha384, sha512
accuracy = secs:1
ess_cert_id_alg = sha256
`;

/** Whether the program is there. */
export function hasOpenssl(): boolean {
  return spawnSync('openssl', ['version']).status === 0;
}

/** The local authority of `openssl ts`, in a folder of its own. */
export interface OpensslAuthority {
  readonly folder: string;
  /** Certificate of its root, DER. */
  readonly anchor: Uint8Array;
  answer(question: Uint8Array): Uint8Array;
  close(): void;
}

/** Founds a root and an elliptic signer by the program itself. Throws when the program is absent. */
export function opensslAuthority(): OpensslAuthority {
  const folder = mkdtempSync(path.join(os.tmpdir(), 'fachwerk-tsa-'));
  const run = (line: string) => execFileSync('openssl', line.split(' '), { cwd: folder, stdio: 'pipe' });
  writeFileSync(path.join(folder, 'tsa.cnf'), config);
  writeFileSync(path.join(folder, 'serial.txt'), '01\n');
  const curve = '-newkey ec -pkeyopt ec_paramgen_curve:P-256 -nodes -config tsa.cnf';
  run(`req -x509 ${curve} -keyout ca.key -out ca.pem -extensions ca -days 3650 -subj /CN=Wurzel`);
  run(`req -new ${curve} -keyout tsa.key -out tsa.csr`);
  run(
    'x509 -req -in tsa.csr -CA ca.pem -CAkey ca.key -CAcreateserial -out tsa.pem -days 1825 -extfile tsa.cnf -extensions tsa_ext',
  );
  run('x509 -in ca.pem -outform DER -out ca.der');
  return {
    folder,
    anchor: readFileSync(path.join(folder, 'ca.der')),
    answer(question) {
      writeFileSync(path.join(folder, 'question.tsq'), question);
      run('ts -reply -config tsa.cnf -section own -queryfile question.tsq -signer tsa.pem -inkey tsa.key -out answer.tsr');
      return readFileSync(path.join(folder, 'answer.tsr'));
    },
    close: () => rmSync(folder, { recursive: true, force: true }),
  };
}

/** What OpenSSL is asked about a token; `imprint`: what should be stamped. */
export interface Question {
  readonly token: Uint8Array;
  readonly imprint: { readonly digest: DigestName; readonly hash: Uint8Array };
  readonly anchors: readonly Uint8Array[];
  readonly at: Date;
}

/** `openssl ts -verify`: "OK", or what the program says against the token. It knows neither RSA-PSS nor enclosed OCSP answers. */
export function askTs({ token, imprint, anchors, at }: Question): string {
  const words = ['ts', '-verify', '-token_in', '-in', 'token.der', '-digest', toHex(imprint.hash), `-${imprint.digest}`];
  return ask(words, { token, anchors, at });
}

/** `openssl cms -verify`: signature and path; says nothing about what was stamped, nor by what purpose (it refuses keys that may also encipher, RFC 3161 does not). "OK", or what the program says. */
export function askCms({ token, anchors, at }: Omit<Question, 'imprint'>): string {
  const words = ['cms', '-verify', '-inform', 'DER', '-in', 'token.der', '-purpose', 'any', '-out', 'content'];
  return ask(words, { token, anchors, at });
}

function ask(words: readonly string[], { token, anchors, at }: Omit<Question, 'imprint'>): string {
  const folder = mkdtempSync(path.join(os.tmpdir(), 'fachwerk-ts-verify-'));
  try {
    writeFileSync(path.join(folder, 'token.der'), token);
    writeFileSync(path.join(folder, 'anchors.pem'), anchors.map(pem).join(''));
    const moment = ['-CAfile', 'anchors.pem', '-partial_chain', '-attime', String(Math.floor(at.getTime() / 1000))];
    const asked = spawnSync('openssl', [...words, ...moment], { cwd: folder, encoding: 'utf8' });
    return asked.status === 0 ? 'OK' : `${asked.stdout}${asked.stderr}`.replaceAll(/\s+/g, ' ').trim().slice(0, 400);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function pem(der: Uint8Array): string {
  const lines = Buffer.from(der).toString('base64').replaceAll(/.{64}/g, '$&\n').trim();
  return `-----BEGIN CERTIFICATE-----\n${lines}\n-----END CERTIFICATE-----\n`;
}
