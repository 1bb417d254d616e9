// SPDX-License-Identifier: EUPL-1.2
// The public schemas as a second opinion, by libxml2-wasm: a tool for developers, never part of the package.
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';

/** Says what the schema of a version has against a message; undefined if nothing. */
export type SecondOpinion = (xml: string, version: string, element: string) => string | undefined;

const fileOf: Readonly<Record<string, string>> = {
  Abgabe: 'AbgabeDurchfuehren',
  Aktenplan: 'AktenplanAustauschen',
  Aussonderung: 'AussonderungDurchfuehren',
  Geschaeftsgang: 'GeschaeftsgangDurchfuehren',
  Information: 'InformationAustauschen',
};

function filesBelow(folder: string): Map<string, Uint8Array> {
  const found = new Map<string, Uint8Array>();
  for (const name of existsSync(folder) ? readdirSync(folder) : []) {
    if (name.endsWith('.xsd')) found.set(name, readFileSync(path.join(folder, name)));
  }
  return found;
}

/** The second opinion from the schemas in `FOLDER/<version>`; undefined, with the reason, where it cannot be had. */
export async function secondOpinion(folder: string): Promise<SecondOpinion | string> {
  if (!existsSync(folder)) return `no schemas in ${folder}`;
  const xml = await import('libxml2-wasm').catch(() => undefined);
  if (xml === undefined) return 'libxml2-wasm is not installed';
  let files = new Map<string, Uint8Array>();
  xml.xmlRegisterInputProvider({
    match: () => true,
    // Remote imports are answered from the folder by the last part of their address; nothing is fetched.
    open: (name: string) => {
      const found = files.get(path.posix.basename(name));
      return found === undefined ? undefined : xml.openBuffer(found);
    },
    read: (fd: number, buffer: Uint8Array) => xml.readBuffer(fd, buffer),
    close: (fd: number) => {
      xml.closeBuffer(fd);
      return true;
    },
  });
  const validators = new Map<string, InstanceType<typeof xml.XsdValidator>>();
  const validatorFor = (version: string, element: string) => {
    const file = `xdomea-Nachrichten-${fileOf[element.split('.')[0] ?? ''] ?? ''}.xsd`;
    const key = `${version}/${file}`;
    const known = validators.get(key);
    if (known !== undefined) return known;
    files = new Map([...filesBelow(path.join(folder, 'xoev')), ...filesBelow(path.join(folder, version))]);
    const schema = files.get(file);
    if (schema === undefined) throw new Error(`no schema ${key}`);
    const document = xml.XmlDocument.fromBuffer(schema, { url: `file:///schemas/${key}` });
    const made = xml.XsdValidator.fromDoc(document);
    validators.set(key, made);
    return made;
  };
  return (text, version, element) => {
    const validator = validatorFor(version, element);
    let document: InstanceType<typeof xml.XmlDocument> | undefined;
    try {
      document = xml.XmlDocument.fromString(text);
      validator.validate(document);
      return undefined;
    } catch (error) {
      return error instanceof Error ? error.message.slice(0, 300) : String(error);
    } finally {
      document?.dispose();
    }
  };
}
