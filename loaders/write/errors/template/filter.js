// Light or dark as the system is, and the list narrowed to the kinds and types that are ticked.
const system = matchMedia('(prefers-color-scheme: dark)');
const shade = () => { document.documentElement.dataset.theme = system.matches ? 'dark' : 'light'; };
system.addEventListener('change', shade);
shade();

const form = document.getElementById('filters');
const items = [...document.querySelectorAll('#errors > li')];
const ticked = (name) => new Set([...form.querySelectorAll(`input[name=${name}]:checked`)].map((box) => box.value));

function filter() {
  const kinds = ticked('kind');
  const types = ticked('type');
  let shown = 0;
  for (const item of items) {
    item.hidden = !(kinds.has(item.dataset.kind) && item.dataset.types.split(' ').some((type) => types.has(type)));
    if (!item.hidden) shown += 1;
  }
  document.getElementById('status').textContent =
    shown === items.length ? `共 ${items.length} 处错误` : `显示 ${shown} 处，共 ${items.length} 处错误`;
}

form.addEventListener('change', filter);
form.addEventListener('submit', (event) => event.preventDefault());
form.hidden = false;
filter(); // a reloaded page keeps its ticks
document.documentElement.dataset.ready = '';
