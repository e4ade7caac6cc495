// The panel: an entity, a link, or, with nothing chosen, the most mentioned and what the page says of itself.
const figure = (value) => (Math.abs(value) >= 1000 ? String(Math.round(value)) : String(value));

/** Figures, each a row [word, value, what it is]. */
function numbers(rows) {
  return el('dl', { class: 'numbers' }, rows.map(([word, value, title]) => el('div', { title }, el('dt', null, word), el('dd', null, figure(value)))));
}

/** A little curve by month; what is outside the chosen dates is pale. */
function spark(row, what) {
  if (META.periods.length < 2 || !row.length) return null;
  const values = everyPeriod(row);
  const most = Math.max(...values);
  const step = 340 / values.length;
  const bars = values.map((value, i) => svg('rect', {
    x: (i * step).toFixed(2),
    y: (42 - (40 * value) / most).toFixed(2),
    width: Math.max(step - 0.8, 0.6).toFixed(2),
    height: ((40 * value) / most).toFixed(2),
    class: i >= state.from && i <= state.to ? 'in' : 'out',
  }));
  const label = `${what}，${META.periods[0]} 至 ${META.periods.at(-1)}，最多一期 ${most} 次`;
  return [
    svg('svg', { class: 'spark', viewBox: '0 0 340 44', preserveAspectRatio: 'none', role: 'img', 'aria-label': label }, ...bars),
    el('div', { class: 'axis quiet' }, el('span', null, META.periods[0]), el('span', null, META.periods.at(-1))),
  ];
}

/** A row with a bar: an entity and a count. */
function bar(node, count, most, title, onclick) {
  const length = el('i');
  length.style.width = `${Math.max(2, (84 * count) / most)}px`;
  return el('button', { type: 'button', class: 'partner', title, onclick }, glyph(node.shape, kindColour(node)), named(node), length, el('em', null, figure(count)));
}

const PARTNERS = 12;

function partners(node) {
  const edges = EDGES_OF[node.id].filter((edge) => view.counts[edge.id] > 0);
  edges.sort((a, b) => view.counts[b.id] - view.counts[a.id] || a.id - b.id);
  if (!edges.length) return el('p', { class: 'quiet' }, '没有与它一起被提到的实体。');
  const most = view.counts[edges[0].id];
  const box = el('div', { class: 'partners' });
  const rows = edges.map((edge) => () => bar(otherEnd(edge, node), view.counts[edge.id], most, '查看同时提到两者的句子', () => select({ edge: edge.id }, { move: true })));
  box.append(...rows.slice(0, PARTNERS).map((row) => row()));
  if (rows.length > PARTNERS) {
    const all = el('button', { type: 'button', class: 'wide', onclick: () => all.replaceWith(...rows.slice(PARTNERS).map((row) => row())) }, `显示全部 ${rows.length} 个`);
    box.append(all);
  }
  return [el('h3', null, '主要共现对象', el('span', null, `${edges.length} 个`)), box];
}

const seen = (row) => (row.first ? [row.first, row.last].filter((date, i, all) => date && all.indexOf(date) === i).join(' 至 ') : null);
const action = (word, onclick) => el('button', { type: 'button', onclick }, word);

function nodeDetail(node) {
  const community = COMMUNITY.get(node.community);
  const facts = [kindOf(node).word, community ? `社群 ${node.community + 1}（${community.size} 个实体）` : null, seen(node)];
  const box = el('div');
  const parts = [
    el('h2', { class: 'name' }, glyph(node.shape, kindColour(node)), named(node)),
    el('p', { class: 'quiet facts' }, facts.filter(Boolean).join(' · ')),
    node.aliases.length ? el('ul', { class: 'chips', 'aria-label': '别名' }, node.aliases.map((alias) => el('li', null, alias))) : null,
    numbers([
      [wholeTime() ? '提及次数' : '提及（所选日期）', view.mentions[node.id], '被提到的次数'],
      ['文章数', node.articles, '提到它的文章数'],
      term('degree', node.degree),
      term('strength', node.strength),
      term('betweenness', node.betweenness),
      term('pagerank', node.pagerank),
    ]),
    el(
      'div', { class: 'actions' },
      action(state.focus.length ? '展开邻居' : '只看邻域', () => expand(node.id)),
      state.focus.length ? action('收起邻居', () => collapse(node.id)) : null,
      community && !state.focus.length ? action('只看社群', () => openCommunity(node.community)) : null,
      action('取消选择', () => select(null)),
    ),
    spark(node.months, '按月提及次数'),
    relations(node),
    partners(node),
    box,
  ];
  showEvidence(box, { find: (content) => content.ofNode[node.id].map((row) => [row]), chosen: new Set([node.id]), total: 0 });
  return parts;
}

function edgeDetail(edge) {
  const [a, b] = [NODES[edge.from], NODES[edge.to]];
  const box = el('div');
  const parts = [
    el('h2', { class: 'name' }, glyph(a.shape, kindColour(a)), named(a), el('span', { class: 'dash' }, '—'), glyph(b.shape, kindColour(b)), named(b)),
    el('p', { class: 'quiet facts' }, ['一起被提到', seen(edge)].filter(Boolean).join(' · ')),
    numbers([
      [wholeTime() ? '共现次数' : '共现（所选日期）', view.counts[edge.id], '同时提到两者的窗口数'],
      ['文章数', edge.articles, '同时提到两者的文章数'],
      term('weight', edge.weight),
      term('npmi', edge.npmi),
      term('g2', edge.g2),
      term('alpha', edge.alpha),
    ]),
    el('div', { class: 'actions' }, action(`查看 ${fullName(a)}`, () => select({ node: a.id }, { move: true })), action(`查看 ${fullName(b)}`, () => select({ node: b.id }, { move: true })), action('取消选择', () => select(null))),
    spark(edge.months, '按月共现次数'),
    box,
  ];
  showEvidence(box, {
    find: (content) => content.edges[edge.id].map((rows) => [rows].flat()), chosen: new Set([a.id, b.id]), total: edge.count,
  });
  return parts;
}

const TOP = 15;

function generalDetail() {
  const ranked = [...view.nodes].map((id) => NODES[id]).sort((a, b) => view.mentions[b.id] - view.mentions[a.id] || a.id - b.id).slice(0, TOP);
  const most = ranked.length ? Math.max(view.mentions[ranked[0].id], 1) : 1;
  return [
    el('h2', { class: 'name' }, '概览'),
    el('p', { class: 'quiet' }, '点击实体，看它的别名、共现对象和原文；点击连线，看同时提到两者的句子；双击实体，只看它的邻域。'),
    ranked.length ? el('h3', null, '提及最多的实体') : null,
    ranked.map((node) => bar(node, view.mentions[node.id], most, `查看 ${fullName(node)}`, () => select({ node: node.id }, { move: true }))),
    el('h3', null, '关于本页'),
    el('div', { class: 'quiet said' }, META.notes.map((note) => el('p', null, note))),
  ];
}

/** Fill the panel and bring it to the front. */
function showDetail() {
  const chosen = state.selected;
  let parts;
  if (chosen?.node !== undefined) parts = nodeDetail(NODES[chosen.node]);
  else if (chosen) parts = edgeDetail(EDGES[chosen.edge]);
  else parts = generalDetail();
  byId('detail').replaceChildren(...parts.flat(2).filter(Boolean));
  byId('detail').scrollTop = 0;
  if (chosen) showTab('detail');
}
