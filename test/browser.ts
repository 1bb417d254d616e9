// SPDX-License-Identifier: EUPL-1.2
import { existsSync } from 'node:fs';
import { type Browser, chromium } from 'playwright-core';

/** Where a Chromium may stand: named by the operator, installed by the system, or unpacked from the npm package. */
async function findChromium(): Promise<{ executablePath: string; args: string[] } | undefined> {
  const plain = ['--no-sandbox', '--disable-gpu', '--force-color-profile=srgb', '--font-render-hinting=none'];
  for (const path of [
    process.env['FACHWERK_CHROMIUM'],
    '/usr/bin/chromium',
    '/usr/bin/chromium-browser',
    '/usr/bin/google-chrome',
  ]) {
    if (path && existsSync(path)) return { executablePath: path, args: plain };
  }
  try {
    const packed = await import('@sparticuz/chromium');
    return { executablePath: await packed.default.executablePath(), args: [...packed.default.args, ...plain] };
  } catch {
    // The package is a development tool and may be left out; then the tests say that they were skipped.
    return undefined;
  }
}

/**
 * Starts a Chromium without a window; undefined when there is none on this machine.
 * Says so on the console; with `FACHWERK_REQUIRE=all` it throws instead, so that no check is skipped unseen.
 */
export async function launchBrowser(): Promise<Browser | undefined> {
  const found = await findChromium();
  const reason = found ? undefined : 'kein Chromium gefunden (FACHWERK_CHROMIUM, /usr/bin/chromium, @sparticuz/chromium)';
  if (found) {
    try {
      return await chromium.launch({ ...found, headless: true });
    } catch (cause) {
      if (process.env['FACHWERK_REQUIRE'] === 'all') throw cause;
      console.log(
        `ÜBERSPRUNGEN: Chromium startet nicht: ${cause instanceof Error ? cause.message.split('\n')[0] : String(cause)}`,
      );
      return undefined;
    }
  }
  if (process.env['FACHWERK_REQUIRE'] === 'all') throw new Error(`Browsertests verlangt, aber ${reason}`);
  console.log(`ÜBERSPRUNGEN: Browsertests, ${reason}`);
  return undefined;
}
