// Markup into the page piece by piece: what stays keeps its focus, its scroll and the finger on it.

/** Bring an element's content to the markup, touching only what differs. */
export function patch(element, markup) {
  const template = document.createElement("template");
  template.innerHTML = markup;
  patchChildren(element, template.content);
}

function patchChildren(now, wanted) {
  const old = [...now.childNodes];
  const next = [...wanted.childNodes];
  next.forEach((node, i) => (old[i] ? patchNode(old[i], node) : now.append(node)));
  old.slice(next.length).forEach((node) => node.remove());
}

function patchNode(now, wanted) {
  if (now.nodeName !== wanted.nodeName) return now.replaceWith(wanted);
  if (now.nodeType !== Node.ELEMENT_NODE) {
    if (now.data !== wanted.data) now.data = wanted.data;
    return;
  }
  for (const { name } of [...now.attributes]) {
    if (!wanted.hasAttribute(name)) now.removeAttribute(name);
  }
  for (const { name, value } of wanted.attributes) {
    if (now.getAttribute(name) !== value) now.setAttribute(name, value);
  }
  patchChildren(now, wanted);
}
