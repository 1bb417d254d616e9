// SPDX-License-Identifier: EUPL-1.2
// nginx with the very configuration of docs/operations, on high ports and with a certificate of an hour.
import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { request } from 'node:https';
import { createServer } from 'node:net';
import path from 'node:path';
import { findProgram } from '../../tools/doctor/programs.ts';

/** A running proxy. */
export interface OpenProxy {
  /** Certificate that clients must trust. */
  readonly ca: string;
  stop(): Promise<void>;
}

/** A port that is free at this moment. */
export async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as { port: number };
  await new Promise((resolve) => server.close(resolve));
  return port;
}

/** The operator's file with our addresses; a line that is not found would leave the test without its subject. */
function adapted(replacements: readonly (readonly [string, string])[]): string {
  const file = path.join(import.meta.dirname, '../../docs/operations/nginx.conf');
  return replacements.reduce(
    (text, [from, to]) => {
      if (!text.includes(from)) throw new Error(`docs/operations/nginx.conf no longer has „${from}“`);
      return text.replaceAll(from, to);
    },
    readFileSync(file, 'utf8'),
  );
}

/** Starts nginx in a folder of its own in front of the application. */
export async function startProxy(folder: string, { port, to }: { port: number; to: number }): Promise<OpenProxy> {
  const at = (name: string) => path.join(folder, name);
  mkdirSync(at('temp'), { recursive: true });
  const subject = ['-subj', '/CN=localhost', '-addext', 'subjectAltName=DNS:localhost'];
  const curve = ['-newkey', 'ec', '-pkeyopt', 'ec_paramgen_curve:P-256', '-nodes', '-days', '2'];
  const made = spawnSync('openssl', ['req', '-x509', ...curve, ...subject, '-keyout', at('key.pem'), '-out', at('cert.pem')]);
  if (made.status !== 0) throw new Error(`no certificate: ${made.stderr}`);
  const site = adapted([
    ['listen 443 ssl', `listen 127.0.0.1:${port} ssl`],
    ['server_name akte.example.de', 'server_name localhost'],
    ['/etc/ssl/akte.example.de.pem', at('cert.pem')],
    ['/etc/ssl/akte.example.de.key', at('key.pem')],
    ['http://127.0.0.1:8080', `http://127.0.0.1:${to}`],
  ]);
  const temp = ['client_body', 'proxy', 'fastcgi', 'uwsgi', 'scgi'].map((name) => `${name}_temp_path ${at('temp')}/${name};`);
  const user = process.getuid?.() === 0 ? 'user root;' : '';
  const main = `${user} daemon off; worker_processes 1; pid ${at('nginx.pid')}; error_log ${at('error.log')}; events {}`;
  writeFileSync(at('nginx.conf'), `${main}\nhttp { access_log off; ${temp.join(' ')}\n${site}\n}\n`);
  const nginx = spawn(findProgram('nginx')!, ['-p', folder, '-e', at('error.log'), '-c', at('nginx.conf')], { stdio: 'ignore' });
  const gone = once(nginx, 'close');
  await listening(port).catch((fault: Error) => {
    throw new Error(`${fault.message}: ${readFileSync(at('error.log'), 'utf8').slice(-500)}`);
  });
  return {
    ca: readFileSync(at('cert.pem'), 'utf8'),
    async stop() {
      nginx.kill('SIGQUIT');
      await gone;
    },
  };
}

async function listening(port: number): Promise<void> {
  for (let tries = 0; tries < 100; tries += 1) {
    const answered = await new Promise<boolean>((resolve) => {
      const probe = request({ host: '127.0.0.1', port, path: '/', rejectUnauthorized: false }, (answer) => {
        answer.resume();
        resolve(true);
      });
      probe.once('error', () => resolve(false)).end();
    });
    if (answered) return;
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  throw new Error('the proxy does not answer');
}
