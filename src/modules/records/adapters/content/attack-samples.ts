// SPDX-License-Identifier: EUPL-1.2
// Hostile files for the attack tests: small to send, ruinous to believe.
import { crc32, deflateRawSync, deflateSync } from 'node:zlib';
import { makeOutlook } from './outlook-samples.ts';
import { makeDocx, makeRawPdf, wordParagraph } from './test-samples.ts';
import { craftZip } from './zip-bombs.ts';

const CATALOG = ['<</Type/Catalog/Pages 2 0 R>>', '<</Type/Pages/Count 1/Kids[3 0 R]>>'];

function pageWith(more: string): string[] {
  return [...CATALOG, `<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents 4 0 R${more}>>`];
}

/** A page whose content unpacks to `megabytes` of blanks. */
export function pdfContentBomb(megabytes: number): Buffer {
  return makeRawPdf([
    ...pageWith(''),
    { dict: '/Filter/FlateDecode', stream: deflateSync(Buffer.alloc(megabytes * 1_000_000, ' ')) },
  ]);
}

/** The same, packed three times over: some hundred bytes. */
export function pdfNestedBomb(megabytes: number): Buffer {
  const stream = deflateSync(deflateSync(deflateSync(Buffer.alloc(megabytes * 1_000_000), { level: 1 })));
  return makeRawPdf([...pageWith(''), { dict: '/Filter[/FlateDecode/FlateDecode/FlateDecode]', stream }]);
}

/** Forms that each draw the next one ten times: 10^8 strokes in two kilobytes. */
export function pdfFormBomb(): Buffer {
  const levels = 9;
  const forms = Array.from({ length: levels }, (_, level) => ({
    dict: `/Type/XObject/Subtype/Form/BBox[0 0 595 842]/Resources<</XObject<</F ${6 + level} 0 R>>>>`,
    stream: Buffer.from(level === levels - 1 ? '0 0 m 9 9 l S' : '/F Do '.repeat(10)),
  }));
  return makeRawPdf([...pageWith('/Resources<</XObject<</F 5 0 R>>>>'), { dict: '', stream: Buffer.from('/F Do') }, ...forms]);
}

/** A picture of 50,000 by 50,000 points inside a PDF. */
export function pdfImageBomb(): Buffer {
  const dict = '/Type/XObject/Subtype/Image/Width 50000/Height 50000/ColorSpace/DeviceRGB/BitsPerComponent 8/Filter/FlateDecode';
  const image = { dict, stream: deflateSync(Buffer.alloc(20_000_000)) };
  return makeRawPdf([
    ...pageWith('/Resources<</XObject<</I 5 0 R>>>>'),
    { dict: '', stream: Buffer.from('500 0 0 500 0 0 cm /I Do') },
    image,
  ]);
}

/** An object stream that claims a million objects. */
export function pdfObjectStreamBomb(): Buffer {
  const stream = deflateSync(Buffer.alloc(100_000_000, '1 0 '));
  const empty = { dict: '', stream: Buffer.alloc(0) };
  return makeRawPdf([...pageWith(''), empty, { dict: '/Type/ObjStm/N 1000000/First 10/Filter/FlateDecode', stream }]);
}

/** A page tree that is its own child. */
export function pdfLoop(): Buffer {
  return makeRawPdf(['<</Type/Catalog/Pages 2 0 R>>', '<</Type/Pages/Count 9/Kids[2 0 R 2 0 R]>>']);
}

/** The header of a PNG of that size with next to no data behind it. */
export function pngOfSize(width: number, height: number): Buffer {
  const head = Buffer.alloc(13);
  head.writeUInt32BE(width, 0);
  head.writeUInt32BE(height, 4);
  head.set([8, 2, 0, 0, 0], 8);
  const chunk = (type: string, data: Buffer): Buffer => {
    const body = Buffer.concat([Buffer.from(type), data]);
    const frame = Buffer.alloc(8);
    frame.writeUInt32BE(data.length, 0);
    frame.writeUInt32BE(crc32(body), 4);
    return Buffer.concat([frame.subarray(0, 4), body, frame.subarray(4)]);
  };
  const data = deflateSync(Buffer.alloc(1_000));
  return Buffer.concat([
    Buffer.from('\x89PNG\r\n\x1a\n', 'latin1'),
    chunk('IHDR', head),
    chunk('IDAT', data),
    chunk('IEND', Buffer.alloc(0)),
  ]);
}

/** A Word document whose text part is a ZIP bomb of 210 MB in 205 kB. */
export function docxZipBomb(): Buffer {
  const packed = deflateRawSync(Buffer.alloc(210_000_000));
  return craftZip([{ name: '[Content_Types].xml' }, { name: 'word/document.xml', packed, declared: 210_000_000 }]);
}

/** "Billion laughs": entities that each name the one before ten times. */
export function docxBillionLaughs(): Buffer {
  const levels = Array.from({ length: 10 }, (_, level) => `<!ENTITY l${level + 1} "${`&l${level};`.repeat(10)}">`).join('');
  return makeDocx(
    `<?xml version="1.0"?><!DOCTYPE w [<!ENTITY l0 "lol">${levels}]><w:document>${wordParagraph('&l10;')}</w:document>`,
  );
}

/** An external entity that names a file of the server. */
export function docxExternalEntity(): Buffer {
  const declaration = '<?xml version="1.0"?><!DOCTYPE w [<!ENTITY x SYSTEM "file:///etc/passwd">]>';
  return makeDocx(`${declaration}<w:document>${wordParagraph('&x;')}</w:document>`);
}

/** A hundred thousand elements inside one another. */
export function docxDeep(): Buffer {
  return makeDocx('<w:p>'.repeat(100_000));
}

/** A message of 300 parts inside one another. */
export function mailDeep(): Buffer {
  const parts = Array.from(
    { length: 300 },
    (_, depth) => `Content-Type: multipart/mixed; boundary="b${depth}"\r\n\r\n--b${depth}\r\n`,
  );
  return Buffer.from(`From: a@example.org\r\nSubject: x\r\n${parts.join('')}`);
}

/** An Outlook message whose sector table points back at itself. */
export function outlookCircle(): Buffer {
  const bytes = makeOutlook({ properties: { '0037001F': 'x', '1000001F': 'y'.repeat(5_000) } });
  bytes.writeUInt32LE(0, (bytes.readUInt32LE(76) + 1) * 512);
  return bytes;
}
