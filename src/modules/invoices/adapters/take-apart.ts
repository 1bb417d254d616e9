// SPDX-License-Identifier: EUPL-1.2
import { openInvoice, Unreadable } from '@fachwerk/en16931';
import { unzipSync } from 'fflate';
import PostalMime from 'postal-mime';
import { mostBytes } from './read-invoice.ts';

/** One document out of what was sent. */
export interface Piece {
  readonly name: string;
  readonly bytes: Uint8Array;
}

/** An invoice with what came along with it: the mail, or the platform's picture, report and cover slip. */
export interface Parcel extends Piece {
  readonly along: readonly Piece[];
}

const mostPieces = 50;
const mostUnpacked = 3 * mostBytes;
const maybeInvoice = /\.(?:xml|pdf)$/i;
const kept = /\.(?:xml|pdf|html?|xhtml|txt|csv|png|jpe?g|xlsx|ods)$/i;

/**
 * A bundle (ZIP) or a mail (EML) becomes its invoices; anything else is one itself. Bundles of the platforms hold, beside the invoice, a picture,
 * a report and a cover slip: these come along. What cannot be taken apart stays whole: it is kept and shown as unreadable, so that nothing
 * that came in is lost.
 */
export async function takeApart(name: string, bytes: Uint8Array): Promise<Parcel[]> {
  if (bytes[0] === 0x50 && bytes[1] === 0x4b) return parcels(unpack(bytes), { name, bytes });
  if (/\.eml$/i.test(name)) return parcelsOfMail(await attachmentsOf(bytes), { name, bytes });
  return [{ name, bytes, along: [] }];
}

/** By folder: its invoices, and the rest along with its only one. A folder without any gives what might have been one. */
function parcels(pieces: readonly (Piece & { readonly folder: string })[], whole: Piece): Parcel[] {
  const folders = [...new Set(pieces.map(({ folder }) => folder))];
  const found = folders.flatMap((folder) => {
    const inside = pieces.filter((piece) => piece.folder === folder);
    const invoices = inside.filter(isInvoice);
    if (invoices.length === 0) return inside.filter(({ name }) => maybeInvoice.test(name)).map(alone);
    const rest = inside.filter((piece) => !invoices.includes(piece));
    const [only] = invoices;
    if (only && invoices.length === 1) return [{ ...bare(only), along: rest.map(bare) }];
    return [...invoices.map(alone), ...rest.filter(({ name }) => maybeInvoice.test(name)).map(alone)];
  });
  return found.length === 0 ? [{ ...whole, along: [] }] : found;
}

/** The mail itself stays with every invoice that it brought: it says who sent it. */
function parcelsOfMail(pieces: readonly Piece[], mail: Piece): Parcel[] {
  const invoices = pieces.some(isInvoice) ? pieces.filter(isInvoice) : pieces.filter(({ name }) => maybeInvoice.test(name));
  if (invoices.length === 0) return [{ ...mail, along: [] }];
  const rest = pieces.filter((piece) => !invoices.includes(piece));
  return invoices.map((piece) => ({ ...bare(piece), along: invoices.length === 1 ? [mail, ...rest.map(bare)] : [mail] }));
}

function bare({ name, bytes }: Piece): Piece {
  return { name, bytes };
}

function alone(piece: Piece): Parcel {
  return { ...bare(piece), along: [] };
}

function isInvoice({ name, bytes }: Piece): boolean {
  if (!maybeInvoice.test(name)) return false;
  try {
    openInvoice(bytes);
    return true;
  } catch (error) {
    if (error instanceof Unreadable) return false;
    throw error;
  }
}

/** Sizes are those the archive states; fflate unpacks into exactly that room and no further. */
function unpack(bytes: Uint8Array): (Piece & { readonly folder: string })[] {
  let count = 0;
  let size = 0;
  try {
    const files = unzipSync(bytes, {
      filter({ name, originalSize }) {
        if (!kept.test(name) || count >= mostPieces || size + originalSize > mostUnpacked) return false;
        count += 1;
        size += originalSize;
        return true;
      },
    });
    return Object.entries(files).map(([path, data]) => {
      const at = path.lastIndexOf('/');
      return { folder: path.slice(0, Math.max(0, at)), name: path.slice(at + 1), bytes: data };
    });
  } catch {
    return [];
  }
}

async function attachmentsOf(bytes: Uint8Array): Promise<Piece[]> {
  try {
    const { attachments } = await PostalMime.parse(bytes, { maxNestingDepth: 20 });
    return attachments.slice(0, mostPieces).flatMap(({ filename, content }) => {
      if (!filename || !kept.test(filename)) return [];
      return [{ name: filename, bytes: typeof content === 'string' ? Buffer.from(content) : new Uint8Array(content) }];
    });
  } catch {
    return [];
  }
}
