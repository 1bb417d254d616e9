// SPDX-License-Identifier: EUPL-1.2
import type { Role } from './scene.ts';

/**
 * What an answer must be. `in`: let in (a page is shown; a form is read and complained about). `sign-in`: the way to the sign-in. `no`: 403.
 * `unseen`: 404, as if it did not exist. `on`: sent on to another page.
 */
export type Cell = 'in' | 'sign-in' | 'no' | 'unseen' | 'on';
/** One row of the matrix. */
export type Row = Readonly<Record<Role, Cell>>;

const everyone = (cell: Cell): Row => ({
  anonymous: cell,
  clerk: cell,
  neighbour: cell,
  head: cell,
  registry: cell,
  administrator: cell,
  deputyInside: cell,
  deputyOutside: cell,
  auditor: cell,
  staffCouncil: cell,
  privacyOfficer: cell,
});
const nobody: Row = { ...everyone('no'), anonymous: 'sign-in' };
/** Those who keep files, of whichever unit; the scene's file belongs to the clerk's. */
const keepers = { clerk: 'in', neighbour: 'in', head: 'in', registry: 'in', deputyInside: 'in', deputyOutside: 'in' } as const;
const strangers = { neighbour: 'unseen', deputyOutside: 'unseen' } as const;

const signedIn: Row = { ...everyone('in'), anonymous: 'sign-in' };
const administration: Row = { ...nobody, administrator: 'in' };
const works: Row = { ...nobody, ...keepers };
const looks: Row = { ...works, auditor: 'in' };
const changesFile: Row = { ...works, ...strangers };
const seesFile: Row = { ...looks, ...strangers };

/** Every route of the application and what each role gets. A route without a row, or a row without a route, fails the test. */
export const rightsMatrix: readonly { readonly row: Row; readonly routes: readonly string[] }[] = [
  {
    row: everyone('in'),
    routes: [
      'GET /welcome',
      'POST /welcome',
      'POST /setup',
      'POST /sign-in',
      'POST /sign-in/code',
      'POST /sign-in/demo',
      'POST /sign-in/passkey',
      'POST /sign-in/passkey/options',
      'POST /sign-out',
      'POST /theme',
      'GET /health',
      'GET /ready',
      'GET /metrics',
      'GET /.well-known/security.txt',
      'GET /openapi.json',
      'GET /rechnung-pruefen',
      'POST /rechnung-pruefen',
    ],
  },
  { row: { ...everyone('on'), anonymous: 'in' }, routes: ['GET /sign-in'] },
  { row: everyone('on'), routes: ['GET /sign-in/code', 'GET /setup'] },
  { row: everyone('unseen'), routes: ['GET /sign-in/oidc', 'GET /sign-in/oidc/back'] },
  {
    row: signedIn,
    routes: [
      'GET /',
      'GET /sign-in/again',
      'POST /sign-in/again',
      'GET /me',
      'POST /me/set-password',
      'POST /me/enrol-totp',
      'POST /me/remove-passkey',
      'POST /me/choose-language',
      'POST /me/passkey',
      'POST /me/passkey/options',
      'POST /me/sessions/end',
      'POST /represent',
      'GET /administration',
      'GET /organisation',
      'GET /units/:unit',
      'GET /persons',
      'GET /persons/:person',
      'GET /substitutions',
      'POST /substitutions/appoint',
      'POST /substitutions/end',
      'GET /administration/grants',
      'GET /administration/roles',
      'GET /administration/explain',
      'GET /administration/exclusions',
      'POST /exclusions/new/exclude',
    ],
  },
  {
    row: administration,
    routes: [
      'POST /organisation/create',
      'POST /units/:unit/rename',
      'POST /units/:unit/move',
      'POST /units/:unit/retire',
      'GET /administration/persons/new',
      'POST /administration/persons/new/add',
      'POST /persons/:person/request-function',
      'POST /persons/:person/change',
      'POST /persons/:person/invite',
      'POST /persons/:person/end-function',
      'POST /administration/grants/release',
      'POST /administration/grants/release-codes',
      'POST /administration/grants/decline',
      'POST /administration/grants/withdraw',
      'GET /administration/roles/edit',
      'POST /administration/roles/edit/request',
      'GET /administration/import',
      'POST /administration/import/units',
      'POST /administration/import/staff',
      'POST /administration/import/preview',
      'GET /administration/import/template',
    ],
  },
  { row: { ...nobody, auditor: 'in', staffCouncil: 'in', privacyOfficer: 'in' }, routes: ['GET /administration/recent-grants'] },
  { row: { ...nobody, privacyOfficer: 'in' }, routes: ['GET /administration/openings', 'POST /administration/openings/review'] },
  { row: { ...nobody, head: 'in' }, routes: ['POST /administration/exclusions/lift'] },
  { row: { ...nobody, head: 'in', registry: 'in' }, routes: ['GET /openings/new', 'POST /openings/new/open'] },
  { row: signedIn, routes: ['GET /exclusions/new'] },
  { row: works, routes: ['GET /files/new', 'POST /files/new/open'] },
  { row: looks, routes: ['GET /files', 'GET /search', 'GET /search/suggest', 'POST /search/save'] },
  { row: looks, routes: ['POST /search/rename', 'POST /search/remove'] },
  { row: looks, routes: ['GET /filing-plan', 'GET /filing-plan/references', 'GET /filing-plan/units/:planUnit'] },
  {
    row: { ...nobody, registry: 'in' },
    routes: [
      'GET /unsealings',
      'POST /unsealings/release',
      'POST /unsealings/decline',
      'GET /files/:file/erase',
      'POST /files/:file/erase/go',
      'GET /filing-plan/import',
      'POST /filing-plan/import/preview',
      'POST /filing-plan/import/take-over',
      'POST /filing-plan/add',
      'POST /filing-plan/units/:planUnit/change',
      'POST /filing-plan/units/:planUnit/retire',
      'POST /filing-plan/units/:planUnit/skip',
      'POST /filing-plan/references/file',
      'POST /filing-plan/references/case',
      'POST /filing-plan/references/document',
    ],
  },
  {
    row: seesFile,
    routes: [
      'GET /files/:file',
      'GET /files/:file/proof',
      'GET /files/:file/register',
      'GET /files/:file/proof-package',
      'GET /cases/:case',
      'GET /cases/:case/tree',
      'GET /documents/:document',
      'GET /documents/:document/content',
      'GET /documents/:document/pages/:page',
      'GET /documents/:document/thumbnails/:page',
    ],
  },
  {
    row: changesFile,
    routes: [
      'POST /files/:file/change',
      'POST /files/:file/close',
      'POST /files/:file/reopen',
      'POST /files/:file/protect',
      'POST /files/:file/name',
      'POST /files/:file/unname',
      'POST /files/:file/unseal',
      'POST /files/:file/take-back',
      'POST /files/:file/classify',
      'POST /files/:file/hand-over',
      'GET /files/:file/new-case',
      'POST /files/:file/new-case/open',
      'POST /cases/:case/close',
      'POST /cases/:case/reopen',
      'POST /cases/:case/register',
      'POST /cases/:case/change',
      'POST /cases/:case/wait',
      'POST /cases/:case/resume',
      'POST /cases/:case/add-contact',
      'POST /cases/:case/remove-contact',
      'POST /cases/:case/add-reference',
      'POST /cases/:case/remove-reference',
      'POST /cases/:case/uploads',
      'POST /cases/:case/documents',
      'GET /cases/:case/uploads/:upload',
      'PATCH /cases/:case/uploads/:upload',
      'POST /documents/:document/withdraw',
      'POST /documents/:document/change',
      'POST /documents/:document/assign',
      'POST /documents/:document/finish',
      'POST /documents/:document/classify',
      'POST /documents/:document/versions',
    ],
  },
  { row: { ...changesFile, registry: 'no' }, routes: ['POST /documents/:document/sign-off'] },
  { row: looks, routes: ['GET /invoices'] },
  { row: works, routes: ['GET /invoices/receive', 'POST /invoices/receive'] },
  {
    row: seesFile,
    routes: ['GET /invoices/:invoice', 'GET /invoices/:invoice/letter', 'GET /invoices/:invoice/original'],
  },
  {
    row: changesFile,
    routes: [
      'POST /invoices/:invoice/check',
      'POST /invoices/:invoice/assign',
      'POST /invoices/:invoice/refuse',
      'POST /invoices/:invoice/cancel',
    ],
  },
  {
    row: { ...changesFile, registry: 'no' },
    routes: [
      'POST /invoices/:invoice/allocate',
      'POST /invoices/:invoice/certify-factually',
      'POST /invoices/:invoice/certify-arithmetically',
      'POST /invoices/:invoice/query',
    ],
  },
  { row: { ...nobody, head: 'in' }, routes: ['POST /invoices/:invoice/order'] },
  {
    row: { ...works, registry: 'no' },
    routes: ['GET /invoices/hand-over', 'POST /invoices/hand-over/batch', 'POST /invoices/hand-over/confirm'],
  },
  { row: { ...changesFile, registry: 'no' }, routes: ['GET /invoices/batches/:batch'] },
];
