// SPDX-License-Identifier: EUPL-1.2
import assert from 'node:assert/strict';
import { mkdtempSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import type { Browser, BrowserContext, BrowserContextOptions, Page } from 'playwright-core';
import pg from 'pg';
import { launchBrowser } from '../test/browser.ts';
import { testDatabase } from '../test/database.ts';
import { settleTown } from '../test/town.ts';
import { fixedClock } from '../src/kernel/clock.ts';
import { readConfig } from '../src/kernel/config.ts';
import { type Running, startServing } from '../tools/serve.ts';

/** A town behind a real server, with everything that works in the background, and a browser before it. */
export interface Journey {
  readonly running: Running;
  readonly browser: Browser;
  readonly clock: ReturnType<typeof fixedClock>;
  /** A folder of this journey, for downloads. */
  readonly folder: string;
  /** What the browser complained about: breaches of the policy, errors of scripts. */
  readonly faults: string[];
  sql<Row = Record<string, unknown>>(text: string, values?: readonly unknown[]): Promise<Row[]>;
  /** A fresh browser window, signed in by the keyboard as one of the town's people. */
  signIn(person: string, options?: BrowserContextOptions): Promise<Page>;
  close(): Promise<void>;
}

/** Opens a journey; undefined where there is no browser. `start` is what the server's clock says; it stands until it is moved. */
export async function openJourney(start = '2026-11-24T08:00:00.000Z'): Promise<Journey | undefined> {
  const browser = await launchBrowser();
  if (!browser) return undefined;
  const folder = mkdtempSync(path.join(os.tmpdir(), 'fachwerk-journey-'));
  const database = await testDatabase();
  const admin = new pg.Client(database.admin);
  await admin.connect();
  const sql = async <Row>(text: string, values?: readonly unknown[]) =>
    (await admin.query(text, values as unknown[])).rows as Row[];
  await settleTown({ sql });
  await sql('update people.installation set demo = true, setup_token = null');
  const clock = fixedClock(start);
  const config = readConfig({ FACHWERK_DATA: folder, PORT: '0' }, folder);
  const running = await startServing({ config, connections: database.connections, writeLog: () => {}, clock });
  const faults: string[] = [];
  return {
    running,
    browser,
    clock,
    folder,
    faults,
    sql,
    async signIn(person, options = {}) {
      const context = await openContext(browser, options);
      const page = await context.newPage();
      listen(page, faults);
      await page.goto(`${running.url}/sign-in`);
      await press(page, { role: 'button', name: new RegExp(`Test ${person}\\b`) });
      await page.waitForURL(`${running.url}/`);
      return page;
    },
    async close() {
      await browser.close();
      await running.stop();
      await admin.end();
      await database.drop();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

/** A window of a German clerk. */
export async function openContext(browser: Browser, options: BrowserContextOptions = {}): Promise<BrowserContext> {
  const context = await browser.newContext({
    locale: 'de-DE',
    viewport: { width: 1280, height: 860 },
    reducedMotion: 'reduce',
    acceptDownloads: true,
    ...options,
  });
  context.setDefaultTimeout(10_000);
  return context;
}

function listen(page: Page, faults: string[]): void {
  page.on('pageerror', (error) => faults.push(`${page.url()}: ${error.message}`));
  page.on('console', (message) => {
    const text = message.text();
    // A deliberate refusal of the server is logged by the browser, too.
    if (message.type() === 'error' && !text.startsWith('Failed to load resource')) faults.push(`${page.url()}: ${text}`);
  });
}

/** What one looks for by Tab: by its role, and its name as a screen reader says it. */
export interface Target {
  readonly role: 'button' | 'link' | 'textbox' | 'radio' | 'summary' | 'file' | 'combobox' | 'checkbox';
  readonly name: RegExp;
}

const mostStops = 400;

/** The role and name of what has the focus. */
const focused = `(() => {
  const it = document.activeElement;
  if (!it || it === document.body) return { role: '', name: '' };
  const labels = [...(it.labels ?? [])].map((label) => label.textContent);
  const name = it.getAttribute('aria-label') ?? (labels.length > 0 ? labels.join(' ') : it.textContent);
  const role = { A: 'link', BUTTON: 'button', SUMMARY: 'summary', TEXTAREA: 'textbox', SELECT: 'combobox' }[it.tagName]
    ?? ({ radio: 'radio', file: 'file', checkbox: 'checkbox', submit: 'button' }[it.type] ?? 'textbox');
  return { role, name: (name ?? '').replace(/\\s+/g, ' ').trim() };
})()`;

/** Walks by Tab until the target has the focus, as somebody does who has no mouse; fails when it cannot be reached so. */
export async function tabTo(page: Page, { role, name }: Target): Promise<void> {
  const seen: string[] = [];
  for (let stop = 0; stop < mostStops; stop += 1) {
    await page.keyboard.press('Tab');
    const at = (await page.evaluate(focused)) as { role: string; name: string };
    if (at.role === role && name.test(at.name)) return;
    seen.push(`${at.role} ${at.name}`);
  }
  assert.fail(`${role} ${name} is not reached by Tab on ${page.url()}; last: ${seen.slice(-8).join(' | ')}`);
}

/** Walks there and presses Enter (or Space, for a box). */
export async function press(page: Page, target: Target): Promise<void> {
  await tabTo(page, target);
  await page.keyboard.press(target.role === 'radio' || target.role === 'checkbox' ? 'Space' : 'Enter');
}

/** Walks to a field and types. */
export async function type(page: Page, name: RegExp, text: string): Promise<void> {
  await tabTo(page, { role: 'textbox', name });
  await page.keyboard.type(text);
}

/** Asks again and again until the answer is there. */
export async function until<T>(what: string, ask: () => Promise<T | undefined | false>, ms = 60_000): Promise<T> {
  const end = Date.now() + ms;
  for (;;) {
    const answer = await ask();
    if (answer) return answer;
    if (Date.now() > end) assert.fail(`not within ${ms} ms: ${what}`);
    await new Promise((resolve) => setTimeout(resolve, 150));
  }
}
