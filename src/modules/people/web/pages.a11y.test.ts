// SPDX-License-Identifier: EUPL-1.2
import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import type { Page } from 'playwright-core';
import { openJourney } from '../../../../e2e/journey.ts';
import { axeCheck, checkPage } from '../../../../test/page-check.ts';
import { persons, units } from '../../../../test/town.ts';
import { newId } from '../../../kernel/id.ts';

const journey = await openJourney();
const options = { skip: journey ? false : 'kein Chromium auf diesem Rechner' };

describe('the pages of sign-in and administration are accessible', options, () => {
  let page: Page;
  before(async () => {
    if (!journey) return;
    await journey.sql('update people.installation set four_eyes = true');
    await journey.sql(
      `insert into people.function_held (id, person, unit, role, valid_from) values ($1, $2, $3, 'privacy-officer', '2020-01-01'), ($4, $2, $3, 'head', '2020-01-01')`,
      [newId(), persons.administrator, units.town, newId()],
    );
    await journey.sql(
      `insert into people.grant_request (id, kind, person, unit, role, valid_from, requested_by) values ($1, 'function', $2, $3, 'head', '2026-12-01', $4)`,
      [newId(), persons.clerk, units.trade, persons.head],
    );
    await journey.sql(
      `insert into people.opening (id, person, subject, label, reason, opened_at, ends_at, review_by)
       values ($1, $2, $3, '51-0007', 'Kind in Gefahr, Rufbereitschaft', '2026-11-20T08:00Z', '2026-11-20T10:00Z', '2026-11-23')`,
      [newId(), persons.head, newId()],
    );
    page = await journey.signIn('administrator');
  });
  after(() => journey?.close());

  const look = async (path: string) => {
    await page.goto(`${journey?.running.url}${path}`);
    assert.deepEqual([...(await axeCheck(page)), ...(await checkPage(page, { focusWalk: false }))], []);
  };

  for (const path of [
    '/administration',
    '/organisation',
    `/units/${units.order}`,
    '/persons',
    `/persons/${persons.clerk}`,
    '/administration/persons/new',
    '/substitutions',
    '/administration/grants',
    '/administration/roles',
    '/administration/roles/edit?role=head',
    `/administration/explain?permission=people.exclude&unit=${units.trade}`,
    '/administration/recent-grants',
    '/administration/exclusions',
    `/exclusions/new?subject=${units.town}&label=32.11-0042`,
    '/administration/openings',
    `/openings/new?subject=${units.town}&label=51-0007`,
    '/administration/import',
    '/me',
    '/sign-in/again?to=/me',
    '/welcome',
  ])
    test(path.replace(/[0-9a-f]{8}-[0-9a-f-]{27}/g, '…'), () => look(path));

  test('a refused form: the summary takes the focus and leads to the fields', async () => {
    await page.goto(`${journey?.running.url}/administration/persons/new`);
    await page.getByLabel('Vorname').fill('Ada');
    await page.getByRole('button', { name: 'Anlegen' }).click();
    await page.waitForLoadState();
    assert.equal(await page.evaluate('document.activeElement?.className'), 'errors');
    assert.equal(await page.getByLabel('Vorname').inputValue(), 'Ada');
    assert.deepEqual([...(await axeCheck(page)), ...(await checkPage(page, { focusWalk: false }))], []);
  });

  test('the sign-in page of a stranger', async () => {
    const stranger = await page.context().browser()?.newPage();
    await stranger?.goto(`${journey?.running.url}/sign-in`);
    assert.deepEqual(stranger ? [...(await axeCheck(stranger)), ...(await checkPage(stranger))] : ['no page'], []);
    await stranger?.context().close();
  });

  test('the browser complained about nothing', () => assert.deepEqual(journey?.faults, []));
});
