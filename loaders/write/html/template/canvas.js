// vis-network draws what is in these two sets: only what is shown is in them.
readTheme();
const drawnNodes = new vis.DataSet();
const drawnEdges = new vis.DataSet();
const drawnColour = new Map();
const network = new vis.Network(byId('graph'), { nodes: drawnNodes, edges: drawnEdges }, SETTINGS);
const MOST_COUNT = COUNTS.at(-1) ?? 1;

// On a large map seen whole, small nodes would be specks: they are drawn larger until one zooms in.
const LEAST_RADIUS = 3; // pixels on the screen
const MOST_GROWTH = 5;
let seenAt = 1; // the scale that sizes were last made for

const sizeOf = (node) => Math.max(node.size, Math.min(LEAST_RADIUS / seenAt, MOST_GROWTH * node.size));

/** Make sizes for a scale, in steps, so that not every turn of the wheel costs an update. */
function growFor(scale) {
  const stepped = 1.4 ** Math.floor(Math.log(scale) / Math.log(1.4));
  if (stepped === seenAt || state.overview) return;
  const before = NODES.map(sizeOf);
  seenAt = stepped;
  const changed = drawnNodes.getIds().filter((id) => sizeOf(NODES[id]) !== before[id]);
  drawnNodes.update(changed.map((id) => ({ id, size: sizeOf(NODES[id]) })));
}

const nodeItem = (node) => ({
  id: node.id,
  shape: node.shape,
  size: sizeOf(node),
  ...PLACE[node.id],
  title: `${fullName(node)}\n${kindOf(node).word} · 提及 ${node.mentions} 次`,
  color: { background: colourOf(node), border: theme.paper },
});

const edgeItem = (edge) => ({
  id: edge.id,
  from: edge.from,
  to: edge.to,
  width: edge.width,
  title: `${pairName(edge)}\n共现 ${edge.count} 次`,
  color: { color: EDGE_COLOUR, opacity: 0.22 + 0.5 * Math.sqrt(edge.count / MOST_COUNT), inherit: false },
});

/** Bring the drawing in line with the view. */
function syncDrawing() {
  if (state.overview) {
    drawOverview();
    return;
  }
  const edges = [...view.edges].filter((id) => view.drawn.has(EDGES[id].from) && view.drawn.has(EDGES[id].to));
  const wanted = new Set(edges);
  drawnEdges.remove(drawnEdges.getIds().filter((id) => !wanted.has(id)));
  const gone = drawnNodes.getIds().filter((id) => !view.drawn.has(id));
  for (const id of gone) drawnColour.delete(id);
  drawnNodes.remove(gone);
  const look = (node) => colourOf(node) + theme.paper;
  const changed = [...view.drawn].map((id) => NODES[id]).filter((node) => drawnColour.get(node.id) !== look(node));
  for (const node of changed) drawnColour.set(node.id, look(node));
  drawnNodes.update(changed.map(nodeItem));
  drawnEdges.add(edges.filter((id) => !drawnEdges.get(id)).map((id) => edgeItem(EDGES[id])));
}

/** Move nodes to where PLACE says they are. */
const movePlaces = (ids) => drawnNodes.update(ids.filter((id) => drawnNodes.get(id)).map((id) => ({ id, ...PLACE[id] })));

const MARGIN = { side: 44, top: 34, bottom: 64, bar: 34 }; // pixels: room for names and for what lies over the drawing
const CLOSEST = 1.6;

/** Where to stand, and how near, to have these discs in the window. */
function frame(discs) {
  const least = (side) => discs.reduce((found, disc) => Math.min(found, side(disc)), Infinity);
  const box = {
    left: least((disc) => disc.x - disc.size), right: -least((disc) => -disc.x - disc.size),
    top: least((disc) => disc.y - disc.size), bottom: -least((disc) => -disc.y - disc.size),
  };
  const { clientWidth, clientHeight } = byId('graph');
  const width = Math.max(clientWidth - 2 * MARGIN.side, 40);
  const top = MARGIN.top + (state.focus.length ? MARGIN.bar : 0);
  const height = Math.max(clientHeight - top - MARGIN.bottom, 40);
  const scale = Math.min(width / (box.right - box.left), height / (box.bottom - box.top), CLOSEST);
  const lower = (MARGIN.bottom - top) / 2 / scale;
  return { position: { x: (box.left + box.right) / 2, y: (box.top + box.bottom) / 2 + lower }, scale };
}

const discOf = (id) => ({ ...PLACE[id], size: NODES[id].size });

/** Bring all that is drawn into the window. */
function fit() {
  const discs = state.overview ? overview.nodes.get() : [...view.drawn].map(discOf);
  if (!discs.length) return;
  const target = frame(discs);
  network.moveTo({ ...target, animation: false });
  growFor(target.scale);
}

const calm = matchMedia('(prefers-reduced-motion: reduce)');
const WELL_SEEN = 0.5; // the scale from which names are easy to read,
const APART = 0.8; // and the ends of a link seldom on top of each other
const FARTHEST = 0.12; // who has neighbours all over a large map is seen with the nearer ones

/** Whether all can be seen well as the drawing stands. */
function inSight(places, least) {
  const { clientWidth: width, clientHeight: height } = byId('graph');
  return network.getScale() >= least && places.map((place) => network.canvasToDOM(place))
    .every(({ x, y }) => x > 0.06 * width && x < 0.94 * width && y > 0.06 * height && y < 0.9 * height);
}

/** The chosen and, of a node, its neighbours that are drawn. */
function around(ids) {
  if (ids.length !== 1) return ids;
  const beside = EDGES_OF[ids[0]].filter((edge) => view.edges.has(edge.id)).map((edge) => otherEnd(edge, NODES[ids[0]]).id);
  return [...ids, ...beside.filter((id) => view.drawn.has(id))];
}

/** Bring what is chosen into sight, with its neighbours; nothing moves where all are in sight. */
function lookAt(ids) {
  const discs = around(ids).map(discOf);
  const target = frame(discs);
  if (inSight(discs, Math.min(target.scale, ids.length > 1 ? APART : WELL_SEEN) * 0.99)) return;
  if (target.scale < FARTHEST) Object.assign(target, { scale: FARTHEST, position: { ...PLACE[ids[0]] } });
  network.moveTo({ ...target, animation: calm.matches ? false : { duration: 350, easingFunction: 'easeInOutQuad' } });
  if (calm.matches) growFor(target.scale);
}

network.on('zoom', debounced(120, () => growFor(network.getScale())));
network.on('animationFinished', () => growFor(network.getScale()));
for (const moment of ['dragging', 'dragEnd']) {
  network.on(moment, ({ nodes }) => {
    if (!state.overview) for (const id of nodes) Object.assign(PLACE[id], network.getPosition(id));
  });
}
afterRefresh.push(syncDrawing);
