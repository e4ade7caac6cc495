// Keys. A key typed into a field, or with Ctrl, Alt or Cmd, is not ours.
const help = byId('help');
const SHORTCUTS = [
  ['/', '搜索'],
  ['Esc', '取消选择，再按退出邻域'],
  ['[ ]', '所选实体的上一个、下一个共现对象'],
  ['X', '展开所选实体的邻居'],
  ['F', '适应窗口'],
  ['C', '社群总览'],
  ['D', '深色或浅色'],
  ['?', '本帮助'],
  ['方向键', '平移（图获得焦点时）'],
  ['+ −', '缩放（图获得焦点时）'],
];
byId('keys').append(...SHORTCUTS.flatMap(([key, word]) => [el('dt', null, key), el('dd', null, word)]));

byId('terms').append(...Object.values(TERMS).flatMap(([word, meaning]) => [el('dt', null, word), el('dd', null, meaning)]));

function stepBack() {
  if (byId('filters').classList.contains('open')) openFilters(false);
  else if (state.selected) select(null);
  else if (state.focus.length) unfocus();
}

const onKey = {
  '/': () => { box.focus(); box.select(); },
  Escape: stepBack,
  '[': () => walk(-1),
  ']': () => walk(1),
  x: () => state.selected?.node !== undefined && expand(state.selected.node),
  f: fit,
  c: () => showOverview(!state.overview),
  d: () => setTheme(!theme.dark),
  '?': () => help.showModal(),
};

const isField = (target) => target.matches('input[type="text"], textarea, select');

addEventListener('keydown', (event) => {
  if (event.isComposing || event.ctrlKey || event.metaKey || event.altKey || help.open || isField(event.target)) return;
  const act = onKey[event.key.length === 1 ? event.key.toLowerCase() : event.key];
  if (!act) return;
  event.preventDefault();
  act();
});

const PAN = 60; // pixels a key
const PANS = { ArrowLeft: [-1, 0], ArrowRight: [1, 0], ArrowUp: [0, -1], ArrowDown: [0, 1] };
byId('graph').addEventListener('keydown', ({ key, target }) => {
  if (target !== byId('graph')) return;
  const { x, y } = network.getViewPosition();
  const scale = network.getScale();
  if (PANS[key]) network.moveTo({ position: { x: x + (PANS[key][0] * PAN) / scale, y: y + (PANS[key][1] * PAN) / scale }, animation: false });
  const zoomed = { '+': 1.25, '=': 1.25, '-': 0.8 }[key];
  if (!zoomed) return;
  network.moveTo({ scale: scale * zoomed, animation: false });
  growFor(scale * zoomed);
});
byId('show-help').addEventListener('click', () => help.showModal());
