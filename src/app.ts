// SPDX-License-Identifier: EUPL-1.2
import { createRequire } from 'node:module';
import { fileURLToPath } from 'node:url';
import type { Hono } from 'hono';
import { kernel } from './kernel/card.ts';
import type { Module } from './kernel/module.ts';
import { openApi } from './kernel/openapi.ts';
import { addOperations } from './kernel/operations.ts';
import { createRouter } from './kernel/router.ts';
import type { Runtime } from './kernel/runtime.ts';
import { identify } from './modules/people/index.ts';
import { people } from './modules/people/module.ts';
import { circulation } from './modules/circulation/module.ts';
import { invoices } from './modules/invoices/module.ts';
import { post } from './modules/post/module.ts';
import { disposal } from './modules/disposal/module.ts';
import { records } from './modules/records/module.ts';
import { type Assets, assetResponse } from './ui/assets.ts';
import { errorPage } from './ui/error-page.tsx';
import { lendAssets } from './ui/frame.tsx';

const { version } = createRequire(import.meta.url)('../package.json') as { version: string };

/** All modules, lower ones first. The only place that knows them all. */
export const modules: readonly Module[] = [kernel, people, records, disposal, post, circulation, invoices];

/** Modules' own islands: they join the one script. */
export const islands: readonly string[] = [
  './modules/people/web/islands/passkeys.ts',
  './modules/circulation/web/islands/typed-order.ts',
].map((path) => fileURLToPath(new URL(path, import.meta.url)));

/** Scripts that only one page loads: the suppliers' check page runs the validator in their own browser. */
export const scripts: Readonly<Record<string, string>> = {
  'check-invoice': fileURLToPath(new URL('./modules/invoices/web/islands/check-invoice.ts', import.meta.url)),
};

/** The whole application as one function from request to response. */
export function createApp(runtime: Runtime, assets: Assets): Hono {
  const whoIs = identify(runtime);
  const app = createRouter(runtime, modules, {
    errorPage,
    identify(context) {
      lendAssets(context, assets);
      return whoIs(context);
    },
  });
  addOperations(app, runtime);
  app.get('/.well-known/security.txt', (context) => context.text(securityTxt(runtime.config.securityContact)));
  app.get('/openapi.json', (context) => context.json(openApi(modules, runtime.say('en'), version)));
  app.get('/assets/*', (context) => {
    const found = assetResponse(assets, context.req.path, context.req.header('accept-encoding'));
    return found ?? context.notFound();
  });
  return app;
}

/** RFC 9116; a year ahead, as of the start of the request. */
function securityTxt(contact: string): string {
  const expires = new Date(Date.now() + 365 * 86_400_000).toISOString();
  return `Contact: ${contact}\nExpires: ${expires}\nPreferred-Languages: de, en\nPolicy: https://fachwerk.example/security\n`;
}
