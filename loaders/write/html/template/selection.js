// Choosing an entity or a link; singling out a neighbourhood or a community.
const cycle = { root: null, at: -1 }; // where [ and ] walk

/** Choose {node}, {edge} or null; what the filters hide is shown as long as it is chosen. */
function select(chosen, { move = false, walking = false } = {}) {
  if (state.overview && chosen) leaveOverview();
  if (!walking) Object.assign(cycle, { root: chosen?.node ?? null, at: -1 });
  state.selected = chosen;
  state.pinned = new Set();
  const ends = endsOf(chosen);
  if (ends.some((id) => !view.drawn.has(id))) ends.forEach((id) => state.pinned.add(id));
  refresh();
  if (move && ends.length) lookAt(ends);
  showDetail();
}

function endsOf(chosen) {
  if (chosen?.node !== undefined) return [chosen.node];
  return chosen ? [EDGES[chosen.edge].from, EDGES[chosen.edge].to] : [];
}

/** The links of a node that pass the filters, the strongest first. */
const openEdges = (node) => EDGES_OF[node.id]
  .filter((edge) => view.counts[edge.id] >= state.count && passes(otherEnd(edge, node)))
  .sort((a, b) => view.counts[b.id] - view.counts[a.id] || a.id - b.id);

function walk(step) {
  if (state.selected?.node === undefined) return;
  const root = NODES[cycle.root ?? state.selected.node];
  const edges = openEdges(root);
  if (!edges.length) return;
  const at = cycle.at < 0 && step < 0 ? edges.length - 1 : (cycle.at + step + edges.length) % edges.length;
  Object.assign(cycle, { root: root.id, at });
  select({ node: otherEnd(edges[at], root).id }, { move: true, walking: true });
}

function expand(node) {
  state.dropped.delete(node);
  const { dropped } = state;
  for (const edge of EDGES_OF[node]) dropped.delete(otherEnd(edge, NODES[node]).id);
  if (!state.focus.some((step) => step.node === node)) state.focus.push({ node });
  if (state.overview) leaveOverview();
  refocus();
}

/** Take an entity's neighbours out again that nothing else holds. */
function collapse(node) {
  state.focus = state.focus.filter((step) => step.node !== node);
  if (!state.focus.length) {
    state.focus.push({ node });
    const links = (id) => EDGES_OF[id].filter((edge) => view.edges.has(edge.id)).length;
    for (const edge of openEdges(NODES[node])) {
      const end = otherEnd(edge, NODES[node]).id;
      if (links(end) <= 1) state.dropped.add(end);
    }
  }
  refocus();
}

function openCommunity(community) {
  Object.assign(state, { focus: [{ community }], dropped: new Set(), selected: null });
  leaveOverview();
  refocus();
}

function unfocus() {
  Object.assign(state, { focus: [], dropped: new Set(), pinned: new Set() });
  refocus();
}

function refocus() {
  refresh();
  arrange();
  fit();
  showDetail();
}

/** In a neighbourhood, bring together what stands far apart on the whole map; else go home. */
function arrange() {
  const ids = [...view.drawn];
  const near = state.focus.some((step) => step.node !== undefined) && ids.length > 1 && ids.length <= 400;
  const moved = near ? relaxed(ids) : HOME;
  const all = near ? ids : NODES.map((node) => node.id);
  for (const id of all) Object.assign(PLACE[id], moved[id]);
  movePlaces(all);
}

/** A small force layout (Fruchterman-Reingold) from where the nodes stand at home. */
function relaxed(ids) {
  const unit = 120;
  const centre = { x: 0, y: 0 };
  for (const id of ids) {
    centre.x += HOME[id].x / ids.length;
    centre.y += HOME[id].y / ids.length;
  }
  const reach = Math.max(...ids.map((id) => Math.hypot(HOME[id].x - centre.x, HOME[id].y - centre.y)), 1);
  const shrink = (unit * Math.sqrt(ids.length)) / 2 / reach;
  const nodes = ids.map((id) => ({
    id, size: NODES[id].size, x: (HOME[id].x - centre.x) * shrink, y: (HOME[id].y - centre.y) * shrink, dx: 0, dy: 0,
  }));
  const at = new Map(nodes.map((node) => [node.id, node]));
  const edges = [...view.edges].map((id) => [at.get(EDGES[id].from), at.get(EDGES[id].to)]).filter(([a, b]) => a && b);
  const rounds = Math.round(Math.min(160, 6e6 / ids.length ** 2 + 30));
  for (let round = 0; round < rounds; round += 1) push(nodes, edges, unit, unit * (1 - round / rounds));
  return Object.fromEntries(nodes.map(({ id, x, y }) => [id, { x, y }]));
}

function push(nodes, edges, unit, heat) {
  for (const node of nodes) Object.assign(node, { dx: -node.x * 0.02, dy: -node.y * 0.02 });
  for (let i = 0; i < nodes.length; i += 1) {
    for (let j = 0; j < i; j += 1) {
      const [a, b] = [nodes[i], nodes[j]];
      const x = a.x - b.x || 0.01 * (i - j);
      const y = a.y - b.y;
      const square = Math.max(x * x + y * y, 1);
      const need = unit + a.size + b.size;
      const force = (need * need) / square / 1.5;
      a.dx += x * force; a.dy += y * force; b.dx -= x * force; b.dy -= y * force;
    }
  }
  for (const [a, b] of edges) {
    const x = a.x - b.x;
    const y = a.y - b.y;
    const force = Math.hypot(x, y) / unit / 2;
    a.dx -= x * force; a.dy -= y * force; b.dx += x * force; b.dy += y * force;
  }
  for (const node of nodes) {
    const length = Math.max(Math.hypot(node.dx, node.dy), 1e-9);
    const step = Math.min(length, heat) / length;
    node.x += node.dx * step;
    node.y += node.dy * step;
  }
}

function sayFocus() {
  byId('focus-bar').hidden = !state.focus.length;
  const names = state.focus.map((step) => (step.node === undefined ? COMMUNITY.get(step.community).name : fullName(NODES[step.node])));
  const what = state.focus[0]?.node === undefined ? '社群' : '邻域';
  byId('focus-said').textContent = state.focus.length ? `${what}：${names.join('、')}（${view.nodes.size} 个实体）` : '';
}

network.on('click', ({ nodes, edges, pointer }) => {
  const { x, y } = pointer.DOM;
  const label = paint.boxes.find(({ box }) => x >= box[0] && x <= box[2] && y >= box[1] && y <= box[3]);
  const hit = nodes[0] ?? label?.id;
  if (state.overview) {
    if (hit !== undefined) openCommunity(hit);
  } else if (hit !== undefined) {
    select({ node: hit });
  } else {
    select(edges.length ? { edge: edges[0] } : null);
  }
});
network.on('doubleClick', ({ nodes }) => {
  if (!state.overview && nodes.length) expand(nodes[0]);
});
byId('unfocus').addEventListener('click', unfocus);
afterRefresh.push(sayFocus);
