// The current view as a PNG: title, drawing, filters, legend.
const SHARP = 2; // pixels of the picture for one of the screen

/** The drawing, repainted larger; the screen shows the same before and after. */
function largeDrawing() {
  const graph = byId('graph');
  const { clientWidth: width, clientHeight: height } = graph;
  const position = network.getViewPosition();
  const scale = network.getScale();
  const ratio = SHARP / (devicePixelRatio || 1);
  const picture = document.createElement('canvas');
  paint.zoom = ratio;
  network.setSize(`${width * ratio}px`, `${height * ratio}px`);
  network.moveTo({ position, scale: scale * ratio, animation: false });
  network.redraw();
  const canvas = graph.querySelector('canvas');
  picture.width = canvas.width;
  picture.height = canvas.height;
  const context = picture.getContext('2d');
  context.fillStyle = theme.paper;
  context.fillRect(0, 0, picture.width, picture.height);
  context.drawImage(canvas, 0, 0);
  paint.zoom = 1;
  network.setSize('100%', '100%');
  network.moveTo({ position, scale, animation: false });
  network.redraw();
  return picture;
}

/** What stands below the drawing: [shape, colour, text] of each entry. */
function legendEntries() {
  const kinds = META.kinds.map((kind, i) => {
    const shown = [...view.nodes].filter((id) => NODES[id].kind === i).length;
    const colour = theme.dark ? kind.dark : kind.light;
    return { shape: kind.shape, colour: state.colour === 'kind' ? colour : theme.quiet, text: `${kind.word} ${shown}`, shown };
  });
  const communities = state.colour === 'kind' && !state.overview ? [] : COLOURED
    .map(({ community, name, size }) => ({ shape: 'dot', colour: communityColour(community), text: `${name} ${size}`, shown: size }));
  return [...(state.overview ? [] : kinds), ...communities].filter((entry) => entry.shown);
}

function filterText() {
  const kinds = [...state.kinds].sort().map((kind) => META.kinds[kind].word).join('、');
  const parts = [byId('status').textContent, `类型：${kinds || '无'}`, `共现 ${countWord()}`];
  if (META.periods.length > 1) parts.push(`日期：${datesWord()}`);
  if (state.focus.length) parts.push(byId('focus-said').textContent);
  if (state.selected) parts.push(`所选：${state.selected.node === undefined ? pairName(EDGES[state.selected.edge]) : fullName(NODES[state.selected.node])}`);
  return parts.join('　');
}

/** Break texts into lines of a width; entries never break inside. */
function lines(context, entries, width, indent) {
  const rows = [[]];
  let x = 0;
  for (const entry of entries) {
    const wide = Math.min(indent + context.measureText(entry.text).width + 22 * SHARP, width);
    if (x + wide > width && rows.at(-1).length) {
      rows.push([]);
      x = 0;
    }
    rows.at(-1).push({ ...entry, x });
    x += wide;
  }
  return rows;
}

function compose(drawing) {
  const edge = 16 * SHARP;
  const height = 22 * SHARP;
  const picture = document.createElement('canvas');
  const context = picture.getContext('2d');
  const small = `${13 * SHARP}px ${FONT}`;
  context.font = small;
  const width = drawing.width - 2 * edge;
  const legendRows = lines(context, legendEntries(), width, 20 * SHARP);
  const filterRows = lines(context, filterText().split('　').map((text) => ({ text })), width, 0);
  const top = 48 * SHARP;
  picture.width = drawing.width;
  picture.height = top + drawing.height + (legendRows.length + filterRows.length) * height + 1.5 * edge;
  context.fillStyle = theme.paper;
  context.fillRect(0, 0, picture.width, picture.height);
  context.drawImage(drawing, 0, top);
  context.textBaseline = 'middle';
  context.fillStyle = theme.ink;
  context.font = `600 ${19 * SHARP}px ${FONT}`;
  context.fillText(document.title, edge, top / 2, width);
  context.font = small;
  let y = top + drawing.height + edge / 2 + height / 2;
  for (const row of [...legendRows, ...filterRows]) {
    for (const { text, shape, colour, x } of row) {
      if (shape) {
        outline(context, shape, edge + x + 6 * SHARP, y, 6 * SHARP);
        context.fillStyle = colour;
        context.fill();
      }
      context.fillStyle = shape ? theme.ink : theme.quiet;
      context.fillText(text, edge + x + (shape ? 18 * SHARP : 0), y, width - x);
    }
    y += height;
  }
  return picture;
}

async function savePicture() {
  const picture = compose(largeDrawing());
  const blob = await new Promise((done) => { picture.toBlob(done, 'image/png'); });
  const address = URL.createObjectURL(blob);
  const name = document.title.replace(/[\\/:*?"<>|\u0000-\u001f]/g, '_').slice(0, 80) || 'graph';
  const link = el('a', { href: address, download: `${name}.png` });
  document.body.append(link);
  link.click();
  link.remove();
  setTimeout(() => URL.revokeObjectURL(address), 5000);
}
byId('picture').addEventListener('click', savePicture);
