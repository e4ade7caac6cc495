// The sentences: unpacked once, when first asked for or when the browser is idle.
let unpacking = null;
const evidence = () => (unpacking ??= unpack());

async function unpack() {
  if (typeof DecompressionStream === 'undefined') {
    throw new Error('浏览器过旧，无法解压证据（需要 Chrome 80、Firefox 113 或 Safari 16.4 以上）');
  }
  const bytes = Uint8Array.from(atob(byId('page-evidence').textContent), (character) => character.charCodeAt(0));
  const stream = new Blob([bytes]).stream().pipeThrough(new DecompressionStream('gzip'));
  const content = await new Response(stream).json();
  const ofNode = NODES.map(() => []);
  content.sentences.forEach(([, , marks], row) => {
    for (let i = 2; i < marks.length; i += 3) if (ofNode[marks[i]].at(-1) !== row) ofNode[marks[i]].push(row);
  });
  document.documentElement.dataset.evidence = 'ready';
  return { ...content, ofNode };
}

const dateOf = (content, row) => content.articles[content.sentences[row][1]][1] ?? '';

function withinDates(content, row) {
  if (wholeTime()) return true;
  const period = META.periods.indexOf(dateOf(content, row).slice(0, META.periods[0].length));
  return period >= state.from && period <= state.to;
}

const LONG = 400; // UTF-16 units; up to here a sentence is shown whole
const AROUND = 120; // shown of a longer one on either side of a chosen name

/** Where one may cut before and behind a place: inside no name and no character of two units. */
function bounds(text, marks, at) {
  for (let i = 0; i < marks.length; i += 3) if (marks[i] < at && at < marks[i + 1]) return marks.slice(i, i + 2);
  return /^[\uD800-\uDBFF][\uDC00-\uDFFF]$/.test(text.slice(at - 1, at + 1)) ? [at + 1, at - 1] : [at, at];
}

/** The stretches to show: the whole, or of a long sentence what stands about the chosen names. */
function stretches(text, marks, chosen) {
  const kept = [];
  for (let i = 0; i < marks.length && text.length > LONG; i += 3) {
    if (!chosen.has(marks[i + 2])) continue;
    const start = bounds(text, marks, Math.max(marks[i] - AROUND, 0))[0];
    const end = bounds(text, marks, Math.min(marks[i + 1] + AROUND, text.length))[1];
    if (kept.length && start <= kept.at(-1)[1] + AROUND) kept.at(-1)[1] = Math.max(end, kept.at(-1)[1]);
    else kept.push([start, end]);
  }
  return kept.length ? kept : [[0, text.length]];
}

/** A sentence with the chosen entities marked and the others to be clicked. */
function sentenceText(content, row, chosen) {
  const [text, , marks] = content.sentences[row];
  const parts = [];
  let end = 0;
  for (const [from, to] of stretches(text, marks, chosen)) {
    let at = from;
    if (at > end) parts.push('…');
    for (let i = 0; i < marks.length; i += 3) {
      const [start, stop, id] = marks.slice(i, i + 3);
      if (start < at || stop > to) continue; // a name inside another, or left out
      const name = text.slice(start, stop);
      parts.push(text.slice(at, start));
      parts.push(chosen.has(id) ? el('mark', null, name) : mentionButton(id, name));
      at = stop;
    }
    parts.push(text.slice(at, to));
    end = to;
  }
  return end < text.length ? [...parts, '…'] : parts;
}

/** A span, not a button element: that would not break over lines. */
function mentionButton(id, name) {
  const choose = () => select({ node: id }, { move: true });
  const onkeydown = (event) => {
    if (event.key !== 'Enter' && event.key !== ' ') return;
    event.preventDefault();
    choose();
  };
  return el('span', { role: 'button', tabindex: 0, class: 'mention', title: `查看 ${fullName(NODES[id])}`, onclick: choose, onkeydown }, name);
}

function citation(content, row) {
  const [headline, date, publication, page, source] = content.articles[content.sentences[row][1]];
  const parts = [headline ? `《${headline}》` : null, date ?? '日期不详', publication, page ? `第 ${page} 版` : null, source];
  return el('cite', null, parts.filter(Boolean).join(' · '));
}

/** One showing: a sentence, or several of one window side by side. */
function showing(content, rows, chosen) {
  const parts = rows.map((row, i) => [i ? el('span', { class: 'gap' }, ' …… ') : null, sentenceText(content, row, chosen)]);
  return el('blockquote', { class: 'evidence' }, el('p', null, parts), citation(content, rows[0]));
}

const AT_ONCE = 15;

/** Fill a box with the showings that `find` picks, the newest first, a few at a time. */
async function showEvidence(box, { find, chosen, total }) {
  box.append(el('p', { class: 'quiet' }, '正在载入证据……'));
  let content;
  try {
    content = await evidence();
  } catch (problem) {
    box.replaceChildren(el('p', { class: 'quiet' }, `证据载入失败：${problem.message}`));
    return;
  }
  const found = find(content).filter((rows) => withinDates(content, rows[0]));
  found.sort((a, b) => dateOf(content, b[0]).localeCompare(dateOf(content, a[0])) || a[0] - b[0]);
  const more = el('button', { type: 'button', class: 'wide', onclick: add });
  const said = total > found.length && wholeTime() ? `收录 ${found.length} 句，共 ${total} 句` : `${found.length} 句`;
  box.replaceChildren(el('h3', null, '证据', el('span', null, said)), more);
  if (!found.length) more.before(el('p', { class: 'quiet' }, wholeTime() ? '没有收录证据句。' : '此日期范围内没有收录证据句。'));
  let shown = 0;
  function add() {
    for (const rows of found.slice(shown, shown + AT_ONCE)) more.before(showing(content, rows, chosen));
    shown = Math.min(shown + AT_ONCE, found.length);
    more.hidden = shown === found.length;
    more.textContent = `再显示 ${Math.min(AT_ONCE, found.length - shown)} 句（还有 ${found.length - shown} 句）`;
  }
  add();
}
