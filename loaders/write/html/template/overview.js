// The graph of communities: each one disc, as large as the ground its members take.
const MOST_COMMUNITIES = 80;
const BANDS_EACH = 3;
const overview = { nodes: new vis.DataSet(), edges: new vis.DataSet(), on: false };

/** The communities of what passes the filters of type and date, the largest first. */
function shownCommunities() {
  const members = new Map();
  for (const node of NODES) {
    if (node.community < 0 || !passes(node)) continue;
    if (!members.has(node.community)) members.set(node.community, []);
    members.get(node.community).push(node);
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
    size: Math.max(16, 1.25 * Math.sqrt(spread / nodes.length)),
    color: { background: thinned(communityColour(community), 0.25), border: theme.paper },
    title: `${COMMUNITY.get(community).name}\n${nodes.length} 个实体，点击展开`,
    names: nodes.slice(0, 3).map((node) => node.label),
    members: nodes.length,
  };
}

/** What joins the communities: the sums of counts, the strongest few of each community. */
function bands(discs) {
  const sums = new Map();
  for (const edge of EDGES) {
    const [a, b] = [NODES[edge.from], NODES[edge.to]];
    if (a.community === b.community || !discs.has(a.community) || !discs.has(b.community) || !passes(a) || !passes(b)) continue;
    const pair = [a.community, b.community].sort((p, q) => p - q).join(' ');
    sums.set(pair, (sums.get(pair) ?? 0) + view.counts[edge.id]);
  }
  const strong = [...sums].filter(([, sum]) => sum >= state.count).sort((a, b) => b[1] - a[1]).slice(0, BANDS_EACH * discs.size);
  const most = strong[0]?.[1] ?? 1;
  return strong.map(([pair, sum], id) => {
    const [from, to] = pair.split(' ').map(Number);
    return {
      id, from, to, width: 1 + 13 * Math.sqrt(sum / most), title: `共现 ${sum} 次`,
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
