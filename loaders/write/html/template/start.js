// Begin: state from the address, first drawing, then the evidence when there is time.
function openPage() {
  const wasOverview = overview.on;
  loadAddress();
  if (wasOverview && !state.overview) leaveOverview();
  const ends = endsOf(state.selected);
  compute();
  for (const id of ends) if (!view.drawn.has(id)) state.pinned.add(id);
  setControls();
  refresh();
  arrange();
  fit();
  if (ends.length) lookAt(ends);
  showDetail();
}

byId('theme').setAttribute('aria-pressed', String(theme.dark));
network.once('afterDrawing', () => { document.documentElement.dataset.drawn = String(Math.round(performance.now())); });
addEventListener('hashchange', openPage);
addEventListener('resize', drawHistogram);
openPage();
const later = window.requestIdleCallback ?? ((action) => setTimeout(action, 500));
later(() => evidence().catch(() => {}), { timeout: 3000 });

/** For scripts and tests: where an entity stands in the window, what is shown and chosen. */
window.wenmai = {
  network,
  at(name) {
    const node = NODES.find((each) => each.label === name);
    const { x, y } = network.canvasToDOM(PLACE[node.id]);
    const frame = byId('graph').getBoundingClientRect();
    return { x: x + frame.x, y: y + frame.y };
  },
  shown: () => ({ nodes: [...view.drawn].map((id) => NODES[id].label), edges: view.edges.size }),
  chosen: () => (state.selected ? endsOf(state.selected).map((id) => NODES[id].label) : []),
  labelled: () => paint.boxes.map(({ id }) => NODES[id].label),
};
document.documentElement.dataset.ready = 'yes';
