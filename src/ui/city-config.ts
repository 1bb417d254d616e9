// SPDX-License-Identifier: EUPL-1.2
import { readFile } from 'node:fs/promises';
import { extname, isAbsolute, join } from 'node:path';
import { z } from 'zod';
import type { CityColours } from './city-look.ts';

/** The city's own look as configured; `logo` holds the picture's bytes. */
export type CityConfig = {
  name: string;
  fullName: string;
  colours: CityColours;
  logo: { body: Uint8Array<ArrayBuffer>; type: 'image/svg+xml' | 'image/png' } | undefined;
  problems: string[];
};

const fileShape = z.strictObject({
  name: z.string().optional(),
  fullName: z.string().optional(),
  logo: z.string().optional(),
  colour: z.string().optional(),
  colourDark: z.string().optional(),
});
type CityFile = z.infer<typeof fileShape>;

const logoTypes: Readonly<Record<string, 'image/svg+xml' | 'image/png'>> = { '.svg': 'image/svg+xml', '.png': 'image/png' };
const logoLimit = 200_000;

async function readCityFile(folder: string | undefined, problems: string[]): Promise<CityFile> {
  if (folder === undefined) return {};
  const text = await readFile(join(folder, 'city.json'), 'utf8').catch(() => undefined);
  if (text === undefined) return {};
  try {
    const parsed = fileShape.safeParse(JSON.parse(text));
    if (parsed.success) return parsed.data;
    problems.push(
      `city.json: ${parsed.error.issues.map((issue) => `${issue.path.join('.')} ${issue.message}`).join('; ')}. Die Datei wird nicht verwendet.`,
    );
  } catch {
    problems.push('city.json ist kein gültiges JSON. Die Datei wird nicht verwendet.');
  }
  return {};
}

async function readLogo(name: string | undefined, folder: string | undefined, problems: string[]): Promise<CityConfig['logo']> {
  if (!name) return undefined;
  const type = logoTypes[extname(name).toLowerCase()];
  const path = isAbsolute(name) || folder === undefined ? name : join(folder, name);
  const body = type ? await readFile(path).catch(() => undefined) : undefined;
  if (!type) problems.push(`FACHWERK_CITY_LOGO: „${name}“ ist weder .svg noch .png. Das Logo wird nicht verwendet.`);
  else if (!body) problems.push(`FACHWERK_CITY_LOGO: „${path}“ lässt sich nicht lesen. Das Logo wird nicht verwendet.`);
  else if (body.byteLength > logoLimit)
    problems.push(`FACHWERK_CITY_LOGO: „${name}“ ist größer als 200 kB. Das Logo wird nicht verwendet.`);
  else return { body: new Uint8Array(body), type };
  return undefined;
}

/** Name, logo and colours from `FACHWERK_CITY_*`, which win, or `city.json` in the data folder; what is wrong is told, never fatal. */
export async function readCityConfig(
  env: Readonly<Record<string, string | undefined>>,
  dataFolder?: string,
): Promise<CityConfig> {
  const problems: string[] = [];
  const file = await readCityFile(dataFolder, problems);
  const name = env['FACHWERK_CITY_NAME'] ?? file.name ?? 'Waldbrück';
  return {
    name,
    fullName: env['FACHWERK_CITY_FULL_NAME'] ?? file.fullName ?? `Stadt ${name}`,
    colours: { act: env['FACHWERK_CITY_COLOUR'] ?? file.colour, actDark: env['FACHWERK_CITY_COLOUR_DARK'] ?? file.colourDark },
    logo: await readLogo(env['FACHWERK_CITY_LOGO'] ?? file.logo, dataFolder, problems),
    problems,
  };
}
