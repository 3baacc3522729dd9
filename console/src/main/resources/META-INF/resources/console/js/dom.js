/// what to show -> the page. Text is always text: no markup is ever read from an answer.

const SVG = 'http://www.w3.org/2000/svg';
const HANDLERS = ['onclick', 'onsubmit', 'onchange', 'oninput', 'ontoggle'];

/** An element. Functions become handlers; null, false and undefined children and attributes are left out. */
export function el(name, attributes, ...children) {
  return furnish(document.createElement(name), attributes, children);
}

/** The same in SVG. */
export function svg(name, attributes, ...children) {
  return furnish(document.createElementNS(SVG, name), attributes, children);
}

function furnish(node, attributes, children) {
  for (const [name, value] of Object.entries(attributes ?? {})) {
    if (typeof value === 'function') {
      node[name] = value;
    } else if (value !== null && value !== undefined && value !== false) {
      node.setAttribute(name === 'key' ? 'data-key' : name, value === true ? '' : value);
    }
  }
  node.append(...children.flat(Infinity).filter(isThere).map(child => child instanceof Node ? child : String(child)));
  return node;
}

function isThere(child) {
  return child !== null && child !== undefined && child !== false;
}

/**
 * Makes a place look like this, changing only what differs: focus, open details, scrolling and typed text stay,
 * and so does all inside an element with data-kept.
 */
export function show(place, ...children) {
  blend(place, furnish(place.cloneNode(false), null, children));
}

function blend(old, fresh) {
  const keyed = new Map([...old.children].filter(keyOf).map(child => [keyOf(child), child]));
  let at = old.firstChild;
  for (const next of [...fresh.childNodes]) {
    const match = keyOf(next) ? keyed.get(keyOf(next)) : at;
    if (!match || !isAlike(match, next)) {
      old.insertBefore(next, at);
      continue;
    }
    if (match === at) {
      at = at.nextSibling;
    } else {
      old.insertBefore(match, at);
    }
    update(match, next);
  }
  while (at) {
    const gone = at;
    at = at.nextSibling;
    gone.remove();
  }
}

function keyOf(node) {
  return node.nodeType === Node.ELEMENT_NODE ? node.getAttribute('data-key') : null;
}

function isAlike(one, other) {
  return one.nodeName === other.nodeName && keyOf(one) === keyOf(other);
}

function update(old, fresh) {
  if (old.nodeType !== Node.ELEMENT_NODE) {
    if (old.nodeValue !== fresh.nodeValue) {
      old.nodeValue = fresh.nodeValue;
    }
    return;
  }
  const own = old.nodeName === 'DETAILS' ? ['open'] : [];
  for (const { name } of [...old.attributes]) {
    if (!fresh.hasAttribute(name) && !own.includes(name)) {
      old.removeAttribute(name);
    }
  }
  for (const { name, value } of fresh.attributes) {
    if (old.getAttribute(name) !== value && !own.includes(name)) {
      old.setAttribute(name, value);
    }
  }
  HANDLERS.forEach(handler => {
    old[handler] = fresh[handler];
  });
  if (!fresh.hasAttribute('data-kept')) {
    blend(old, fresh);
  }
}
