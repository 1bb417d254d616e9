// SPDX-License-Identifier: EUPL-1.2
import { after } from 'node:test';
import type { Browser, BrowserContext, BrowserContextOptions, Page } from 'playwright-core';
import { type Gallery, serveGallery } from '../src/ui/gallery-server.tsx';
import { launchBrowser } from './browser.ts';

/** The gallery in a real browser; `faults` collects what the browser complains about: breaches of the policy, errors of scripts. */
export type OpenGallery = {
  gallery: Gallery;
  browser: Browser;
  faults: string[];
  context: (options?: BrowserContextOptions) => Promise<BrowserContext>;
  page: (variant: string, options?: BrowserContextOptions) => Promise<Page>;
};

function listen(page: Page, faults: string[]): void {
  page.on('pageerror', (error) => faults.push(`${page.url()}: ${error.message}`));
  page.on('console', (message) => {
    const text = message.text();
    // A deliberate answer of the server (refused upload, broken line) is logged by the browser, too.
    if (message.type() === 'error' && !text.startsWith('Failed to load resource')) faults.push(`${page.url()}: ${text}`);
  });
}

let opened: Promise<OpenGallery | undefined> | undefined;

/** Server and browser for all tests of this process, stopped after the last; undefined when this machine has no browser. */
export function openGallery(): Promise<OpenGallery | undefined> {
  opened ??= start();
  return opened;
}

async function start(): Promise<OpenGallery | undefined> {
  const browser = await launchBrowser();
  if (!browser) return undefined;
  const gallery = await serveGallery();
  const faults: string[] = [];
  after(async () => {
    await browser.close();
    await gallery.close();
  });
  const context = async (options: BrowserContextOptions = {}) => {
    const fresh = await browser.newContext({
      viewport: { width: 1280, height: 860 },
      locale: 'de-DE',
      reducedMotion: 'reduce',
      ...options,
    });
    fresh.setDefaultTimeout(5000);
    fresh.on('page', (page) => listen(page, faults));
    return fresh;
  };
  const page = async (variant: string, options?: BrowserContextOptions) => {
    const opened = await (await context(options)).newPage();
    await opened.goto(`${gallery.base}/${variant}`);
    return opened;
  };
  return { gallery, browser, faults, context, page };
}

/** Option for tests that need the browser. */
export const needs = (open: OpenGallery | undefined) => ({ skip: open ? false : 'kein Chromium auf diesem Rechner' });

/** Waits until an expression is true in the page; playwright's own way would need `unsafe-eval`. */
export async function until(page: Page, expression: string, ms = 5000): Promise<void> {
  const end = Date.now() + ms;
  while (!(await page.evaluate(expression))) {
    if (Date.now() > end) throw new Error(`not within ${ms} ms: ${expression}`);
    await new Promise((resolve) => setTimeout(resolve, 25));
  }
}
