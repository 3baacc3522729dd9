/// what a reader wants done -> a dialog, and the command to the alert-service.

import { Refusal, alerts } from '../api.js';
import { el, show } from '../dom.js';

const NAME = 'gpu-ledger-name';
const HOUR = 3_600_000;
const LASTING = [['', 'until it is over'], ['1', 'for 1 hour'], ['4', 'for 4 hours'], ['24', 'for a day']];
const SILENT = [['1', 'for 1 hour'], ['4', 'for 4 hours'], ['24', 'for a day'], ['168', 'for a week']];

/** Who looks after a group says so: it is neither repeated nor escalated. */
export function acknowledge(group, done) {
  dialog('Look after it', 'It is neither repeated nor escalated while you do. News is told all the same.', [
    field('Your name', 'by', remembered()), field('Comment', 'comment', '', false), choiceOf('Holds', 'for', LASTING),
  ], 'Acknowledge', async given => {
    remember(given.by);
    await alerts.post('/v1/acks', {
      group: group.id, by: given.by, comment: given.comment, via: 'console',
      expiresAt: given.for === '' ? undefined : ahead(given.for),
    });
    done();
  });
}

/** A silence of exactly what the alerts of a group have in common. */
export function silence(group, done) {
  const matchers = common(group.alerts.map(alert => alert.labels));
  dialog('Silence', 'Nothing at all is said while it lasts of alerts with ' + matchers.map(([name, value]) => name + '=' + value).join(', ') + '.', [
    field('Your name', 'by', remembered()), field('Comment', 'comment', ''), choiceOf('Lasts', 'for', SILENT),
  ], 'Silence', async given => {
    remember(given.by);
    await alerts.post('/api/v2/silences', {
      matchers: matchers.map(([name, value]) => ({ name, value, isRegex: false, isEqual: true })),
      startsAt: new Date().toISOString(), endsAt: ahead(given.for), createdBy: given.by, comment: given.comment,
    });
    done();
  });
}

/** Approve or refuse an action. */
export function judge(title, text, send, done) {
  dialog(title, text, [field('Your name', 'by', remembered()), field('Why', 'why', '')], title, async given => {
    remember(given.by);
    await send(given);
    done();
  });
}

/** Something is ended; the audit names who did it. */
export function end(title, text, send, done) {
  dialog(title, text, [field('Your name', 'by', remembered())], title, async given => {
    remember(given.by);
    await send(given.by);
    done();
  });
}

function common(all) {
  return Object.entries(all[0]).filter(([name, value]) => all.every(labels => labels[name] === value));
}

function ahead(hours) {
  return new Date(Date.now() + Number(hours) * HOUR).toISOString();
}

function remembered() {
  return localStorage.getItem(NAME) ?? '';
}

function remember(name) {
  localStorage.setItem(NAME, name);
}

function field(label, name, value, required = true) {
  const input = el('input', { name, id: 'field-' + name, required, maxlength: 250, autocomplete: 'off' });
  input.value = value;
  return [el('label', { for: 'field-' + name }, label), input];
}

function choiceOf(label, name, options) {
  return [el('label', { for: 'field-' + name }, label),
    el('select', { name, id: 'field-' + name }, options.map(([value, text]) => el('option', { value }, text)))];
}

function dialog(title, text, fields, action, submit) {
  const wrong = el('p', { class: 'stale', role: 'alert', hidden: true });
  const main = el('button', { class: 'main' }, action);
  const box = el('dialog', { 'aria-labelledby': 'dialog-title' },
    el('form', { onsubmit: event => submitted(event, box, wrong, main, submit) },
      el('h2', { id: 'dialog-title' }, title), el('p', {}, text), fields, wrong,
      el('div', { class: 'buttons' }, main, el('button', { type: 'button', onclick: () => box.close() }, 'Cancel'))));
  box.addEventListener('close', () => box.remove());
  document.body.append(box);
  box.showModal();
}

async function submitted(event, box, wrong, main, submit) {
  event.preventDefault();
  main.disabled = true;
  try {
    await submit(Object.fromEntries(new FormData(event.target)));
    box.close();
  } catch (e) {
    wrong.hidden = false;
    show(wrong, sentence(e));
  } finally {
    main.disabled = false;
  }
}

function sentence(e) {
  return e instanceof Refusal ? e.message : 'It went wrong: ' + e.message;
}
