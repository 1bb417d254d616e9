// SPDX-License-Identifier: EUPL-1.2
import { connect, type Socket } from 'node:net';

/** What a scanner says: clean, a finding, or that it said nothing one can rely on. */
export type ScanResult = 'clean' | 'virus' | 'not-scanned';

/** Where the scanner listens, and whether post may come in when it is silent. */
export interface ScannerSettings {
  /** `host:port`, or the path of a socket. */
  readonly address: string;
  /** True: what was not scanned goes into quarantine. */
  readonly required: boolean;
  readonly milliseconds: number;
}

const chunk = 64 * 1024;
const longestAnswer = 4_096;

/** Reads FACHWERK_CLAMD (`host:port` or the path of a socket) and FACHWERK_CLAMD_REQUIRED; without the first nothing is scanned. */
export function scannerSettings(env: NodeJS.ProcessEnv = process.env): ScannerSettings | undefined {
  const address = env['FACHWERK_CLAMD'];
  if (!address) return undefined;
  return { address, required: env['FACHWERK_CLAMD_REQUIRED'] !== 'off', milliseconds: 60_000 };
}

/** Has content scanned by clamd (INSTREAM). Every doubt, a silent or lying scanner included, is `not-scanned`, never `clean`. */
export async function scan(
  { address, milliseconds }: Pick<ScannerSettings, 'address' | 'milliseconds'>,
  content: AsyncIterable<Uint8Array>,
): Promise<ScanResult> {
  const socket = open(address);
  const timer = setTimeout(() => socket.destroy(new Error('scanner is silent')), milliseconds);
  try {
    const answer = answerOf(socket);
    answer.catch(() => {}); // met below; a scanner that hangs up early must not end the process
    await send(socket, content);
    return verdictOf(await answer);
  } catch {
    return 'not-scanned';
  } finally {
    clearTimeout(timer);
    socket.destroy();
  }
}

function open(address: string): Socket {
  if (address.startsWith('/')) return connect(address);
  const at = address.lastIndexOf(':');
  return connect(Number(address.slice(at + 1)), address.slice(0, at));
}

async function send(socket: Socket, content: AsyncIterable<Uint8Array>): Promise<void> {
  await write(socket, Buffer.from('zINSTREAM\0'));
  for await (const piece of content) {
    for (let from = 0; from < piece.byteLength; from += chunk) {
      const part = piece.subarray(from, from + chunk);
      const size = Buffer.alloc(4);
      size.writeUInt32BE(part.byteLength);
      await write(socket, Buffer.concat([size, part]));
    }
  }
  await write(socket, Buffer.alloc(4));
}

function write(socket: Socket, bytes: Buffer): Promise<void> {
  return new Promise((resolve, reject) => {
    socket.once('error', reject);
    socket.write(bytes, (error) => {
      socket.off('error', reject);
      if (error) reject(error);
      else resolve();
    });
  });
}

function answerOf(socket: Socket): Promise<string> {
  return new Promise((resolve, reject) => {
    let text = '';
    socket.setEncoding('latin1');
    socket.on('data', (part: string) => {
      text += part;
      if (text.length > longestAnswer) socket.destroy(new Error('scanner talks too much'));
    });
    socket.on('end', () => resolve(text));
    socket.on('close', () => reject(new Error('scanner hung up')));
    socket.on('error', reject);
  });
}

/** Only the exact sentence counts: `stream: OK`. A finding wins over everything else in the answer. */
function verdictOf(answer: string): ScanResult {
  const words = answer.replaceAll('\0', '').trim();
  if (/\bFOUND\b/.test(words)) return 'virus';
  return words === 'stream: OK' ? 'clean' : 'not-scanned';
}
