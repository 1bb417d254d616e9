// SPDX-License-Identifier: EUPL-1.2

/** Decoded names from the mount's root down; `[]` is the root itself. */
export type Path = readonly string[];

const longestName = 255;
const deepest = 16;
const forbidden = /[\u0000-\u001f\u007f\\/]/;

/** Why a name cannot be one; undefined when it can. Dots and separators would lead out of the folder, control characters are never meant. */
export function nameFault(name: string): 'empty' | 'dots' | 'forbidden' | 'long' | undefined {
  if (name === '') return 'empty';
  if (name === '.' || name === '..') return 'dots';
  if (forbidden.test(name) || !name.isWellFormed()) return 'forbidden';
  return new TextEncoder().encode(name).length > longestName ? 'long' : undefined;
}

function decoded(segment: string): string | undefined {
  try {
    return decodeURIComponent(segment);
  } catch {
    return undefined;
  }
}

/** The path behind `base` in a raw, percent-encoded address; undefined when it leads elsewhere or holds a name that is none. */
export function readPath(address: string, base: string): Path | undefined {
  const raw = address.split(/[?#]/)[0] ?? '';
  if (raw !== base && !raw.startsWith(`${base}/`)) return undefined;
  const segments = raw.slice(base.length).split('/').slice(1);
  if (segments.at(-1) === '') segments.pop();
  if (segments.length > deepest) return undefined;
  const names: string[] = [];
  for (const segment of segments) {
    const name = decoded(segment);
    if (name === undefined || nameFault(name) !== undefined) return undefined;
    names.push(name.normalize('NFC'));
  }
  return names;
}

/** The address of a path, percent-encoded; a collection ends in a slash (RFC 4918 §5.2). */
export function addressOf(base: string, path: Path, collection: boolean): string {
  const names = path.map((name) => encodeURIComponent(name).replaceAll(/[!'()*]/g, (sign) => `%${hex(sign)}`));
  return [base, ...names].join('/') + (collection ? '/' : '');
}

function hex(sign: string): string {
  return sign.charCodeAt(0).toString(16).toUpperCase();
}

/** True when `path` is `root` or lies below it. */
export function within(path: Path, root: Path): boolean {
  return path.length >= root.length && root.every((name, index) => path[index] === name);
}

/** True when both name the same resource. */
export function samePath(a: Path, b: Path): boolean {
  return a.length === b.length && within(a, b);
}

/** The collection that holds it; the root's is the root. */
export function parentOf(path: Path): Path {
  return path.slice(0, -1);
}
