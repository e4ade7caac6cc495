// What is painted over the drawing: ground of communities, veil, highlights, names.
const paint = { zoom: 1, boxes: [] }; // boxes: where names stand, to be clicked; zoom: of a picture
let lit = null; // {nodes, edges} of the selection, or null

function light() {
  lit = null;
  const chosen = state.selected;
  if (!chosen || state.overview) return;
  lit = { nodes: new Set(), edges: new Set() };
  if (chosen.edge !== undefined) {
    const edge = EDGES[chosen.edge];
    lit.edges.add(edge.id);
    lit.nodes.add(edge.from).add(edge.to);
    return;
  }
  lit.nodes.add(chosen.node);
  for (const edge of EDGES_OF[chosen.node]) {
    if (!view.edges.has(edge.id)) continue;
    const end = otherEnd(edge, NODES[chosen.node]).id;
    if (!view.drawn.has(end)) continue;
    lit.edges.add(edge.id);
    lit.nodes.add(end);
  }
}

/** Blobs: a thick stroke along the edges inside a community, a disc at each member. */
function paintGround(context) {
  if (!state.hulls || state.overview) return;
  const groups = new Map();
  for (const id of view.drawn) {
    const { community } = NODES[id];
    if (community < 0) continue;
    if (!groups.has(community)) groups.set(community, { nodes: [], edges: [] });
    groups.get(community).nodes.push(NODES[id]);
  }
  for (const id of view.edges) {
    const [a, b] = [NODES[EDGES[id].from], NODES[EDGES[id].to]];
    if (a.community === b.community) groups.get(a.community)?.edges.push([PLACE[a.id], PLACE[b.id]]);
  }
  context.lineCap = 'round';
  for (const [community, { nodes, edges }] of [...groups].sort((a, b) => b[0] - a[0])) {
    context.fillStyle = context.strokeStyle = thinned(communityColour(community), 0.86);
    context.lineWidth = 34;
    context.beginPath();
    for (const [a, b] of edges) {
      context.moveTo(a.x, a.y);
      context.lineTo(b.x, b.y);
    }
    context.stroke();
    context.beginPath();
    for (const node of nodes) {
      const { x, y } = PLACE[node.id];
      context.moveTo(x + node.size + 22, y);
      context.arc(x, y, node.size + 22, 0, 2 * Math.PI);
    }
    context.fill();
  }
}

function paintLit(context, scale) {
  const { width, height } = context.canvas;
  context.save();
  context.setTransform(1, 0, 0, 1, 0, 0);
  context.globalAlpha = 0.85;
  context.fillStyle = theme.paper;
  context.fillRect(0, 0, width, height);
  context.restore();
  context.save();
  context.globalAlpha = 0.65;
  context.strokeStyle = theme.accent;
  for (const id of lit.edges) {
    const [a, b] = [PLACE[EDGES[id].from], PLACE[EDGES[id].to]];
    context.lineWidth = Math.max(EDGES[id].width, 1 / scale);
    context.beginPath();
    context.moveTo(a.x, a.y);
    context.lineTo(b.x, b.y);
    context.stroke();
  }
  context.globalAlpha = 1;
  for (const id of lit.nodes) {
    const node = NODES[id];
    const { x, y } = PLACE[id];
    outline(context, node.shape, x, y, sizeOf(node));
    context.fillStyle = colourOf(node);
    context.fill();
    if (id !== state.selected.node && state.selected.edge === undefined) continue;
    context.beginPath();
    context.arc(x, y, sizeOf(node) * 1.15 + 5 / scale, 0, 2 * Math.PI);
    context.lineWidth = 3 / scale;
    context.strokeStyle = theme.accent;
    context.stroke();
  }
  context.restore();
}

/** Boxes on a coarse grid: whether a new one is free is asked of its neighbours only. */
class Boxes {
  constructor() {
    this.all = [];
    this.cells = new Map();
  }

  * cellsOf([left, top, right, bottom]) {
    for (let x = left >> 6; x <= right >> 6; x += 1) for (let y = top >> 6; y <= bottom >> 6; y += 1) yield x * 8192 + y;
  }

  isFree(box) {
    for (const cell of this.cellsOf(box)) {
      for (const other of this.cells.get(cell) ?? []) {
        if (box[0] < other[2] && box[2] > other[0] && box[1] < other[3] && box[3] > other[1]) return false;
      }
    }
    return true;
  }

  add(box, id) {
    this.all.push({ box, id });
    for (const cell of this.cellsOf(box)) {
      if (!this.cells.has(cell)) this.cells.set(cell, []);
      this.cells.get(cell).push(box);
    }
  }
}

function shortened(name, most) {
  const characters = [...name];
  return characters.length > most ? `${characters.slice(0, most - 1).join('')}…` : name;
}

/** Text with a halo of the ground's colour, so that it reads over edges. */
function haloed(context, text, x, y) {
  context.lineWidth = 3.6 * paint.zoom;
  context.strokeStyle = theme.paper;
  context.strokeText(text, x, y);
  context.fillStyle = theme.ink;
  context.fillText(text, x, y);
}

/** Where a name may stand around its node: below, and where it must stand also above and beside. */
function* standing(x, y, radius, width, height) {
  const gap = 3 * paint.zoom;
  yield [x - width / 2, y + radius + gap];
  yield [x - width / 2, y - radius - gap - height];
  yield [x + radius + gap, y - height / 2];
  yield [x - radius - gap - width, y - height / 2];
}

function paintNames(context, scale, toScreen, size) {
  const boxes = new Boxes();
  const must = new Set();
  if (state.selected?.node !== undefined) must.add(state.selected.node);
  if (state.selected?.edge !== undefined) must.add(EDGES[state.selected.edge].from).add(EDGES[state.selected.edge].to);
  const ranked = [...(lit ? lit.nodes : view.drawn)].sort((a, b) => must.has(b) - must.has(a) || a - b);
  const most = lit ? 150 : Math.min(420, 70 + 70 * (scale / paint.zoom));
  for (const id of ranked) {
    if (boxes.all.length >= most) break;
    const node = NODES[id];
    const { x, y } = toScreen(PLACE[id]);
    const radius = sizeOf(node) * scale * (node.shape === 'triangle' ? 1.1 : 1);
    const outside = x < -40 || y < -40 || x > size.width + 40 || y > size.height + 40;
    if (outside && !must.has(id)) continue;
    if (!lit && node.size * scale < 1.6 * paint.zoom && boxes.all.length > 40) continue;
    const font = Math.round(Math.max(11, Math.min(18, 9 + (0.38 * radius) / paint.zoom)) * paint.zoom);
    context.font = `${radius > 15 * paint.zoom || must.has(id) ? '600 ' : ''}${font}px ${FONT}`;
    const text = shortened(node.label, must.has(id) ? 24 : 14);
    const width = context.measureText(text).width + 4 * paint.zoom;
    const height = font * 1.25;
    const inside = (left) => (outside ? left : Math.min(Math.max(left, 2), size.width - width - 2));
    const options = [...standing(x, y, radius, width, height)]
      .map(([left, top]) => [inside(left), top, inside(left) + width, top + height]);
    const box = options.slice(0, lit ? 4 : 1).find((option) => boxes.isFree(option)) ?? (must.has(id) ? options[0] : null);
    if (!box) continue;
    boxes.add(box, id);
    haloed(context, text, (box[0] + box[2]) / 2, box[1] + height * 0.08);
  }
  return boxes.all;
}

/** What is written on a community: the more room, the more of its members. */
function communityLines({ names, members }, radius) {
  if (radius < 34) return [`${shortened(names[0], 10)} 等 ${members}`];
  return [...names.map((name) => shortened(name, 10)).slice(0, radius < 52 ? 2 : 3), `${members} 个实体`];
}

/** Names of communities, kept inside the picture; a smaller community gives way to a larger one. */
function paintCommunityNames(context, scale, toScreen, size) {
  const boxes = new Boxes();
  const font = 13 * paint.zoom;
  for (const disc of overview.nodes.get().sort((a, b) => b.members - a.members)) {
    const { x, y } = toScreen(disc);
    const text = communityLines(disc, (disc.size * scale) / paint.zoom);
    context.font = `600 ${font}px ${FONT}`;
    const width = Math.max(...text.map((line) => context.measureText(line).width)) + 6 * paint.zoom;
    const height = text.length * font * 1.25;
    const left = Math.min(Math.max(x - width / 2, 4), Math.max(size.width - width - 4, 4));
    const below = text.length > 1 ? y - height / 2 : y + disc.size * scale + 2 * paint.zoom;
    const top = Math.min(Math.max(below, 4), Math.max(size.height - height - 4, 4));
    const box = [left, top, left + width, top + height];
    if (!boxes.isFree(box)) continue;
    boxes.add(box, disc.id);
    text.forEach((line, i) => haloed(context, line, left + width / 2, top + i * font * 1.25));
  }
  return boxes.all;
}

network.on('beforeDrawing', paintGround);
network.on('afterDrawing', (context) => {
  const { canvas } = context;
  const ratio = canvas.width / canvas.clientWidth;
  const size = { width: canvas.clientWidth, height: canvas.clientHeight };
  const scale = network.getScale();
  const origin = network.canvasToDOM({ x: 0, y: 0 });
  const toScreen = (place) => ({ x: origin.x + place.x * scale, y: origin.y + place.y * scale });
  if (lit) paintLit(context, scale);
  context.save();
  context.setTransform(ratio, 0, 0, ratio, 0, 0);
  context.textAlign = 'center';
  context.textBaseline = 'top';
  context.lineJoin = 'round';
  const painter = state.overview ? paintCommunityNames : paintNames;
  paint.boxes = painter(context, scale, toScreen, size);
  context.restore();
});
afterRefresh.push(light);
