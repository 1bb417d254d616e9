// SPDX-License-Identifier: EUPL-1.2
// Our own look at a page, beside axe: what people see and hit, in computed colours and pixels.
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';
import type { Page } from 'playwright-core';

export type PageCheckOptions = {
  /** Also walk the whole page by Tab; slow, once per page is enough. Default true. */
  focusWalk?: boolean;
  /** Also look at 320 px, the narrowest screen (WCAG 2.2, 1.4.10). Default true. */
  narrow?: boolean;
};

const mostStops = 250;

let probes: Promise<string> | undefined;

/** Brings the questions of `page-probes.ts` into the page: through the debugger, since its own policy forbids foreign scripts. */
async function teach(page: Page): Promise<void> {
  probes ??= build({
    entryPoints: [fileURLToPath(new URL('../src/ui/islands/page-probes.ts', import.meta.url))],
    bundle: true,
    write: false,
    format: 'iife',
    globalName: 'pageProbes',
  }).then((result) => result.outputFiles[0]?.text ?? '');
  await page.evaluate(`${await probes};globalThis.pageProbes = pageProbes`);
}

const ask = (page: Page, question: string) => page.evaluate(`pageProbes.${question}()`) as Promise<string[]>;
const space = (page: Page, on: boolean) => page.evaluate(`pageProbes.spaceText(${on})`);

type Focus = { path: string; name: string; visible: boolean; hidden: boolean } | undefined;

/** Tab by Tab to the end: every stop must show its focus and must not hide under a bar (2.4.7, 2.4.11). */
async function walk(page: Page): Promise<string[]> {
  const findings: string[] = [];
  await page.evaluate('document.activeElement?.blur(); scrollTo(0, 0)');
  const seen = new Set<string>();
  for (let stop = 0; stop < mostStops; stop += 1) {
    await page.keyboard.press('Tab');
    const state = (await page.evaluate('pageProbes.focusState()')) as Focus;
    if (!state || seen.has(state.path)) break;
    seen.add(state.path);
    if (!state.visible) findings.push(`FOCUS not visible: ${state.name}`);
    if (state.hidden) findings.push(`FOCUS under something else: ${state.name}`);
  }
  await page.evaluate('document.activeElement?.blur(); scrollTo(0, 0)');
  if (seen.size === 0) findings.push('FOCUS: nothing can be reached by Tab');
  return findings;
}

/** What shows at the page's present width: overflow, contrast, targets, and text cut off when its distances grow (1.4.12). */
async function look(page: Page): Promise<string[]> {
  const findings = [
    ...(await ask(page, 'findOverflow')),
    ...(await ask(page, 'findColours')),
    ...(await ask(page, 'findTargets')),
  ];
  await space(page, true);
  const spaced = [...(await ask(page, 'findClipped')), ...(await ask(page, 'findOverflow'))];
  await space(page, false);
  return [...findings, ...spaced.map((text) => `SPACING ${text}`)];
}

/** Everything this page does wrong, one line each; empty when it is fine. The page is left at its width. */
export async function checkPage(page: Page, { focusWalk = true, narrow = true }: PageCheckOptions = {}): Promise<string[]> {
  await teach(page);
  await page.evaluate('document.fonts.ready.then(() => true)');
  const findings = await look(page);
  const size = page.viewportSize();
  if (narrow && size && size.width !== 320) {
    await page.setViewportSize({ width: 320, height: 640 });
    findings.push(...(await look(page)).map((text) => `320 ${text}`));
    await page.setViewportSize(size);
  }
  if (focusWalk) findings.push(...(await walk(page)));
  return [...new Set(findings)];
}

let axeSource: string | undefined;

type AxeNode = { target: unknown[]; failureSummary?: string };
type AxeViolation = { id: string; nodes: AxeNode[] };

export type AxeOptions = {
  /** Only this part of the page, as a CSS selector: what has just been opened. */
  within?: string;
  /** Only the rules on colours: for another theme of a page whose structure was looked at already. */
  onlyColours?: boolean;
};

const standards = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];
const colourRules = ['color-contrast', 'link-in-text-block'];

/** Violations that axe-core finds against WCAG 2.2 A and AA and good practice, one line each. */
export async function axeCheck(page: Page, { within, onlyColours }: AxeOptions = {}): Promise<string[]> {
  axeSource ??= readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
  // Through the debugger, not as a script of the page: the page's own policy would forbid it.
  if (!(await page.evaluate("'axe' in globalThis"))) await page.evaluate(axeSource);
  const runOnly = onlyColours ? { type: 'rule', values: colourRules } : { type: 'tag', values: standards };
  const run = `axe.run(${within ? JSON.stringify(within) : 'document'}, ${JSON.stringify({ runOnly, resultTypes: ['violations'] })})`;
  const violations = (await page.evaluate(`${run}.then((result) => result.violations)`)) as AxeViolation[];
  return violations.flatMap(({ id, nodes }) =>
    nodes.map((node) => `AXE ${id}: ${node.target.join(' ')} ${node.failureSummary?.split('\n')[1]?.trim() ?? ''}`),
  );
}
