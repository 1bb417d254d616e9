// SPDX-License-Identifier: EUPL-1.2
import { randomUUID } from 'node:crypto';
import type { IncomingHttpHeaders } from 'node:http';
import { type RequestOptions, request } from 'node:https';

/** An answer over the proxy. */
export interface Reply {
  readonly status: number;
  readonly headers: IncomingHttpHeaders;
  readonly text: string;
}

/** Someone with a browser outside, who reaches the application over the proxy alone. */
export interface Outsider {
  cookie: string;
  get(place: string): Promise<Reply>;
  /** Sends JSON with a key, as our scripts do. */
  act(place: string, body: unknown): Promise<Reply>;
  /** Sends a form. */
  form(place: string, fields: Readonly<Record<string, string>>): Promise<Reply>;
  /** Sends bytes in two halves; `between` is awaited before the second one. */
  piece(place: string, bytes: Buffer, between: () => Promise<void>): Promise<Reply>;
}

/** Opens a browser that trusts the proxy's certificate. */
export function outsiderOf(port: number, ca: string): Outsider {
  const origin = `https://localhost:${port}`;
  const ask = (options: RequestOptions, write: (send: ReturnType<typeof request>) => Promise<void>) =>
    new Promise<Reply>((resolve, reject) => {
      const own = { origin, 'sec-fetch-site': 'same-origin', ...(outsider.cookie ? { cookie: outsider.cookie } : {}) };
      const sent = request({ host: 'localhost', port, ca, ...options, headers: { ...own, ...options.headers } }, (answer) => {
        let text = '';
        answer.setEncoding('utf8').on('data', (part: string) => (text += part));
        answer.once('end', () => resolve({ status: answer.statusCode ?? 0, headers: answer.headers, text }));
        answer.once('error', reject);
      });
      sent.setTimeout(60_000, () => sent.destroy(new Error('no answer within a minute')));
      sent.once('error', reject);
      write(sent).catch(reject);
    });
  const whole = (body?: string) => async (send: ReturnType<typeof request>) => void send.end(body);
  const outsider: Outsider = {
    cookie: '',
    get: (path) => ask({ path }, whole()),
    act: (path, body) =>
      ask(
        {
          path,
          method: 'POST',
          headers: { accept: 'application/json', 'content-type': 'application/json', 'idempotency-key': randomUUID() },
        },
        whole(JSON.stringify(body)),
      ),
    form: (path, fields) =>
      ask(
        { path, method: 'POST', headers: { 'content-type': 'application/x-www-form-urlencoded' } },
        whole(new URLSearchParams({ _key: randomUUID(), ...fields }).toString()),
      ),
    piece: (path, bytes, between) =>
      ask(
        {
          path,
          method: 'PATCH',
          headers: {
            'content-type': 'application/offset+octet-stream',
            'upload-offset': '0',
            'content-length': bytes.length,
          },
        },
        async (send) => {
          const half = Math.floor(bytes.length / 2);
          await new Promise((resolve) => send.write(bytes.subarray(0, half), resolve));
          await between();
          send.end(bytes.subarray(half));
        },
      ),
  };
  return outsider;
}
