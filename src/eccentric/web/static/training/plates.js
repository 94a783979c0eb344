// Which plates go on each side, or where the pin goes.
const PLATES = { kg: [25, 20, 15, 10, 5, 2.5, 1.25], lb: [45, 35, 25, 10, 5, 2.5] };
const BAR = { kg: 20, lb: 45 };
const round = (value) => Math.round(value * 100) / 100;

// The plates of one side, heaviest first, and what is left over because no plate is light enough.
export function sidePlates(load, unit, bar = BAR[unit]) {
  let left = round((load - bar) / 2);
  const found = [];
  for (const plate of PLATES[unit]) {
    while (left >= plate - 1e-9) { found.push(plate); left = round(left - plate); }
  }
  return { found, over: left };
}

// The nearest loads that a stack has, below and above.
export function nearStack(load, facts) {
  const unit = facts.unit === "lb" ? 0.45359237 : 1;
  const kilos = load * unit;
  const weights = facts.weights_kg?.length ? facts.weights_kg : null;
  if (weights) return { below: weights.filter((w) => w <= kilos + 1e-6).at(-1) / unit, above: weights.find((w) => w > kilos + 1e-6) / unit };
  const step = facts.step_kg || 5;
  const low = facts.lowest_kg || 0;
  const below = low + Math.floor((kilos - low) / step + 1e-6) * step;
  return { below: below / unit, above: (below + step) / unit, pin: Math.round((below - low) / step) };
}

export function plateWords(load, facts) {
  if (!(load > 0)) return "";
  if (facts.kind === "bar") {
    const bar = BAR[facts.unit];
    if (load < bar) return `Less than an empty bar of ${bar} ${facts.unit}.`;
    const { found, over } = sidePlates(load, facts.unit);
    const plates = found.length ? `Each side: ${found.join(" + ")} ${facts.unit}` : `The empty bar, ${bar} ${facts.unit}`;
    return `${plates}${over > 0.01 ? `, ${round(2 * over)} ${facts.unit} too light` : found.length ? `, on a bar of ${bar}` : ""}.`;
  }
  const { below, above } = nearStack(load, facts);
  if (Math.abs(below - load) < 0.01) return "";
  return `The stack has ${round(below)} and ${round(above)} ${facts.unit}.`;
}

const SVG = "http://www.w3.org/2000/svg";
function draw(name, attributes) {
  const element = document.createElementNS(SVG, name);
  for (const [key, value] of Object.entries(attributes)) element.setAttribute(key, value);
  return element;
}

// One end of the bar with its plates, the heaviest next to the collar.
function barEnd(plates, unit) {
  const width = 44 + 9 * plates.length;
  const svg = draw("svg", { viewBox: `0 0 ${width} 48`, width, height: 48, class: "bar-end", "aria-hidden": "true" });
  svg.append(draw("path", { d: `M0 24H20M20 24H${width}`, class: "shaft" }), draw("path", { d: "M20 17V31", class: "collar" }));
  plates.forEach((plate, at) => {
    const height = 46 - 5.5 * PLATES[unit].indexOf(plate);
    svg.append(draw("rect", { x: 23 + 9 * at, y: 24 - height / 2, width: 7.5, height, rx: 1 }));
  });
  return svg;
}

export function showPlates(place, load) {
  const facts = JSON.parse(place.dataset.plates);
  const words = document.createElement("span");
  words.textContent = plateWords(load, facts);
  const loaded = facts.kind === "bar" && load >= BAR[facts.unit];
  place.replaceChildren(...(loaded ? [barEnd(sidePlates(load, facts.unit).found, facts.unit)] : []), words);
}
