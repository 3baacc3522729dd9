/// a refused request -> a token, asked of the reader once for all that wait.

import { el } from './dom.js';

let asking = null;

/** @param isWrong whether one was given and did not do */
export function askForToken(isWrong) {
  asking ??= ask(isWrong).finally(() => {
    asking = null;
  });
  return asking;
}

function ask(isWrong) {
  return new Promise(resolve => {
    const input = el('input', { type: 'password', name: 'token', required: true, autocomplete: 'current-password', id: 'token' });
    const dialog = el('dialog', { 'aria-labelledby': 'token-title' },
      el('form', {
        onsubmit: event => {
          event.preventDefault();
          dialog.remove();
          resolve(input.value.trim());
        },
      },
      el('h2', { id: 'token-title' }, 'Who asks?'),
      el('p', {}, isWrong ? 'The token was not accepted. It may have been withdrawn.' : 'The service wants a bearer token. It is kept until this tab is closed.'),
      el('label', { for: 'token' }, 'Token'), input,
      el('div', { class: 'buttons' }, el('button', { class: 'main' }, 'Go on'))));
    dialog.addEventListener('cancel', event => event.preventDefault());
    document.body.append(dialog);
    dialog.showModal();
  });
}
