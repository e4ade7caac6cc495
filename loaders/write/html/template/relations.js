// What the text says of an entity beyond naming it with others: offices, bodies, places.
const RELATIONS_OF = new Map();
for (const relation of RELATIONS) {
  for (const end of new Set(relation.slice(2, 4))) {
    if (typeof end !== 'number') continue;
    if (!RELATIONS_OF.has(end)) RELATIONS_OF.set(end, []);
    RELATIONS_OF.get(end).push(relation);
  }
}
const RELATIONS_AT_ONCE = 8;

/** One line: the word, the other end (to be clicked where it is on the page), the dates. */
function relationRow(node, [ofA, ofB, a, b, dates]) {
  const [word, other] = a === node.id ? [ofA, b] : [ofB, a];
  const onPage = typeof other === 'number';
  const parts = [el('span', { class: 'word' }, word), onPage ? named(NODES[other]) : el('span', null, other), dates ? el('em', null, dates) : null];
  if (!onPage) return el('div', { class: 'relation' }, parts);
  const choose = () => select({ node: other }, { move: true });
  return el('button', { type: 'button', class: 'relation', title: `查看 ${fullName(NODES[other])}`, onclick: choose }, parts);
}

function relations(node) {
  const found = RELATIONS_OF.get(node.id);
  if (!found) return null;
  const rows = found.map((relation) => () => relationRow(node, relation));
  const box = el('div', { class: 'relations' }, rows.slice(0, RELATIONS_AT_ONCE).map((row) => row()));
  if (rows.length > RELATIONS_AT_ONCE) {
    const all = el('button', { type: 'button', class: 'wide', onclick: () => all.replaceWith(...rows.slice(RELATIONS_AT_ONCE).map((row) => row())) }, `显示全部 ${rows.length} 条`);
    box.append(all);
  }
  return [el('h3', null, '关系', el('span', null, `${found.length} 条`)), box];
}
