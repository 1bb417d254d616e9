// SPDX-License-Identifier: EUPL-1.2
import { PDFDocument, StandardFonts } from 'pdf-lib';

/** A letter of the city or to it. */
export interface Letter {
  readonly from: string;
  readonly subject: string;
  readonly date: string;
  readonly lines: readonly string[];
}

/** The letter on paper: head, subject, text, as PDF of two pages when it is long. */
export async function letterPdf({ from, subject, date, lines }: Letter): Promise<Uint8Array> {
  const document = await PDFDocument.create();
  const [regular, bold] = [
    await document.embedFont(StandardFonts.Helvetica),
    await document.embedFont(StandardFonts.HelveticaBold),
  ];
  document.setTitle(subject);
  document.setCreationDate(new Date(0));
  document.setModificationDate(new Date(0));
  let page = document.addPage([595, 842]);
  page.drawText(latin(from), { x: 70, y: 770, size: 11, font: bold });
  page.drawText(latin(date), { x: 420, y: 770, size: 10, font: regular });
  page.drawText(latin(subject), { x: 70, y: 640, size: 13, font: bold });
  let y = 606;
  for (const line of lines) {
    if (y < 80) {
      page = document.addPage([595, 842]);
      y = 770;
    }
    page.drawText(latin(line), { x: 70, y, size: 11, font: regular });
    y -= 18;
  }
  return document.save({ useObjectStreams: false });
}

/** The standard fonts know Western European letters only; others keep their base letter on paper, never in the file's data. */
function latin(text: string): string {
  return text
    .replaceAll('ı', 'i')
    .replaceAll('Ł', 'L')
    .replaceAll('ł', 'l')
    .normalize('NFC')
    .replaceAll(/[^\x20-\x7e\u00a0-\u00ff„“–€]/g, (sign) => sign.normalize('NFD').replaceAll(/\p{M}/gu, ''));
}

/** The letter as an e-mail with one attachment. */
export function letterMail({ from, subject, date, lines }: Letter): Uint8Array {
  const text = lines.join('\r\n');
  const head = [
    `From: "${from}" <post@example.org>`,
    'To: ordnungsamt@waldbrueck.example',
    `Subject: =?utf-8?B?${Buffer.from(subject).toString('base64')}?=`,
    `Date: ${new Date(`${date}T08:00:00Z`).toUTCString()}`,
  ];
  const body = [
    'MIME-Version: 1.0',
    'Content-Type: multipart/mixed; boundary="seite"',
    '',
    '--seite',
    'Content-Type: text/plain; charset=utf-8',
    '',
    text,
    '--seite',
    'Content-Type: text/plain; charset=utf-8; name="Anlage.txt"',
    'Content-Disposition: attachment; filename="Anlage.txt"',
    '',
    `Anlage zu: ${subject}`,
    '--seite--',
    '',
  ];
  return Buffer.from([...head, ...body].join('\r\n'));
}
