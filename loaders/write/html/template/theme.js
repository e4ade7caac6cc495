// Colours: of the page (from the style sheet), of types, of communities.
const COMMUNITY_LIGHT = ['#4477AA', '#D1495B', '#228833', '#9A7D0A', '#0E86A8', '#AA3377', '#C4622D', '#2E8B74', '#6B6B00', '#7A5BB5'];
const COMMUNITY_DARK = ['#7FB0E6', '#FF8A98', '#5CC66E', '#E3CF5B', '#7AD7F5', '#E07BB8', '#F5A582', '#6ED9BC', '#C9C94A', '#B79CF0'];
const OTHER = '#8a929c'; // communities past the tenth
const EDGE_COLOUR = '#7f8b9a'; // reads on both grounds, so that a change of theme leaves edges alone

const theme = { dark: matchMedia('(prefers-color-scheme: dark)').matches, paper: '', ink: '', quiet: '', accent: '', line: '' };

function readTheme() {
  document.documentElement.dataset.theme = theme.dark ? 'dark' : 'light';
  const style = getComputedStyle(document.documentElement);
  for (const name of ['paper', 'ink', 'quiet', 'accent', 'line']) theme[name] = style.getPropertyValue(`--${name}`).trim();
}

const kindColour = (node) => (theme.dark ? kindOf(node).dark : kindOf(node).light);
const communityColour = (community) => (theme.dark ? COMMUNITY_DARK : COMMUNITY_LIGHT)[community] ?? OTHER;
const colourOf = (node) => (state.colour === 'community' ? communityColour(node.community) : kindColour(node));

/** The communities that have a colour of their own, the largest first. */
const COLOURED = META.communities.filter(({ community }) => community < COMMUNITY_LIGHT.length);

/** A colour thinned with the paper: opaque, so that overlapping strokes do not add up. */
function thinned(colour, share) {
  const parts = (hex) => [1, 3, 5].map((i) => parseInt(hex.slice(i, i + 2), 16));
  const [from, to] = [parts(colour), parts(theme.paper)];
  return `rgb(${from.map((value, i) => Math.round(value * (1 - share) + to[i] * share)).join(',')})`;
}
