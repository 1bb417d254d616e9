// SPDX-License-Identifier: EUPL-1.2
// The one place that loads libvips (native code): only workers may import it. What it may decode is a short list.
import sharp, { type Sharp } from 'sharp';
import { IMAGE_LIMITS } from './limits.ts';
import type { Drawing } from './pdf-page.ts';
import { refuse } from './result.ts';

/** The formats page images are written in: WebP for screens, PNG (grey) for OCR. */
export type ImageFormat = 'webp' | 'png';

sharp.cache(false);
sharp.concurrency(1);
// Everything else libvips could open (SVG, PDF, archives, matrices) stays shut: markup is never handed to a renderer.
sharp.block({ operation: ['VipsForeignLoad'] });
sharp.unblock({
  operation: ['Jpeg', 'Png', 'Webp', 'Nsgif', 'Tiff', 'Heif'].map((name) => `VipsForeignLoad${name}`),
});

/** Size and number of pictures of an image file, refused before decoding when it has too many pixels. */
export async function inspectImage(path: string): Promise<{ width: number; height: number; pages: number }> {
  const meta = await sharp(path, { limitInputPixels: false }).metadata().catch(notAnImage);
  const width = meta.width ?? 0;
  const height = meta.pageHeight ?? meta.height ?? 0;
  if (width > IMAGE_LIMITS.side || height > IMAGE_LIMITS.side || width * height > IMAGE_LIMITS.pixels)
    return refuse('too-large', 'image: pixels');
  // The pictures of a GIF are a film, those of a TIFF are sheets.
  return { width, height, pages: meta.format === 'tiff' ? (meta.pages ?? 1) : 1 };
}

/** One picture of an image file, upright (EXIF), on white. */
export function openImage(path: string, page: number): Sharp {
  return sharp(path, { limitInputPixels: IMAGE_LIMITS.pixels, page, failOn: 'truncated', sequentialRead: true })
    .autoOrient()
    .flatten({ background: '#fff' });
}

/** A drawn page as an image. */
export function openDrawing(drawing: Drawing): Sharp {
  return sharp(drawing.pixels, { raw: { width: drawing.width, height: drawing.height, channels: 4 } }).removeAlpha();
}

/** Writes an image to a file and returns its size; `width` only ever makes it smaller. */
export async function writeImage(
  image: Sharp,
  target: { path: string; width: number; format: ImageFormat },
): Promise<{ width: number; height: number }> {
  const sized = image.resize({ width: target.width, withoutEnlargement: true });
  const coded = target.format === 'png' ? sized.greyscale().png({ compressionLevel: 3 }) : sized.webp({ quality: 78, effort: 2 });
  const { width, height } = await coded.toFile(target.path).catch(notAnImage);
  return { width, height };
}

function notAnImage(error: unknown): never {
  const message = error instanceof Error ? error.message : '';
  if (message.includes('pixel limit')) return refuse('too-large', 'image: pixels');
  if (message.includes('unsupported') || message.includes('compression format')) return refuse('unsupported', 'image: format');
  return refuse('damaged', 'image');
}
