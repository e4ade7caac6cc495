// Search with suggestions: by name, alias, pinyin, initials; keys of an input method are left to it.
const plain = (text) => text.normalize('NFKC').toLowerCase().replace(/[\s·•.'’-]/g, '');
const SEARCHED = NODES.map((node) => ({ node, name: plain(node.label), aliases: node.aliases.map(plain) }));
const SUGGESTIONS = 12;
const suggested = { rows: [], at: -1 };

/** How well an entity answers: 0 best, null not at all; with the alias that did. */
function answer({ node, name, aliases }, asked) {
  if (name === asked) return [0];
  const exact = aliases.indexOf(asked);
  if (exact >= 0) return [1, node.aliases[exact]];
  if (name.startsWith(asked)) return [2];
  const begins = aliases.findIndex((alias) => alias.startsWith(asked));
  if (begins >= 0) return [3, node.aliases[begins]];
  if (name.includes(asked)) return [4];
  const holds = aliases.findIndex((alias) => alias.includes(asked));
  if (holds >= 0) return [5, node.aliases[holds]];
  if (node.mark && plain(fullName(node)).replace(/[（()）]/g, '').includes(asked.replace(/[()（）]/g, ''))) return [5];
  if (node.pinyin.includes(asked)) return [6];
  return node.pinyin.some((key) => key.startsWith(asked)) ? [7] : null;
}

function find(text) {
  const asked = plain(text);
  if (!asked) return [];
  const found = [];
  for (const entry of SEARCHED) {
    const [rank, via] = answer(entry, asked) ?? [];
    if (rank !== undefined) found.push({ node: entry.node, rank, via });
  }
  return found.sort((a, b) => a.rank - b.rank || a.node.id - b.node.id).slice(0, SUGGESTIONS);
}

const box = byId('search');
const found = byId('found');

function option({ node, via }, i) {
  const take = (event) => {
    event.preventDefault(); // the field keeps the focus
    pick(i);
  };
  return el(
    'li', { role: 'option', id: `found-${i}`, 'aria-selected': String(i === suggested.at), onmousedown: take },
    glyph(node.shape, kindColour(node)),
    named(node),
    via ? el('span', { class: 'via' }, `（${via}）`) : null,
    el('small', null, `${kindOf(node).word} ${node.mentions}`),
  );
}

function suggest() {
  const asked = box.value.trim() !== '';
  suggested.rows = find(box.value);
  suggested.at = suggested.rows.length ? 0 : -1;
  found.replaceChildren(...suggested.rows.map(option));
  if (asked && !suggested.rows.length) found.append(el('li', { role: 'option', 'aria-disabled': 'true', 'aria-selected': 'false' }, '没有匹配的实体'));
  openSuggestions(asked);
}

function openSuggestions(open) {
  found.hidden = !open;
  box.setAttribute('aria-expanded', String(open));
  if (open && suggested.at >= 0) box.setAttribute('aria-activedescendant', `found-${suggested.at}`);
  else box.removeAttribute('aria-activedescendant');
}

function step(by) {
  const { length } = suggested.rows;
  if (!length) return;
  suggested.at = (suggested.at + by + length) % length;
  [...found.children].forEach((item, i) => item.setAttribute('aria-selected', String(i === suggested.at)));
  found.children[suggested.at].scrollIntoView({ block: 'nearest' });
  openSuggestions(true);
}

function pick(i) {
  const chosen = suggested.rows[i];
  if (!chosen) return;
  box.value = chosen.node.label;
  openSuggestions(false);
  select({ node: chosen.node.id }, { move: true });
}

box.addEventListener('input', suggest);
box.addEventListener('focus', () => box.value && suggest());
box.addEventListener('blur', () => openSuggestions(false));
box.addEventListener('keydown', (event) => {
  if (event.isComposing || event.keyCode === 229) return;
  const act = {
    ArrowDown: () => step(1),
    ArrowUp: () => step(-1),
    Enter: () => pick(suggested.at),
    Escape: () => {
      if (box.value) {
        box.value = '';
        suggest();
      } else {
        box.blur();
      }
    },
  }[event.key];
  if (!act) return;
  event.preventDefault();
  event.stopPropagation();
  act();
});
