// SPDX-License-Identifier: EUPL-1.2
import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { describe, test } from 'node:test';
import type { Command } from '../../../kernel/command.ts';
import { records } from '../module.ts';
import { commands } from './all.ts';

function isCommand(value: unknown): value is Command {
  return typeof value === 'object' && value !== null && 'decide' in value && 'apply' in value;
}

describe('the commands of the E-Akte', () => {
  test('are all on the list, each in the file of its name', async () => {
    const files = readdirSync(import.meta.dirname).filter(
      (file) => file.endsWith('.ts') && !file.includes('.test.') && file !== 'all.ts',
    );
    for (const file of files) {
      const exported = Object.values((await import(`./${file}`)) as Record<string, unknown>).filter(isCommand);
      for (const command of exported) {
        assert.ok(commands.includes(command), `${file} is missing in all.ts`);
        assert.equal(`${command.name.slice('records.'.length)}.ts`, file);
      }
    }
  });

  test('have names of their own and permissions that the module declares', () => {
    assert.equal(new Set(commands.map(({ name }) => name)).size, commands.length);
    for (const { name, permission } of commands) assert.ok(permission in records.permissions, name);
  });

  test('have a sentence for the history in German and English for each act', () => {
    const { de = {}, en = {} } = records.texts;
    const sources = readdirSync(new URL('../events/', import.meta.url));
    const types = new Set<string>();
    for (const file of sources) {
      const text = readFileSync(new URL(`../events/${file}`, import.meta.url), 'utf8');
      for (const [, type = ''] of text.matchAll(/'records\.([a-z-]+)'/g)) types.add(type);
    }
    assert.ok(types.size > 40);
    const silent = [...types].filter((type) => !(`records.act.${type}` in de) || !(`records.act.${type}` in en));
    assert.deepEqual(silent, []);
  });
});
