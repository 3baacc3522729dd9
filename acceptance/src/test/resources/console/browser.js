// As much of a browser as the console's scripts use. What they do not use is not there, so that they fail on it.

class Node {
  static ELEMENT_NODE = 1;
  static TEXT_NODE = 3;
  childNodes = [];
  parentNode = null;

  get firstChild() { return this.childNodes[0] ?? null; }
  get nextSibling() { return this.parentNode?.childNodes[this.parentNode.childNodes.indexOf(this) + 1] ?? null; }
  get children() { return this.childNodes.filter(child => child.nodeType === Node.ELEMENT_NODE); }
  get textContent() { return this.childNodes.map(child => child.textContent).join(''); }

  insertBefore(child, at) {
    child.remove();
    const index = at === null ? this.childNodes.length : this.childNodes.indexOf(at);
    if (index < 0) {
      throw new Error('inserted before what is not there');
    }
    this.childNodes.splice(index, 0, child);
    child.parentNode = this;
  }

  append(...children) {
    children.forEach(child => this.insertBefore(child instanceof Node ? child : new Text(child), null));
  }

  remove() {
    if (this.parentNode !== null) {
      this.parentNode.childNodes = this.parentNode.childNodes.filter(child => child !== this);
      this.parentNode = null;
    }
  }
}

class Text extends Node {
  nodeType = Node.TEXT_NODE;
  nodeName = '#text';

  constructor(text) {
    super();
    this.nodeValue = String(text);
  }

  get textContent() { return this.nodeValue; }
}

class Element extends Node {
  nodeType = Node.ELEMENT_NODE;
  clientWidth = 800;
  #attributes = new Map();

  constructor(name) {
    super();
    this.nodeName = name;
  }

  get attributes() { return [...this.#attributes].map(([name, value]) => ({ name, value })); }
  getAttribute(name) { return this.#attributes.get(name) ?? null; }
  hasAttribute(name) { return this.#attributes.has(name); }
  removeAttribute(name) { this.#attributes.delete(name); }
  addEventListener() {}
  showModal() {}

  setAttribute(name, value) {
    if (!/^[a-z][\w-]*$/i.test(name)) {
      throw new Error('no name of an attribute: ' + name);
    }
    this.#attributes.set(name, String(value));
  }

  cloneNode(deep) {
    if (deep) {
      throw new Error('not deep here');
    }
    const copy = new Element(this.nodeName);
    this.attributes.forEach(({ name, value }) => copy.setAttribute(name, value));
    return copy;
  }

  all() { return [this, ...this.children.flatMap(child => child.all())]; }
  querySelector(name) { return this.all().find(one => one.nodeName.toLowerCase() === name) ?? null; }
}

class URLSearchParams {
  constructor(given) {
    this.entries = typeof given !== 'string' ? [...given] : given.split('&').filter(Boolean).map(part =>
      part.split('=', 2).map(text => decodeURIComponent((text ?? '').replaceAll('+', ' '))));
  }

  [Symbol.iterator]() { return this.entries[Symbol.iterator](); }
  toString() { return this.entries.map(pair => pair.map(text => encodeURIComponent(text)).join('=')).join('&'); }
}

const places = Object.fromEntries(['view', 'nav', 'state'].map(id => [id, new Element('DIV')]));
const asked = [];
const kept = new Map();
const complaints = [];
const document = {
  hidden: false,
  title: '',
  body: new Element('BODY'),
  createElement: name => new Element(name.toUpperCase()),
  createElementNS: (_, name) => new Element(name),
  getElementById: id => places[id],
  addEventListener: () => {},
};

Object.assign(globalThis, {
  Node, URLSearchParams, document,
  location: { hash: hash },
  sessionStorage: { getItem: name => kept.get(name) ?? null, setItem: (name, value) => kept.set(name, value) },
  AbortSignal: { timeout: () => null },
  addEventListener: () => {},
  scrollTo: () => {},
  setInterval: () => {},
  console: { error: problem => complaints.push(String(problem)) },
  fetch: async (url, told) => {
    const path = url.replace(/\?.*/, '').replace(/^https?:\/\/[^/]*/, '') + (url.includes('window=') ? '?window' : '');
    asked.push(told.method + ' ' + url);
    const said = answer(path);
    if (said === null) {
      throw new Error('nobody is there');
    }
    const status = Number(said.slice(0, 3));
    return { ok: status === 200, status, text: async () => said.slice(4) };
  },
});

globalThis.page = {
  text: () => document.getElementById('view').textContent,
  state: () => places.state.textContent,
  title: () => document.title,
  names: () => [...new Set(places.view.all().map(one => one.nodeName.toLowerCase()))],
  links: () => places.view.all().map(one => one.getAttribute('href')).filter(href => href !== null),
  alerts: () => places.view.all().filter(one => one.getAttribute('role') === 'alert').map(one => one.textContent),
  rows: () => places.view.all().filter(one => one.nodeName === 'TR').map(row => row.children.map(cell => cell.textContent).join(' | ')),
  dialogs: () => document.body.children.map(one => one.textContent),
  asked: () => asked,
  complaints: () => complaints,
};
