// @ts-check

/**
 * Makes one element say what another says and keeps as much of it as it can, which a browser shows sooner than a new one.
 * @template {ChildNode} T
 * @param {T} old
 * @param {T} fresh is used up
 * @returns {T} what stands in the page: the old one, or the fresh one where they are of different kinds
 */
export function become(old, fresh) {
  if (old.nodeName !== fresh.nodeName) {
    old.replaceWith(fresh);
    return fresh;
  }
  if (old instanceof Element && fresh instanceof Element) copyAttributes(old, fresh);
  else if (old.nodeValue !== fresh.nodeValue) old.nodeValue = fresh.nodeValue;
  let [mine, theirs] = [old.firstChild, fresh.firstChild];
  while (mine && theirs) {
    const next = [mine.nextSibling, theirs.nextSibling];
    become(mine, theirs);
    [mine, theirs] = next;
  }
  while (mine) {
    const next = mine.nextSibling;
    mine.remove();
    mine = next;
  }
  while (theirs) {
    const next = theirs.nextSibling;
    old.appendChild(theirs);
    theirs = next;
  }
  return old;
}

/** @param {Element} old @param {Element} fresh */
function copyAttributes(old, fresh) {
  if (!old.hasAttributes() && !fresh.hasAttributes()) return;
  const names = fresh.getAttributeNames();
  for (const name of names) {
    const value = fresh.getAttribute(name) ?? "";
    if (old.getAttribute(name) !== value) old.setAttribute(name, value);
  }
  for (const name of old.getAttributeNames()) if (!names.includes(name)) old.removeAttribute(name);
}
