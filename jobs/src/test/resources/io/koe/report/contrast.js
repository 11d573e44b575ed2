() => {
  // WCAG 2.2, 1.4.3: contrast of words with the ground they stand on; 4.5, or 3 for large ones.
  const parse = text => { const m = text.match(/[\d.]+/g).map(Number); return m.length < 4 ? [...m, 1] : m; };
  const linear = c => { c /= 255; return c <= 0.04045 ? c / 12.92 : Math.pow((c + 0.055) / 1.055, 2.4); };
  const luminance = c => 0.2126 * linear(c[0]) + 0.7152 * linear(c[1]) + 0.0722 * linear(c[2]);
  const ground = element => {
    for (let e = element; e; e = e.parentElement) {
      const c = parse(getComputedStyle(e).backgroundColor);
      if (c[3] > 0.99) { return c; }
    }
    return [255, 255, 255, 1];
  };
  const ratio = (a, b) => { const l = [luminance(a), luminance(b)].sort((x, y) => y - x); return (l[0] + 0.05) / (l[1] + 0.05); };
  document.querySelectorAll('details').forEach(d => { d.open = true; });
  const poor = new Set();
  document.querySelectorAll('main *').forEach(element => {
    const own = [...element.childNodes].some(n => n.nodeType === 3 && n.textContent.trim());
    if (!own || element.closest('script, style, option') || !element.getClientRects().length) { return; }
    const style = getComputedStyle(element), inMap = element.closest('.map svg');
    const circle = inMap && element.tagName === 'text' && element.parentElement.querySelector('circle');
    const back = circle && element.parentElement.tagName === 'a' ? parse(getComputedStyle(circle).fill) : ground(element);
    const front = parse(element.namespaceURI.endsWith('svg') ? style.fill : style.color);
    const size = parseFloat(style.fontSize), large = size >= 24 || (size >= 18.66 && Number(style.fontWeight) >= 700);
    const found = ratio(front, back);
    if (found < (large ? 3 : 4.5)) { poor.add(element.tagName + '.' + (element.getAttribute('class') || '') + ' ' + found.toFixed(2)); }
  });
  return [...poor];
}
