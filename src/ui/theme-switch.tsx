// SPDX-License-Identifier: EUPL-1.2
import { Form } from './form.tsx';
import { useTexts } from './language.ts';
import type { Theme } from './theme.ts';

/** Light, dark, or as the device: a form with three buttons; the island switches at once and leaves the page standing. */
export function ThemeSwitch({ action, theme }: { action: string; theme?: Theme | undefined }) {
  const t = useTexts();
  const choices = [
    { value: 'auto', label: t.themeAuto, on: theme === undefined },
    { value: 'light', label: t.themeLight, on: theme === 'light' },
    { value: 'dark', label: t.themeDark, on: theme === 'dark' },
  ];
  return (
    <Form action={action} look="inline" class="theme-switch" label={t.appearance}>
      <p class="menu-sub">{t.appearance}</p>
      {choices.map((choice) => (
        <button type="submit" name="theme" value={choice.value} aria-pressed={choice.on ? 'true' : 'false'}>
          {choice.label}
        </button>
      ))}
    </Form>
  );
}
