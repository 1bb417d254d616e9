// SPDX-License-Identifier: EUPL-1.2
import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { brotliCompress, constants } from 'node:zlib';
import { build, transform } from 'esbuild';
import type { Asset, Assets } from './assets-types.ts';
import { readCityConfig } from './city-config.ts';
import { cityLook } from './city-look.ts';
import { readStyles } from './stylesheet.ts';

export type { Asset, Assets, City } from './assets-types.ts';

export type LoadAssetsOptions = {
  /** Where `city.json` and the logo may lie. */
  dataFolder?: string | undefined;
  env?: Readonly<Record<string, string | undefined>>;
  /** Absolute paths of modules' own sheets and islands; they join the one stylesheet and the one script. */
  styles?: readonly string[];
  islands?: readonly string[];
  /** Absolute paths of scripts that only their own page loads, by name. */
  scripts?: Readonly<Record<string, string>>;
};

const compress = promisify(brotliCompress);
const here = (path: string) => fileURLToPath(new URL(path, import.meta.url));
const fontFiles = ['fira-sans-regular', 'fira-sans-medium', 'fira-sans-semibold'];
/** Ten-year-old phones of citizens; esbuild lowers what they do not know. */
const oldBrowsers = ['chrome70', 'firefox68', 'safari12'];

type Raw = { name: string; ending: string; type: string; body: Uint8Array | string };

async function asset({ name, ending, type, body }: Raw): Promise<Asset> {
  const bytes = Uint8Array.from(typeof body === 'string' ? Buffer.from(body) : body);
  const hash = createHash('sha256').update(bytes).digest('base64url').slice(0, 12);
  const packs = type.startsWith('text/') || type === 'image/svg+xml';
  const compressed = packs
    ? Uint8Array.from(await compress(bytes, { params: { [constants.BROTLI_PARAM_QUALITY]: 6 } }))
    : undefined;
  return { path: `/assets/${name}.${hash}.${ending}`, type, body: bytes, compressed };
}

async function bundle(entries: readonly string[]): Promise<string> {
  const result = await build({
    stdin: { contents: entries.map((path) => `import ${JSON.stringify(path)};`).join('\n'), resolveDir: here('.'), loader: 'ts' },
    bundle: true,
    write: false,
    format: 'esm',
    target: 'es2022',
    minify: true,
    charset: 'utf8',
    legalComments: 'none',
  });
  return result.outputFiles[0]?.text ?? '';
}

async function bundleScripts(scripts: Readonly<Record<string, string>>): Promise<{ name: string; made: Asset }[]> {
  return Promise.all(
    Object.entries(scripts).map(async ([name, path]) => ({
      name,
      made: await asset({ name, ending: 'js', type: 'text/javascript; charset=utf-8', body: await bundle([path]) }),
    })),
  );
}

async function buildStyles(more: readonly string[], fonts: readonly Asset[]): Promise<string> {
  let css = await readStyles(more);
  for (const [index, file] of fontFiles.entries()) css = css.replaceAll(`url(fonts/${file}.woff2)`, `url(${fonts[index]?.path})`);
  const { code } = await transform(css, { loader: 'css', minify: true, target: oldBrowsers, charset: 'utf8' });
  return code;
}

async function loadFonts(): Promise<Asset[]> {
  return Promise.all(
    fontFiles.map(async (name) =>
      asset({ name, ending: 'woff2', type: 'font/woff2', body: await readFile(here(`./fonts/${name}.woff2`)) }),
    ),
  );
}

/** Builds everything the pages load, in memory: one stylesheet, one script, fonts, favicon, the city's own sheet and logo. */
export async function loadAssets(options: LoadAssetsOptions = {}): Promise<Assets> {
  const [fonts, script, config, faviconBody] = await Promise.all([
    loadFonts(),
    bundle([here('./islands/main.ts'), ...(options.islands ?? [])]),
    readCityConfig(options.env ?? process.env, options.dataFolder),
    readFile(here('./favicon.svg')),
  ]);
  const look = cityLook(config.colours);
  const [app, styles, favicon, citySheet, logo] = await Promise.all([
    asset({ name: 'app', ending: 'js', type: 'text/javascript; charset=utf-8', body: script }),
    asset({ name: 'app', ending: 'css', type: 'text/css; charset=utf-8', body: await buildStyles(options.styles ?? [], fonts) }),
    asset({ name: 'favicon', ending: 'svg', type: 'image/svg+xml', body: faviconBody }),
    look.css ? asset({ name: 'city', ending: 'css', type: 'text/css; charset=utf-8', body: look.css }) : undefined,
    config.logo
      ? asset({ name: 'city-logo', ending: config.logo.type === 'image/png' ? 'png' : 'svg', ...config.logo })
      : undefined,
  ]);
  const scripts = await bundleScripts(options.scripts ?? {});
  const all = [...fonts, app, styles, favicon, citySheet, logo, ...scripts.map(({ made }) => made)].filter(
    (one) => one !== undefined,
  );
  return {
    styles: citySheet ? [styles.path, citySheet.path] : [styles.path],
    script: app.path,
    scripts: Object.fromEntries(scripts.map(({ name, made }) => [name, made.path])),
    favicon: favicon.path,
    city: { name: config.name, fullName: config.fullName, logo: logo?.path },
    problems: [...config.problems, ...look.problems],
    files: new Map(all.map((one) => [one.path, one])),
  };
}

/** The answer to `GET /assets/…`: kept for a year, since another content has another address; undefined when there is none. */
export function assetResponse(assets: Assets, path: string, acceptEncoding = ''): Response | undefined {
  const file = assets.files.get(path);
  if (!file) return undefined;
  const packed = file.compressed !== undefined && /\bbr\b/.test(acceptEncoding) ? file.compressed : undefined;
  const headers = new Headers({
    'content-type': file.type,
    'cache-control': 'public, max-age=31536000, immutable',
    'x-content-type-options': 'nosniff',
    vary: 'accept-encoding',
    // A city's logo is a foreign SVG: opened by itself it may do nothing.
    'content-security-policy': "default-src 'none'; style-src 'unsafe-inline'; sandbox",
  });
  if (packed) headers.set('content-encoding', 'br');
  return new Response(packed ?? file.body, { headers });
}
