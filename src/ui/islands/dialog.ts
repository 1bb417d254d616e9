// SPDX-License-Identifier: EUPL-1.2
// Buttons and links with data-opens open the dialog they name; without script a link goes to its page.
document.addEventListener('click', (event) => {
  const opener = event.target instanceof Element ? event.target.closest<HTMLElement>('[data-opens]') : null;
  const dialog = opener ? document.getElementById(opener.dataset['opens'] ?? '') : null;
  if (!(dialog instanceof HTMLDialogElement)) return;
  event.preventDefault();
  dialog.showModal();
});

// A press on the shade closes; Escape does so by itself.
document.addEventListener('pointerdown', (event) => {
  if (event.target instanceof HTMLDialogElement && event.target.open) {
    const box = event.target.getBoundingClientRect();
    const inside =
      event.clientX >= box.left && event.clientX <= box.right && event.clientY >= box.top && event.clientY <= box.bottom;
    if (!inside) event.target.close();
  }
});
