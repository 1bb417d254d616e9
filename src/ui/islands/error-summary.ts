// SPDX-License-Identifier: EUPL-1.2
// autofocus is ignored when the address has a fragment; a refusal must be heard all the same.
document.querySelector<HTMLElement>('[data-takes-focus]')?.focus();
