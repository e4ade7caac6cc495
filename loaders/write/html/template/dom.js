// Elements from text: never from markup, so that no name can become a tag.
const byId = (id) => document.getElementById(id);

/** An element: on… is a listener, false and null attributes are left out, strings become text. */
function el(tag, attributes, ...children) {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes ?? {})) {
    if (value === null || value === undefined || value === false) continue;
    if (name.startsWith('on')) element.addEventListener(name.slice(2), value);
    else element.setAttribute(name, value === true ? '' : value);
  }
  element.append(...children.flat(3).filter((child) => child !== null && child !== undefined));
  return element;
}

/** The name of an entity, and small behind it what tells it from others of that name. */
const named = (node) => el('span', { title: node.mark && fullName(node) }, node.label, node.mark ? el('small', { class: 'apart' }, ` ${node.mark}`) : null);

function svg(tag, attributes, ...children) {
  const element = document.createElementNS('http://www.w3.org/2000/svg', tag);
  for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value);
  element.append(...children);
  return element;
}

const GLYPHS = {
  dot: ['circle', { cx: 8, cy: 8, r: 6 }],
  square: ['rect', { x: 2.5, y: 2.5, width: 11, height: 11 }],
  triangle: ['path', { d: 'M8 1.5 14.8 14H1.2Z' }],
  diamond: ['path', { d: 'M8 1 15 8 8 15 1 8Z' }],
};

/** The small picture of a type, as in the legend. */
function glyph(shape, colour) {
  const [tag, form] = GLYPHS[shape];
  return svg('svg', { class: 'glyph', viewBox: '0 0 16 16', 'aria-hidden': 'true' }, svg(tag, { ...form, fill: colour }));
}

/** The outline of a shape on a canvas, as vis-network draws it. */
function outline(context, shape, x, y, r) {
  context.beginPath();
  if (shape === 'square') {
    context.rect(x - r, y - r, 2 * r, 2 * r);
  } else if (shape === 'triangle') {
    const side = 2 * r * 1.15;
    const half = side / 2;
    const inner = (Math.sqrt(3) / 6) * side;
    const height = Math.sqrt(side * side - half * half);
    const low = y + 0.275 * r * 1.15;
    context.moveTo(x, low - (height - inner));
    context.lineTo(x + half, low + inner);
    context.lineTo(x - half, low + inner);
    context.closePath();
  } else if (shape === 'diamond') {
    context.moveTo(x, y + r);
    context.lineTo(x + r, y);
    context.lineTo(x, y - r);
    context.lineTo(x - r, y);
    context.closePath();
  } else {
    context.arc(x, y, r, 0, 2 * Math.PI);
  }
}

/** Call once, a little after the last of many calls. */
function debounced(wait, action) {
  let timer = 0;
  return () => {
    clearTimeout(timer);
    timer = setTimeout(action, wait);
  };
}

const FONT = 'system-ui, -apple-system, "PingFang SC", "Microsoft YaHei", "Noto Sans CJK SC", sans-serif';
