// SPDX-License-Identifier: EUPL-1.2
import { unzipSync } from 'fflate';
import PostalMime from 'postal-mime';
import { mostBytes } from './read-invoice.ts';

/** One document out of what was sent. */
export interface Piece {
  readonly name: string;
  readonly bytes: Uint8Array;
}

const mostPieces = 50;
const mostUnpacked = 3 * mostBytes;
const maybeInvoice = /\.(?:xml|pdf)$/i;

/**
 * A bundle (ZIP) or a mail (EML) becomes its invoices; anything else is one itself. What cannot be taken apart stays whole: it is kept and
 * shown as unreadable, so that nothing that came in is lost.
 */
export async function takeApart(name: string, bytes: Uint8Array): Promise<Piece[]> {
  const whole = [{ name, bytes }];
  if (bytes[0] === 0x50 && bytes[1] === 0x4b) return unlessEmpty(unpack(bytes), whole);
  if (/\.eml$/i.test(name)) return unlessEmpty(await attachmentsOf(bytes), whole);
  return whole;
}

function unlessEmpty(pieces: Piece[], whole: Piece[]): Piece[] {
  return pieces.length === 0 ? whole : pieces;
}

/** Sizes are those the archive states; fflate unpacks into exactly that room and no further. */
function unpack(bytes: Uint8Array): Piece[] {
  let count = 0;
  let size = 0;
  try {
    const files = unzipSync(bytes, {
      filter({ name, originalSize }) {
        if (!maybeInvoice.test(name) || count >= mostPieces || size + originalSize > mostUnpacked) return false;
        count += 1;
        size += originalSize;
        return true;
      },
    });
    return Object.entries(files).map(([path, data]) => ({ name: path.split('/').at(-1) ?? path, bytes: data }));
  } catch {
    return [];
  }
}

async function attachmentsOf(bytes: Uint8Array): Promise<Piece[]> {
  try {
    const { attachments } = await PostalMime.parse(bytes, { maxNestingDepth: 20 });
    return attachments.slice(0, mostPieces).flatMap(({ filename, content }) => {
      if (!filename || !maybeInvoice.test(filename)) return [];
      return [{ name: filename, bytes: typeof content === 'string' ? Buffer.from(content) : new Uint8Array(content) }];
    });
  } catch {
    return [];
  }
}
