/// questions and commands -> the services' REST, with the reader's token where one is asked for.

import { askForToken } from './token.js';

const ANSWER_WITHIN_MILLIS = 15_000;
const TOKEN = 'gpu-ledger-token';
const UNAUTHORISED = 401;
const HEADER = /^[\x20-\x7e]+$/;

let addresses;

/** What a service did not do, as a sentence for the page. */
export class Refusal extends Error {}

/** The service of costs, from which these pages come. */
export const ledger = service('ledger-service', async () => '');

/** The service of alerts, at an address of its own. */
export const alerts = service('alert-service', async () => (await where()).alerts);

function service(name, address) {
  const call = async (method, path, query, told = {}) =>
    ask(name, (await address()) + path + queryOf(query), method, told);
  return {
    /** Paths are written out, so that a test can hold them against the resources of the services. */
    get: (path, query) => call('GET', path, query),
    post: (path, body) => call('POST', path, null, { body }),
    /** @param by who does it; names that no header can hold are left out */
    remove: (path, query, by) => call('DELETE', path, query, { by }),
    text: async (path) => (await send(name, (await address()) + path, 'GET', {})).text(),
  };
}

/** Fills the names in a path: path('/v1/acks/{id}', {id}). */
export function path(template, values) {
  return template.replace(/\{(\w+)\}/g, (_, name) => encodeURIComponent(values[name]));
}

async function where() {
  addresses ??= await ledger.get('/console/addresses');
  return addresses;
}

function queryOf(query) {
  const given = Object.entries(query ?? {}).filter(([, value]) => value !== undefined && value !== null && value !== '');
  return given.length === 0 ? '' : '?' + new URLSearchParams(given);
}

async function ask(name, url, method, told) {
  const response = await send(name, url, method, told);
  const text = await response.text();
  return text === '' ? null : JSON.parse(text);
}

async function send(name, url, method, told) {
  const before = sessionStorage.getItem(TOKEN);
  const response = await fetched(name, url, method, told);
  if (response.status !== UNAUTHORISED) {
    return accepted(name, response);
  }
  // another request may have been given one meanwhile
  if (sessionStorage.getItem(TOKEN) === before) {
    sessionStorage.setItem(TOKEN, await askForToken(before !== null));
  }
  return accepted(name, await fetched(name, url, method, told));
}

async function fetched(name, url, method, { body, by }) {
  const token = sessionStorage.getItem(TOKEN);
  try {
    return await fetch(url, {
      method,
      cache: 'no-store',
      credentials: 'omit',
      signal: AbortSignal.timeout(ANSWER_WITHIN_MILLIS),
      headers: {
        ...(token === null ? {} : { Authorization: 'Bearer ' + token }),
        ...(body === undefined ? {} : { 'Content-Type': 'application/json' }),
        ...(HEADER.test(by ?? '') ? { 'X-Changed-By': by } : {}),
      },
      body: body === undefined ? undefined : JSON.stringify(body),
    });
  } catch (e) {
    throw new Refusal(name + (e.name === 'TimeoutError' ? ' does not answer' : ' cannot be reached'));
  }
}

async function accepted(name, response) {
  if (response.ok) {
    return response;
  }
  throw new Refusal(name + ' answers ' + response.status + ': ' + reason(await response.text()));
}

/** Problems say their detail; Alertmanager's API says a string or a message. */
function reason(text) {
  try {
    const told = JSON.parse(text);
    return typeof told === 'string' ? told : told.detail ?? told.message ?? told.title ?? text;
  } catch {
    return text === '' ? 'without a reason' : text.slice(0, 300);
  }
}
