// SPDX-License-Identifier: EUPL-1.2
// Every page of every module in the states people meet it in: axe, our own check, in both themes; a new page without a visit fails.
import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import type { Page } from 'playwright-core';
import { modules } from '../src/app.ts';
import { axeCheck, checkPage } from '../test/page-check.ts';
import { type Journey, openContext, openJourney } from './journey.ts';
import { arrange, type Visit, visitsOf } from './states.ts';

const opened = await openJourney();
const needs = { skip: opened ? false : 'kein Chromium auf diesem Rechner' };

describe('every page can be used by everybody', needs, () => {
  const journey = opened as Journey;
  const windows = new Map<string, Page>();
  let visits: Visit[] = [];
  before(async () => {
    if (opened) visits = visitsOf(await arrange(journey, await windowOf('clerk')));
  });
  after(() => opened?.close());

  async function windowOf(as: NonNullable<Visit['as']>): Promise<Page> {
    const known = windows.get(as);
    if (known) return known;
    const page = as === 'nobody' ? await (await openContext(journey.browser)).newPage() : await journey.signIn(as);
    windows.set(as, page);
    return page;
  }

  test('every page has a visit here', () => {
    const seen = new Set(visits.map(({ page }) => page));
    const pages = modules.flatMap((module) => module.pages.map(({ path }) => path));
    assert.deepEqual(
      pages.filter((path) => !seen.has(path)),
      [],
    );
  });

  test('axe and our own check find nothing, light and dark, wide and at 320 pixels', async () => {
    const findings: string[] = [];
    for (const visit of visits) {
      const page = await windowOf(visit.as ?? 'clerk');
      const found = await lookAt(page, visit);
      findings.push(...found.map((text) => `${visit.at ?? visit.page} ${visit.submit ?? ''} (${visit.as ?? 'clerk'}): ${text}`));
    }
    assert.deepEqual(findings, []);
  });

  async function lookAt(page: Page, { page: path, at = path, submit }: Visit): Promise<string[]> {
    await page.emulateMedia({ colorScheme: 'light', reducedMotion: 'reduce' });
    await page.goto(journey.running.url + at);
    if (submit) {
      await page.evaluate(`document.querySelector('main form[action$="${submit}"]').submit()`);
      await page.waitForURL(`**${submit}`);
      await page.waitForLoadState('load');
      assert.equal(await page.locator('main .errors').count(), 1, `${at} ${submit} says what is wrong`);
    }
    await page.evaluate("document.querySelectorAll('main details').forEach((it) => { it.open = true; })");
    const light = [...(await axeCheck(page)), ...(await checkPage(page, { focusWalk: submit === undefined }))];
    await page.emulateMedia({ colorScheme: 'dark' });
    const dark = [
      ...(await axeCheck(page, { onlyColours: true })),
      ...(await checkPage(page, { focusWalk: false, narrow: false })),
    ];
    return [...light, ...dark.map((text) => `DARK ${text}`)];
  }

  test('no page broke its own policy and no script failed', () => {
    assert.deepEqual(journey.faults, []);
  });
});
