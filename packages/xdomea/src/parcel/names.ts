// SPDX-License-Identifier: EUPL-1.2
import { tableOf, type Version } from '../table/versions.ts';

/** What the name of a package is made of. */
export interface PackageNaming {
  readonly version: Version;
  readonly typ: string;
  readonly ProzessID: string;
  readonly LfdNrNachrichtProTyp?: number;
}

/** Name of a package without its ending: `<ProzessID>_<Typ>_<LfdNr>` since 4.0, `<ProzessID>_<element name>` before. Throws `RangeError`. */
export function packageName(naming: PackageNaming): string {
  const element = tableOf(naming.version).messages.get(naming.typ);
  if (element === undefined) throw new RangeError(`xdomea ${naming.version} has no message ${naming.typ}`);
  if (naming.version !== '4.0.0') return `${naming.ProzessID}_${element}`;
  return `${naming.ProzessID}_${naming.typ}_${naming.LfdNrNachrichtProTyp ?? 1}`;
}

const uuid = '[0-9A-Fa-f]{8}-[0-9A-Fa-f]{4}-[0-9A-Fa-f]{4}-[0-9A-Fa-f]{4}-[0-9A-Fa-f]{12}';
const newStyle = new RegExp(`^(${uuid})_(\\d{4})_(\\d{1,6})\\.(?:zip|xml)$`);
const oldStyle = new RegExp(`^(${uuid})_[A-Za-z]{1,60}\\.[A-Za-z]{1,60}\\.(\\d{4})\\.(?:zip|xml)$`);

/** What the name of a package or of its message says, in both styles; undefined for other names. */
export function parsePackageName(name: string): { ProzessID: string; typ: string; LfdNrNachrichtProTyp?: number } | undefined {
  const found = newStyle.exec(name);
  if (found !== null) return { ProzessID: found[1] ?? '', typ: found[2] ?? '', LfdNrNachrichtProTyp: Number(found[3]) };
  const old = oldStyle.exec(name);
  return old === null ? undefined : { ProzessID: old[1] ?? '', typ: old[2] ?? '' };
}

/** Whether a name is in one of both styles and of this number. */
export function isPackageName(name: string, message: { readonly typ: string }): boolean {
  return parsePackageName(name)?.typ === message.typ;
}

const german: Readonly<Record<string, string>> = { ä: 'ae', ö: 'oe', ü: 'ue', Ä: 'Ae', Ö: 'Oe', Ü: 'Ue', ß: 'ss' };

/**
 * Name of a file in a package: an own UUID for each file, then the readable part of its own name, then the ending.
 * Only letters, digits, `-` and `_` are kept, so that the name is harmless on every system.
 */
export function contentName(id: string, original: string): string {
  const dot = original.lastIndexOf('.');
  const plain = (text: string, length: number) =>
    text
      .normalize('NFC')
      .replace(/[äöüÄÖÜß]/g, (letter) => german[letter] ?? letter)
      .normalize('NFD')
      .replace(/[\u0300-\u036f]/g, '')
      .replace(/[^A-Za-z0-9_-]+/g, '_')
      .slice(0, length);
  const base = plain(dot > 0 ? original.slice(0, dot) : original, 60);
  const ending = dot > 0 ? plain(original.slice(dot + 1), 10).toLowerCase() : '';
  return `${id}_${base === '' ? 'Datei' : base}.${ending === '' ? 'bin' : ending}`;
}
