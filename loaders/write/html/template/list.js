// The list: what is shown, as a table that can be sorted; the whole page for who cannot see the drawing.
const COLUMNS = [
  { word: '实体', order: (a, b) => a.label.localeCompare(b.label, 'zh'), up: true },
  { word: '类型', order: (a, b) => a.kind - b.kind || a.id - b.id, up: true },
  { word: '提及', number: true, order: (a, b) => view.mentions[b.id] - view.mentions[a.id] || a.id - b.id },
  { word: '连线', number: true, order: (a, b) => links[b.id] - links[a.id] || a.id - b.id },
];
const ROWS_AT_ONCE = 200;
const listing = { tab: 'detail', column: COLUMNS[2], rows: ROWS_AT_ONCE };
let links = [];

function countLinks() {
  links = new Array(NODES.length).fill(0);
  for (const id of view.edges) {
    links[EDGES[id].from] += 1;
    links[EDGES[id].to] += 1;
  }
}

function head(column) {
  const sorted = column === listing.column;
  const sort = () => {
    Object.assign(listing, { column, rows: ROWS_AT_ONCE });
    showList();
  };
  return el('th', { scope: 'col', class: column.number && 'number', 'aria-sort': sorted && (column.up ? 'ascending' : 'descending') }, el('button', { type: 'button', onclick: sort }, column.word));
}

const row = (node) => el(
  'tr', null,
  el('td', null, el('button', { type: 'button', onclick: () => select({ node: node.id }, { move: true }) }, named(node))),
  el('td', null, kindOf(node).word),
  el('td', { class: 'number' }, String(view.mentions[node.id])),
  el('td', { class: 'number' }, String(links[node.id])),
);

function showList() {
  if (listing.tab !== 'list') return;
  countLinks();
  const nodes = [...view.nodes].map((id) => NODES[id]).sort(listing.column.order);
  const table = el(
    'table', null,
    el('caption', { class: 'quiet' }, `所选条件下的 ${nodes.length} 个实体`),
    el('thead', null, el('tr', null, COLUMNS.map(head))),
    el('tbody', null, nodes.slice(0, listing.rows).map(row)),
  );
  const more = () => {
    listing.rows += ROWS_AT_ONCE;
    showList();
  };
  const rest = nodes.length - listing.rows;
  byId('list').replaceChildren(table, ...(rest > 0 ? [el('button', { type: 'button', class: 'wide', onclick: more }, `再显示（还有 ${rest} 个）`)] : []));
}

function showTab(tab) {
  listing.tab = tab;
  for (const name of ['detail', 'list']) {
    byId(`tab-${name}`).setAttribute('aria-selected', String(name === tab));
    byId(`tab-${name}`).tabIndex = name === tab ? 0 : -1;
    byId(name).hidden = name !== tab;
  }
  showList();
}

function foldSide(folded) {
  byId('side').classList.toggle('folded', folded);
  byId('fold').setAttribute('aria-expanded', String(!folded));
  byId('fold').textContent = folded ? '展开' : '收起';
}

for (const name of ['detail', 'list']) {
  byId(`tab-${name}`).addEventListener('click', () => {
    foldSide(false);
    showTab(name);
  });
  byId(`tab-${name}`).addEventListener('keydown', ({ key }) => {
    if (key !== 'ArrowLeft' && key !== 'ArrowRight') return;
    const next = name === 'detail' ? 'list' : 'detail';
    showTab(next);
    byId(`tab-${next}`).focus();
  });
}
byId('fold').addEventListener('click', () => foldSide(!byId('side').classList.contains('folded')));
afterRefresh.push(showList);
