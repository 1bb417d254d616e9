// SPDX-License-Identifier: EUPL-1.2
import type { Context } from 'hono';
import type { ZodType } from 'zod';
import type { Caller, Command, Done } from './command.ts';
import type { Tx } from './database.ts';
import type { Module } from './module.ts';
import type { Refusal } from './refusal.ts';
import type { Runtime } from './runtime.ts';
import type { Locale, Say } from './text.ts';

/** Anything that renders to HTML: hono/jsx elements are. */
export type Markup = { toString(): string } | Promise<{ toString(): string }>;

/** One request for a page: who asks, in which language, and how to read on their behalf. */
export interface Visit {
  readonly runtime: Runtime;
  readonly caller: Caller;
  readonly context: Context;
  readonly modules: readonly Module[];
  readonly locale: Locale;
  readonly say: Say;
  /** Fresh idempotency key for the forms of this page. */
  readonly key: string;
  /** Set when the page is shown again because a form on it was refused. */
  readonly refusal?: Refusal | undefined;
  /** What the person had typed into the refused form, and which form it was. */
  readonly entered?: Readonly<Record<string, unknown>> | undefined;
  readonly enteredIn?: string | undefined;
  /** Reads in the caller's name: row level security applies. */
  read<T>(query: (tx: Tx) => Promise<T>): Promise<T>;
  /** Path parameter; a missing one is a programming error. */
  param(name: string): string;
  /** Query parameter of the address. */
  query(name: string): string | undefined;
  /** Answers with a whole HTML document. */
  html(markup: Markup, status?: number): Promise<Response>;
  /** Answers with a refusal, as a page or as JSON, whatever the client speaks. */
  refuse(refusal: Refusal): Promise<Response>;
  /** Answers with the 404 page: also for what exists but must not be seen. */
  notFound(): Promise<Response>;
}

/** Who may open a page: a registered permission, everyone signed in, or anyone at all. */
export type Admission = `${string}.${string}` | 'signed-in' | 'anyone';

/** A form on a page, or a call of the API: `POST <page path>/<action name>`, one command. */
export interface Action {
  readonly command: Command;
  /** Adds what the address knows (ids) to what the form sent. */
  input?(visit: Visit, raw: Record<string, unknown>): Record<string, unknown>;
  /** Where the browser goes afterwards (303). */
  done(visit: Visit, done: Done): string;
  /** Runs beside the answer, e.g. sets the session cookie after a sign-in. */
  respond?(visit: Visit, done: Done): Promise<void>;
}

/** One address in the browser. Without a permission it does not compile. */
export interface Page {
  readonly path: string;
  readonly permission: Admission;
  show(visit: Visit): Promise<Response>;
  readonly actions?: Readonly<Record<string, Action>> | undefined;
}

/** Methods of a route that is no page; those of WebDAV (RFC 4918) only where the address speaks for a person. */
export type Method = PlainMethod | DavMethod;
type PlainMethod = 'GET' | 'HEAD' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';
type DavMethod = 'OPTIONS' | 'PROPFIND' | 'PROPPATCH' | 'MKCOL' | 'COPY' | 'MOVE' | 'LOCK' | 'UNLOCK';

/** Methods that change nothing (RFC 9110 §9.2.1, RFC 4918 §9.1). */
export const safeMethods: ReadonlySet<string> = new Set<Method>(['GET', 'HEAD', 'OPTIONS', 'PROPFIND']);

/**
 * For programs that have no cookie: a secret in the request says who calls (ADR 0013). The session cookie then counts for nothing, and
 * whoever is not recognised gets the status and not one byte.
 */
export interface Bearer {
  /** Who the secret speaks for now; undefined when it is unknown, over, or taken away. */
  identify(context: Context, runtime: Runtime): Promise<Caller | undefined>;
  readonly refused: 401 | 403;
}

/** A route that is no page: downloads, uploads, fragments, JSON for islands. */
export interface Endpoint {
  readonly method: Method;
  readonly path: string;
  readonly permission: Admission;
  /** Shape of a JSON body; the start stops when a mutating endpoint has neither this nor `stream`. */
  readonly input?: ZodType | undefined;
  /** The body is a stream and is not parsed: how it is protected against repetition, in words. */
  readonly stream?: string | undefined;
  /** Set when the address itself proves who calls, and not the session. */
  readonly bearer?: Bearer | undefined;
  readonly summary: string;
  handle(visit: Visit, input: unknown): Promise<Response>;
}
