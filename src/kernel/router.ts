// SPDX-License-Identifier: EUPL-1.2
import { randomUUID } from 'node:crypto';
import { type Context, Hono } from 'hono';
import { type Caller, execute } from './command.ts';
import { idPattern } from './id.ts';
import { invalidInput, isPlainText, unfitInput } from './input.ts';
import { refusalOf } from './blob/index.ts';
import type { Module } from './module.ts';
import { isOutage } from './outage.ts';
import {
  type Action,
  type Admission,
  type Bearer,
  type Endpoint,
  type Markup,
  type Page,
  safeMethods,
  type Visit,
} from './page.ts';
import { checkPanels } from './panel.ts';
import { Refusal, statusOf } from './refusal.ts';
import { readSubmitted, sameOrigin, wantsJson } from './request.ts';
import { actionPath, checkRoutes } from './route-checks.ts';
import type { Runtime } from './runtime.ts';
import { type Locale, locales } from './text.ts';

/** What the application lends the router: who somebody is, and how an error looks. */
export interface Surroundings {
  identify(context: Context): Promise<Caller>;
  /** The page that says what went wrong; `number` names a fault in the log. */
  errorPage(visit: Visit, problem: { status: number; refusal?: Refusal; number?: string }): Markup;
}

const contentSecurityPolicy = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "img-src 'self' data: blob:",
  "font-src 'self'",
  "connect-src 'self'",
  "manifest-src 'self'",
  "form-action 'self'",
  "frame-ancestors 'none'",
  "base-uri 'none'",
].join('; ');

/** Headers of every answer; case data never lands in a shared cache. */
export const securityHeaders: Readonly<Record<string, string>> = {
  'content-security-policy': contentSecurityPolicy,
  'x-content-type-options': 'nosniff',
  'referrer-policy': 'same-origin',
  'cross-origin-opener-policy': 'same-origin',
  'cross-origin-resource-policy': 'same-origin',
  'permissions-policy': 'camera=(), microphone=(), geolocation=(), browsing-topics=()',
  'strict-transport-security': 'max-age=31536000; includeSubDomains',
};

/** Builds the routes of all modules. A mutating route without a schema, or a permission nobody registered, stops the start. */
export function createRouter(runtime: Runtime, modules: readonly Module[], surroundings: Surroundings): Hono {
  checkRoutes(modules);
  checkPanels(modules);
  const app = new Hono();
  const router = { runtime, modules, surroundings };
  app.use(async (context, next) => {
    const start = performance.now();
    await next();
    for (const [name, value] of Object.entries(securityHeaders))
      if (!context.res.headers.has(name)) context.res.headers.set(name, value);
    if (!context.res.headers.has('cache-control')) context.res.headers.set('cache-control', 'no-store');
    runtime.metrics.observe('fachwerk_request_seconds', (performance.now() - start) / 1000, {
      method: context.req.method,
      status: String(context.res.status),
    });
  });
  for (const { pages, endpoints } of modules) {
    for (const endpoint of endpoints)
      app.on(endpoint.method, endpoint.path, (context) => {
        const { bearer, permission } = endpoint;
        if (bearer) return guardedByBearer(router, context, { bearer, permission, serve: serveEndpoint(endpoint) });
        return guarded(router, context, permission, serveEndpoint(endpoint));
      });
    for (const page of pages) {
      app.get(page.path, (context) => guarded(router, context, page.permission, (visit) => page.show(visit)));
      for (const [name, action] of Object.entries(page.actions ?? {})) {
        app.post(actionPath(page, name), (context) =>
          guarded(router, context, page.permission, (visit) => submit(visit, page, name, action)),
        );
      }
    }
  }
  app.notFound((context) => guarded(router, context, 'anyone', (visit) => visit.notFound()));
  return app;
}

interface Router {
  readonly runtime: Runtime;
  readonly modules: readonly Module[];
  readonly surroundings: Surroundings;
}

/** Identity, origin, permission, then the page; a fault becomes a number. */
async function guarded(
  router: Router,
  context: Context,
  admission: Admission,
  serve: (visit: Visit) => Promise<Response>,
): Promise<Response> {
  let visit: Visit | undefined;
  try {
    visit = visitOf(router, context, await router.surroundings.identify(context));
    if (!admitted(visit.caller, admission)) return await turnAway(router, visit);
    if (!idsAreIds(context) || !isAddress(context)) return await visit.notFound();
    const mutating = !safeMethods.has(context.req.method);
    if (mutating && !sameOrigin(context, router.runtime.config.publicUrl))
      return await problem(router, visit, new Refusal('not-permitted', 'kernel.cross-site'));
    return await serve(visit);
  } catch (fault) {
    return await faulted(router, context, visit, fault);
  }
}

interface ByBearer {
  readonly bearer: Bearer;
  readonly permission: Admission;
  readonly serve: (visit: Visit) => Promise<Response>;
}

/** Who calls is proven by the request's own secret; nobody else learns anything, not even whether there is something. */
async function guardedByBearer(router: Router, context: Context, { bearer, permission, serve }: ByBearer): Promise<Response> {
  let visit: Visit | undefined;
  try {
    const foreign = !sameOrigin(context, router.runtime.config.publicUrl);
    const caller = foreign || !isAddress(context) ? undefined : await bearer.identify(context, router.runtime);
    if (!caller || !admitted(caller, permission)) return new Response(null, { status: foreign ? 403 : bearer.refused });
    visit = visitOf(router, context, caller);
    return await serve(visit);
  } catch (fault) {
    return await faulted(router, context, visit, fault);
  }
}

const notIds = new Set(['page', 'no', 'code', 'name', 'token']);

/** Path parameters are ids, but for a few by name: what has another shape exists nowhere and need not reach the database. */
function idsAreIds(context: Context): boolean {
  return Object.entries(context.req.param()).every(([name, value]) => notIds.has(name) || idPattern.test(value));
}

/** An address with U+0000 in it leads nowhere: PostgreSQL could not even be asked for it. */
function isAddress({ req }: Context): boolean {
  return [...Object.values(req.param()), ...Object.values(req.queries()).flat()].every(isPlainText);
}

function admitted(caller: Caller, admission: Admission): boolean {
  if (admission === 'anyone') return true;
  return caller.person !== null && (admission === 'signed-in' || caller.permissions.has(admission));
}

async function turnAway(router: Router, visit: Visit): Promise<Response> {
  const { context, caller } = visit;
  if (caller.person !== null || wantsJson(context))
    return problem(
      router,
      visit,
      new Refusal('not-permitted', caller.person === null ? 'kernel.sign-in-first' : 'kernel.not-permitted'),
    );
  const target = context.req.method === 'GET' ? new URL(context.req.url) : undefined;
  return context.redirect(
    target && target.pathname !== '/' ? `/sign-in?to=${encodeURIComponent(target.pathname + target.search)}` : '/sign-in',
    303,
  );
}

async function faulted(router: Router, context: Context, visit: Visit | undefined, fault: unknown): Promise<Response> {
  const refusal = refusalOf(fault);
  if (visit && refusal) return problem(router, visit, refusal);
  const number = router.runtime.log.fault('request failed', fault, { method: context.req.method, route: context.req.routePath });
  router.runtime.metrics.count('fachwerk_faults_total');
  const status = isOutage(fault) ? 503 : 500;
  if (!visit || wantsJson(context))
    return context.json({ status, reason: status === 503 ? 'kernel.outage' : 'kernel.fault', number }, status);
  return visit.html(router.surroundings.errorPage(visit, { status, number }), status);
}

function visitOf(router: Router, context: Context, caller: Caller): Visit {
  const { runtime, modules } = router;
  const locale = localeOf(context, caller);
  const visit: Visit = {
    runtime,
    modules,
    caller,
    context,
    locale,
    say: runtime.say(locale),
    key: randomUUID(),
    read: (query) => runtime.database.read(caller, runtime.clock.now(), query),
    param(name) {
      const value = context.req.param(name);
      if (value === undefined) throw new Error(`no path parameter ${name}`);
      return value;
    },
    query: (name) => context.req.query(name),
    html: async (markup, status = 200) => context.html(String(await markup), status as 200),
    refuse: (refusal) => problem(router, visit, refusal),
    notFound: () => problem(router, visit, new Refusal('not-found', 'kernel.not-found')),
  };
  return visit;
}

function localeOf(context: Context, caller: Caller): Locale {
  const asked = caller.locale ?? context.req.header('accept-language')?.slice(0, 2);
  return locales.find((locale) => locale === asked) ?? 'de';
}

async function problem(router: Router, visit: Visit, refusal: Refusal): Promise<Response> {
  const status = statusOf(refusal);
  if (wantsJson(visit.context)) return answerJson(visit, refusal);
  return visit.html(router.surroundings.errorPage(visit, { status, refusal }), status);
}

/** A refusal for the API: RFC 9457 with our key, the sentence and the fields. */
function problemJson({ say }: Visit, refusal: Refusal) {
  const { reason, details } = refusal;
  const fields = Object.fromEntries(Object.entries(refusal.fields).map(([name, key]) => [name, say(key, details)]));
  const sentence = say(reason, details);
  return { type: 'about:blank', status: statusOf(refusal), title: sentence, message: sentence, reason, fields };
}

/** Answers an API call with a refusal. */
export function answerJson(visit: Visit, refusal: Refusal): Response {
  return visit.context.json(problemJson(visit, refusal), statusOf(refusal));
}

async function submit(visit: Visit, page: Page, name: string, action: Action): Promise<Response> {
  const submitted = await readSubmitted(visit.context);
  if (submitted instanceof Refusal) return answerRefused(visit, page, name, {}, submitted);
  const raw = action.input ? action.input(visit, submitted.values) : submitted.values;
  const outcome = await execute(visit.runtime, action.command, raw, visit.caller, { key: submitted.key });
  if (outcome instanceof Refusal) return answerRefused(visit, page, name, submitted.values, outcome);
  await action.respond?.(visit, outcome);
  const location = action.done(visit, outcome);
  if (submitted.json || wantsJson(visit.context)) return visit.context.json({ ...outcome, location });
  return visit.context.redirect(location, 303);
}

/** Shows the same page again with the reason and everything that was typed, under the status of the refusal. */
async function answerRefused(
  visit: Visit,
  page: Page,
  enteredIn: string,
  entered: Record<string, unknown>,
  refusal: Refusal,
): Promise<Response> {
  if (wantsJson(visit.context)) return answerJson(visit, refusal);
  const again: Visit = {
    ...visit,
    refusal,
    entered,
    enteredIn,
    html: (markup, status) => visit.html(markup, status ?? statusOf(refusal)),
  };
  return page.show(again);
}

function serveEndpoint(endpoint: Endpoint): (visit: Visit) => Promise<Response> {
  return async (visit) => {
    if (!endpoint.input) return endpoint.handle(visit, undefined);
    const submitted = await readSubmitted(visit.context);
    if (submitted instanceof Refusal) return answerJson(visit, submitted);
    const unfit = unfitInput(submitted.values);
    if (unfit) return answerJson(visit, unfit);
    const parsed = endpoint.input.safeParse(submitted.values);
    if (parsed.success) return endpoint.handle({ ...visit, key: submitted.key }, parsed.data);
    return answerJson(visit, invalidInput(parsed.error));
  };
}
