// SPDX-License-Identifier: EUPL-1.2
import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, it } from 'node:test';
import fc from 'fast-check';
import { asResult, type ContentResult } from './result.ts';
import { type SplitMail, splitMail } from './split-mail.ts';
import { LETTER, makeMail, makePdf } from './test-samples.ts';

const folder = mkdtempSync(join(tmpdir(), 'content-mail-'));
after(() => rmSync(folder, { recursive: true }));

async function split(mail: Buffer | string): Promise<ContentResult<SplitMail & { outDir: string }>> {
  const outDir = mkdtempSync(join(folder, 'out-'));
  const path = join(folder, 'mail.eml');
  writeFileSync(path, mail);
  return asResult(async () => ({ ...(await splitMail(path, outDir, 'message/rfc822')), outDir }));
}

async function splitOk(mail: Buffer | string): Promise<SplitMail & { outDir: string }> {
  const result = await split(mail);
  assert.ok(result.ok, JSON.stringify(result));
  return result.value;
}

function base64(bytes: Buffer): string {
  return bytes.toString('base64').replaceAll(/.{76}/g, '$&\r\n');
}

it('eine E-Mail zerfällt in Nachricht und Anlagen; jede Anlage kommt Byte für Byte heraus', async () => {
  const pdf = await makePdf(['Plan']);
  const head =
    'Content-Type: application/pdf; name="=?UTF-8?Q?Lagepl=C3=A4ne.pdf?="\r\nContent-Disposition: attachment\r\nContent-Transfer-Encoding: base64';
  const { message, attachments, outDir } = await splitOk(makeMail({ attachments: [{ head, body: base64(pdf) }] }));
  assert.equal(message.subject, 'Widerspruch gegen Gebührenbescheid');
  assert.equal(message.messageId, 'abc.123@example.org');
  assert.equal(message.date, '2026-01-31T11:00:00.000Z');
  assert.deepEqual(message.from, [{ name: 'Ayse Yılmaz', address: 'ayse@example.org' }]);
  assert.match(message.text, /Abfallgebühren/);
  const [attachment] = attachments;
  assert.equal(attachment?.name, 'Lagepläne.pdf');
  assert.equal(attachment?.mediaType, 'application/pdf');
  assert.deepEqual(readFileSync(join(outDir, attachment?.file ?? '')), pdf);
  assert.equal(attachment?.sha256, createHash('sha256').update(pdf).digest('hex'));
});

it('dieselbe Nachricht in zwei Postfächern hat denselben Fingerabdruck, eine andere nicht', async () => {
  const head = (extra: string, subject: string): string =>
    `${extra}From: A <a@example.org>\r\nTo: b@example.org\r\nSubject: ${subject}\r\nDate: Sat, 31 Jan 2026 12:00:00 +0100`;
  const one = await splitOk(makeMail({ head: head('Received: from x by y; Sat, 31 Jan 2026 12:00:01 +0100\r\n', 'Antrag') }));
  const two = await splitOk(
    makeMail({ head: head('Received: from z\r\nDelivered-To: c@example.org\r\n', 'Antrag'), text: `${LETTER}  ` }),
  );
  const other = await splitOk(makeMail({ head: head('', 'Anderer Antrag') }));
  assert.equal(one.message.contentHash, two.message.contentHash);
  assert.notEqual(one.message.contentHash, other.message.contentHash);
});

it('eine weitergeleitete Nachricht bleibt als eigene Anlage ganz', async () => {
  const inner = 'From: c@example.org\r\nSubject: Innen\r\nDate: Fri, 30 Jan 2026 12:00:00 +0100\r\n\r\nInnerer Text';
  const { attachments, message, outDir } = await splitOk(
    makeMail({ attachments: [{ head: 'Content-Type: message/rfc822', body: inner }] }),
  );
  assert.equal(attachments[0]?.isMessage, true);
  assert.equal(attachments[0]?.name, 'Weitergeleitete Nachricht 1.eml');
  assert.match(readFileSync(join(outDir, attachments[0]?.file ?? ''), 'utf8'), /Innerer Text/);
  assert.doesNotMatch(message.text, /Innerer Text/);
});

it('HTML wird zu Text; weder Skript noch Bildadresse noch Formular überlebt', async () => {
  const html =
    '<html><body><p>Guten&nbsp;Tag,</p><script>alert(1)</script><img src="http://zaehlpixel.example/x.gif"><form action="http://x"><input></form>Gruß</body></html>';
  const { message } = await splitOk(`From: a@example.org\r\nSubject: x\r\nContent-Type: text/html; charset=utf-8\r\n\r\n${html}`);
  assert.equal(message.text, 'Guten Tag,\n\nGruß');
});

it('Zeilenumbrüche, Steuerzeichen und Pfade in Kopfzeilen und Namen kommen nicht durch', async () => {
  const name = '=?UTF-8?Q?..=2F..=2Fetc=2Fpasswd=0D=0ABcc:_x?=';
  const { message, attachments, outDir } = await splitOk(
    makeMail({
      head: 'From: =?UTF-8?Q?Chef=0D=0ABcc=3A_alle=40example.org?= <a@example.org>\r\nSubject: =?UTF-8?Q?Antrag=0D=0AX-Injected=3A_ja=00=E2=80=AE?=',
      attachments: [
        { head: `Content-Type: text/plain; name="${name}"\r\nContent-Disposition: attachment; filename="${name}"`, body: 'x' },
      ],
    }),
  );
  for (const value of [message.subject, message.from[0]?.name ?? '', attachments[0]?.name ?? '']) {
    assert.doesNotMatch(value, /[\u0000-\u001f\u202e/]/, value);
  }
  assert.equal(attachments[0]?.name, 'passwdBcc_ x');
  assert.deepEqual(readdirSync(outDir), ['attachment-0001']);
});

it('Nachrichten, die sich zu tief verschachteln oder nur aus Kopf bestehen, werden mit Grund abgelehnt', async () => {
  const nested = Array.from(
    { length: 300 },
    (_, depth) => `Content-Type: multipart/mixed; boundary="b${depth}"\r\n\r\n--b${depth}\r\n`,
  ).join('');
  const deep = await split(`From: a@b\r\nSubject: x\r\n${nested}`);
  assert.equal(deep.ok ? '' : deep.reason, 'hostile');
  const heads = await split(`From: a@b\r\n${'X-Fuellung: 0123456789\r\n'.repeat(60_000)}\r\nText`);
  assert.equal(heads.ok ? '' : heads.reason, 'hostile');
  const empty = await split('');
  assert.equal(empty.ok ? '' : empty.reason, 'damaged');
});

it('tausend Teile, hunderttausend Empfänger und lange kodierte Wörter kosten höchstens Sekunden', async () => {
  const started = performance.now();
  await split(makeMail({ attachments: Array.from({ length: 1_000 }, () => ({ head: 'Content-Type: text/plain', body: 'x' })) }));
  await split(`From: a@b\r\nTo: ${'a@b, '.repeat(80_000)}\r\n\r\nx`);
  await split(`From: a@b\r\nSubject: ${'=?UTF-8?Q?=C3?= '.repeat(25_000)}\r\n\r\nx`);
  assert.ok(performance.now() - started < 5_000);
});

it('beliebige Bytes werden zu einer Nachricht oder zu einem Grund', async () => {
  const piece = fc.constantFrom(
    'From: a@b\r\n',
    'Subject: =?UTF-8?B?',
    '?=\r\n',
    'Content-Type: multipart/mixed; boundary=b\r\n',
    '\r\n',
    '--b\r\n',
    '--b--',
    'Content-Transfer-Encoding: base64\r\n',
    'Content-Type: text/html\r\n',
    '<p>',
    'AAAA',
    '=C3',
    '\0',
    '(',
  );
  await fc.assert(
    fc.asyncProperty(fc.array(piece, { maxLength: 40 }), async (pieces) => {
      const result = await split(pieces.join(''));
      if (result.ok) assert.match(result.value.message.contentHash, /^[0-9a-f]{64}$/);
    }),
    { numRuns: 150 },
  );
});
