// The graph of communities: each one disc, as large as the ground its members take.
const MOST_COMMUNITIES = 80;
const overview = { nodes: new vis.DataSet(), edges: new vis.DataSet(), on: false };

/** The communities as they are now shown, the largest first. */
function shownCommunities() {
  const members = new Map();
  for (const id of view.nodes) {
    const { community } = NODES[id];
    if (community < 0) continue;
    if (!members.has(community)) members.set(community, []);
    members.get(community).push(NODES[id]);
  }
  return [...members].map(([community, nodes]) => ({ community, nodes })).sort((a, b) => b.nodes.length - a.nodes.length);
}

function disc({ community, nodes }) {
  const x = nodes.reduce((sum, node) => sum + HOME[node.id].x, 0) / nodes.length;
  const y = nodes.reduce((sum, node) => sum + HOME[node.id].y, 0) / nodes.length;
  const spread = nodes.reduce((sum, node) => sum + (HOME[node.id].x - x) ** 2 + (HOME[node.id].y - y) ** 2, 0);
  return {
    id: community,
    x,
    y,
    shape: 'dot',
    size: Math.max(14, Math.sqrt(spread / nodes.length)),
    color: { background: communityColour(community), border: theme.paper },
    title: `${COMMUNITY.get(community).name}\n${nodes.length} 个实体，点击展开`,
    names: nodes.slice(0, 3).map((node) => node.label),
    members: nodes.length,
  };
}

function bands(discs) {
  const sums = new Map();
  for (const id of view.edges) {
    const [a, b] = [NODES[EDGES[id].from].community, NODES[EDGES[id].to].community].sort((p, q) => p - q);
    if (a !== b && discs.has(a) && discs.has(b)) sums.set(`${a} ${b}`, (sums.get(`${a} ${b}`) ?? 0) + view.counts[id]);
  }
  const most = Math.max(1, ...sums.values());
  return [...sums].map(([pair, sum], id) => {
    const [from, to] = pair.split(' ').map(Number);
    return {
      id, from, to, width: 1 + 14 * Math.sqrt(sum / most), title: `共现 ${sum} 次`,
      color: { color: EDGE_COLOUR, opacity: 0.4, inherit: false },
    };
  });
}

function drawOverview() {
  const all = shownCommunities();
  const discs = all.slice(0, MOST_COMMUNITIES).map(disc);
  overview.left = all.length - discs.length;
  overview.nodes = new vis.DataSet(discs);
  overview.edges = new vis.DataSet(bands(new Set(discs.map((row) => row.id))));
  network.setData({ nodes: overview.nodes, edges: overview.edges });
  overview.on = true;
}

/** Go to the communities or back to the entities. */
function showOverview(on) {
  if (on && !META.communities.length) return;
  state.overview = on;
  state.selected = null;
  if (on) Object.assign(state, { focus: [], dropped: new Set() });
  if (!on) leaveOverview();
  refresh();
  fit();
  showDetail();
}

function leaveOverview() {
  state.overview = false;
  if (overview.on) network.setData({ nodes: drawnNodes, edges: drawnEdges });
  overview.on = false;
}
