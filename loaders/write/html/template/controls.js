// Filters: they write into the state and ask for a refresh; sayFilters() does the way back.
const tick = (attributes, picture, text, count) => el('label', { class: 'tick', title: text }, el('input', { type: 'checkbox', ...attributes }), picture, el('span', null, text), el('b', null, String(count)));
const toggled = (set, value, on) => (on ? set.add(value) : set.delete(value));
const kindTotals = META.kinds.map((_, kind) => NODES.filter((node) => node.kind === kind).length);

function legend() {
  byId('kinds').replaceChildren(...META.kinds.map((kind, i) => tick(
    { 'data-kind': i, checked: state.kinds.has(i), onchange: ({ target }) => { toggled(state.kinds, i, target.checked); refilter(); } },
    glyph(kind.shape, theme.dark ? kind.dark : kind.light), kind.word, kindTotals[i],
  )));
  const coloured = state.colour === 'community' ? COLOURED : [];
  byId('communities').replaceChildren(...coloured.map(({ community, name, size }) => tick(
    { checked: !state.hidden.has(community), onchange: ({ target }) => { toggled(state.hidden, community, !target.checked); refilter(); } },
    glyph('dot', communityColour(community)), name, size,
  )));
  if (coloured.length && META.communities.length > coloured.length) {
    byId('communities').append(el('p', { class: 'quiet' }, `其余 ${META.communities.length - coloured.length} 个较小社群为灰色`));
  }
}

/** Refresh; the panel follows what depends on dates and counts. */
function refilter() {
  refresh();
  const { scrollTop } = byId('detail');
  const { tab } = listing;
  showDetail();
  showTab(tab);
  byId('detail').scrollTop = scrollTop;
}
const refilterSoon = debounced(60, refilter);

const countWord = () => `≥ ${state.count} 次`;
const datesWord = () => (wholeTime() ? '全部' : `${META.periods[state.from]} 至 ${META.periods[state.to]}`);

function sayFilters() {
  byId('count-said').textContent = countWord();
  byId('count').setAttribute('aria-valuetext', countWord());
  byId('dates-said').textContent = datesWord();
  byId('from').setAttribute('aria-valuetext', META.periods[state.from] ?? '');
  byId('to').setAttribute('aria-valuetext', META.periods[state.to] ?? '');
  byId('overview').setAttribute('aria-pressed', String(state.overview));
  drawHistogram();
}

/** Put every control where the state says. */
function setControls() {
  byId('count').max = Math.max(COUNTS.length - 1, 0);
  byId('count').value = Math.max(COUNTS.findIndex((count) => count >= state.count), 0);
  byId('count-section').hidden = COUNTS.length < 2;
  byId('dates-section').hidden = META.periods.length < 2;
  for (const end of ['from', 'to']) {
    byId(end).max = LAST_PERIOD;
    byId(end).value = state[end];
  }
  byId('undated').textContent = META.undated ? `${META.undated} 个句子没有日期，只在选“全部”时计入。` : '';
  byId('alone').checked = state.alone;
  byId('hulls').checked = state.hulls;
  document.querySelector(`input[name="colour"][value="${state.colour}"]`).checked = true;
  byId('overview').disabled = META.communities.length === 0;
  legend();
}

const totals = everyPeriod(META.months);

function drawHistogram() {
  const canvas = byId('histogram');
  if (!canvas.clientWidth) return;
  const ratio = devicePixelRatio || 1;
  canvas.width = canvas.clientWidth * ratio;
  canvas.height = 40 * ratio;
  const context = canvas.getContext('2d');
  context.scale(ratio, ratio);
  const most = Math.max(...totals, 1);
  const step = canvas.clientWidth / totals.length;
  context.fillStyle = theme.accent;
  totals.forEach((value, i) => {
    context.globalAlpha = i >= state.from && i <= state.to ? 0.85 : 0.25;
    context.fillRect(i * step, 40 - (38 * value) / most, Math.max(step - 1, 0.8), (38 * value) / most);
  });
}

function sayStatus() {
  const parts = [`显示 ${view.nodes.size} / ${NODES.length} 个实体`, `${view.edges.size} / ${EDGES.length} 条连线`];
  if (state.overview) parts.push(`按 ${overview.nodes.length} 个社群${overview.left ? `（另有 ${overview.left} 个小社群未画）` : ''}`);
  else if (view.drawn.size < view.nodes.size) parts.push(`画出 ${view.drawn.size} 个`);
  byId('status').textContent = parts.join('，');
  const nothing = byId('nothing');
  nothing.hidden = view.nodes.size > 0;
  nothing.textContent = NODES.length ? '没有符合条件的实体。\n放宽筛选，或点“恢复默认”。' : '图中还没有实体。\n请检查语料：没有找到人物、机构、地点或项目。';
}

byId('count').addEventListener('input', ({ target }) => {
  state.count = COUNTS[target.value] ?? 1;
  sayFilters();
  refilterSoon();
});
for (const [end, other] of [['from', 'to'], ['to', 'from']]) {
  byId(end).addEventListener('input', ({ target }) => {
    state[end] = Number(target.value);
    if (state.from > state.to) {
      state[other] = state[end];
      byId(other).value = state[end];
    }
    sayFilters();
    refilterSoon();
  });
}
for (const choice of document.querySelectorAll('input[name="colour"]')) {
  choice.addEventListener('change', () => {
    state.colour = choice.value;
    legend();
    refresh();
  });
}
byId('alone').addEventListener('change', ({ target }) => { state.alone = target.checked; refilter(); });
byId('hulls').addEventListener('change', ({ target }) => { state.hulls = target.checked; refresh(); network.redraw(); });
byId('fit').addEventListener('click', fit);
byId('overview').addEventListener('click', () => showOverview(!state.overview));
byId('show-filters').addEventListener('click', () => openFilters(!byId('filters').classList.contains('open')));

function openFilters(open) {
  byId('filters').classList.toggle('open', open);
  byId('show-filters').setAttribute('aria-expanded', String(open));
  drawHistogram();
}

byId('reset').addEventListener('click', () => {
  const { overview: shown } = state;
  Object.assign(state, fresh(), { overview: false });
  if (shown) leaveOverview();
  setControls();
  refocus();
});

function setTheme(dark) {
  theme.dark = dark;
  readTheme();
  byId('theme').setAttribute('aria-pressed', String(dark));
  legend();
  refilter();
  network.redraw();
}
byId('theme').addEventListener('click', () => setTheme(!theme.dark));
afterRefresh.push(sayFilters, sayStatus, () => network.redraw());
