// What is asked for (state) and what follows from it (view); the address keeps the first.
const fresh = () => ({
  kinds: new Set(META.kinds.keys()),
  hidden: new Set(), // communities
  count: META.count,
  from: 0,
  to: LAST_PERIOD,
  alone: EDGES.length === 0,
  hulls: false,
  colour: 'kind',
  overview: META.overview,
  focus: [], // steps: {node} adds an entity and its neighbours, {community} a community
  dropped: new Set(), // nodes taken out of the focus again
  selected: null, // {node} or {edge}
  pinned: new Set(), // nodes shown whatever the filters say
});
const state = fresh();
const view = { nodes: new Set(), edges: new Set(), drawn: new Set(), mentions: [], counts: [] };
const afterRefresh = [];

const wholeTime = () => state.from === 0 && state.to === LAST_PERIOD;

function passes(node) {
  return state.kinds.has(node.kind) && !state.hidden.has(node.community) && (wholeTime() || view.mentions[node.id] > 0);
}

/** The nodes singled out, or null where all are. */
function inFocus() {
  if (!state.focus.length) return null;
  const kept = new Set();
  for (const step of state.focus) {
    if (step.community !== undefined) {
      for (const node of NODES) if (node.community === step.community) kept.add(node.id);
    } else {
      kept.add(step.node);
      for (const edge of EDGES_OF[step.node]) {
        if (view.counts[edge.id] >= state.count) kept.add(otherEnd(edge, NODES[step.node]).id);
      }
    }
  }
  for (const id of state.dropped) kept.delete(id);
  return kept;
}

function countWithinDates() {
  const whole = wholeTime();
  const { from, to } = state;
  view.mentions = NODES.map((node) => (whole ? node.mentions : sumBetween(node.months, from, to)));
  view.counts = EDGES.map((edge) => (whole ? edge.count : sumBetween(edge.months, from, to)));
}

function compute() {
  countWithinDates();
  const focus = inFocus();
  const open = NODES.map((node) => state.pinned.has(node.id) || (passes(node) && (!focus || focus.has(node.id))));
  view.edges = new Set();
  const linked = new Set();
  for (const edge of EDGES) {
    if (view.counts[edge.id] >= state.count && open[edge.from] && open[edge.to]) {
      view.edges.add(edge.id);
      linked.add(edge.from).add(edge.to);
    }
  }
  if (state.selected?.edge !== undefined) {
    const edge = EDGES[state.selected.edge];
    if (open[edge.from] && open[edge.to]) view.edges.add(edge.id);
  }
  const shown = NODES.filter((node) => open[node.id] && (state.alone || linked.has(node.id) || state.pinned.has(node.id)));
  view.nodes = new Set(shown.map((node) => node.id));
  view.drawn = focus ? view.nodes : new Set(shown.slice(0, META.drawn).map((node) => node.id));
  if (!focus) for (const id of state.pinned) view.drawn.add(id);
}

/** Work out what is shown and tell all parts of the page. */
function refresh() {
  compute();
  for (const part of afterRefresh) part();
  saveAddress();
}

const saveAddress = debounced(150, () => {
  const said = new URLSearchParams();
  if (state.selected?.node !== undefined) said.set('n', NODES[state.selected.node].key);
  if (state.selected?.edge !== undefined) {
    const edge = EDGES[state.selected.edge];
    said.set('e', `${NODES[edge.from].key}\n${NODES[edge.to].key}`);
  }
  if (state.kinds.size < META.kinds.length) said.set('k', [...state.kinds].sort().join(''));
  if (state.count !== META.count) said.set('w', state.count);
  if (!wholeTime()) said.set('d', `${META.periods[state.from]}..${META.periods[state.to]}`);
  if (state.alone !== (EDGES.length === 0)) said.set('a', state.alone ? 1 : 0);
  if (state.hulls) said.set('h', 1);
  if (state.colour === 'community') said.set('c', 1);
  if (state.hidden.size) said.set('x', [...state.hidden].sort((a, b) => a - b).join('.'));
  if (state.overview !== META.overview) said.set('o', state.overview ? 1 : 0);
  for (const step of state.focus) said.append('f', step.node === undefined ? step.community : NODES[step.node].key);
  const hash = said.toString();
  if (hash === location.hash.slice(1)) return;
  try {
    history.replaceState(null, '', `#${hash}`);
  } catch {
    // A browser may refuse this for a local file; the page works without it.
  }
});

/** Take the state from the address; what it does not know, or no longer exists, is passed over. */
function loadAddress() {
  const said = new URLSearchParams(location.hash.slice(1));
  Object.assign(state, fresh());
  const node = NODE_OF_KEY.get(said.get('n'));
  const edge = EDGE_OF_PAIR.get(said.get('e'));
  if (edge) state.selected = { edge: edge.id };
  if (node) state.selected = { node: node.id };
  if (said.has('k')) state.kinds = new Set([...said.get('k')].map(Number).filter((kind) => META.kinds[kind]));
  if (Number(said.get('w')) >= 1) state.count = Number(said.get('w'));
  const [from, to] = (said.get('d') ?? '').split('..').map((period) => META.periods.indexOf(period));
  if (from >= 0 && to >= from) Object.assign(state, { from, to });
  if (said.has('a')) state.alone = said.get('a') === '1';
  state.hulls = said.get('h') === '1';
  if (said.get('c') === '1') state.colour = 'community';
  if (said.has('x')) state.hidden = new Set(said.get('x').split('.').map(Number).filter((c) => COMMUNITY.has(c)));
  if (said.has('o')) state.overview = said.get('o') === '1' && META.communities.length > 0;
  for (const step of said.getAll('f')) {
    if (NODE_OF_KEY.has(step)) state.focus.push({ node: NODE_OF_KEY.get(step).id });
    else if (COMMUNITY.has(Number(step))) state.focus.push({ community: Number(step) });
  }
  if (state.selected) state.overview = false;
}
