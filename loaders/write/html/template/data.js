// What the page holds. A node's id is its rank by mentions; both ids are places in these lists.
const read = (id) => JSON.parse(byId(id).textContent);
const NODES = read('page-nodes');
const EDGES = read('page-edges');
const RELATIONS = read('page-relations'); // [word for a, word for b, a, b, dates]; an end not on the page is a name
const META = read('page-meta');
const SETTINGS = read('page-settings');

const HOME = NODES.map((node) => ({ x: node.x, y: node.y }));
const PLACE = HOME.map((place) => ({ ...place })); // where a node stands now
const NODE_OF_KEY = new Map(NODES.map((node) => [node.key, node]));
const COMMUNITY = new Map(META.communities.map((row) => [row.community, row]));
const EDGES_OF = NODES.map(() => []);
for (const edge of EDGES) {
  EDGES_OF[edge.from].push(edge);
  EDGES_OF[edge.to].push(edge);
}
const EDGE_OF_PAIR = new Map(EDGES.map((edge) => [`${NODES[edge.from].key}\n${NODES[edge.to].key}`, edge]));

const COUNTS = [...new Set(EDGES.map((edge) => edge.count))].sort((a, b) => a - b);
const LAST_PERIOD = Math.max(META.periods.length - 1, 0);

const kindOf = (node) => META.kinds[node.kind];
const otherEnd = (edge, node) => NODES[edge.from === node.id ? edge.to : edge.from];
const fullName = (node) => (node.mark ? `${node.label}（${node.mark}）` : node.label);
const pairName = (edge) => `${fullName(NODES[edge.from])} — ${fullName(NODES[edge.to])}`;

/** The sum of a row [period, count, period, count, …] between two periods. */
function sumBetween(row, from, to) {
  let sum = 0;
  for (let i = 0; i < row.length; i += 2) if (row[i] >= from && row[i] <= to) sum += row[i + 1];
  return sum;
}

/** The same row with a place for every period. */
function everyPeriod(row) {
  const all = new Array(META.periods.length).fill(0);
  for (let i = 0; i < row.length; i += 2) all[row[i]] += row[i + 1];
  return all;
}
