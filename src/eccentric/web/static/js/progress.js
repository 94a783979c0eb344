// Draws the charts of the progress page with uPlot: ink lines told apart by their strokes and named at their ends.
// The lowering alone has a colour. Numbers come from the page's own JSON; the same numbers stand in a table beside each chart.
const DASHES = [[], [10, 5], [2, 4], [12, 4, 2, 4]];
const LABEL_GAP = 16;

const token = (name) => getComputedStyle(document.documentElement).getPropertyValue(name).trim();
const resolved = (name) => {
  const probe = document.createElement("span");
  probe.style.color = `var(${name})`;
  document.body.append(probe);
  const colour = getComputedStyle(probe).color;
  probe.remove();
  return colour;
};

function colours() {
  return { ink: resolved("--ink"), soft: resolved("--soft"), hair: resolved("--hair"), eccentric: resolved("--eccentric"), paper: resolved("--paper") };
}

function lastKnown(values) {
  for (let at = values.length - 1; at >= 0; at -= 1) if (values[at] !== null) return at;
  return -1;
}

const wideEnough = () => matchMedia("(width >= 60rem)").matches;

function roomForNames(chart) {
  if (chart.lines.length === 1 || !wideEnough()) return 8;
  const ctx = document.createElement("canvas").getContext("2d");
  ctx.font = `13px ${token("--face")}`;
  return 16 + Math.max(...chart.lines.map((line) => ctx.measureText(line.name).width));
}

/** The lines' names to the right of their ends, moved apart where they would touch; on a phone a key stands above instead. */
function names(chart, colour) {
  return (plot) => {
    if (chart.lines.length === 1 || !wideEnough()) return;
    const { ctx } = plot;
    const ratio = devicePixelRatio;
    ctx.save();
    ctx.font = `${13 * ratio}px ${token("--face")}`;
    ctx.textBaseline = "middle";
    ctx.textAlign = "left";
    ctx.fillStyle = colour.ink;
    const labels = chart.lines
      .map((line) => ({ line, at: lastKnown(line.y) }))
      .filter(({ at }) => at >= 0)
      .map(({ line, at }) => ({ name: line.name, y: plot.valToPos(line.y[at], "y", true) }))
      .sort((one, other) => one.y - other.y);
    for (let at = 1; at < labels.length; at += 1) labels[at].y = Math.max(labels[at].y, labels[at - 1].y + LABEL_GAP * ratio);
    const over = labels.length ? labels.at(-1).y - (plot.bbox.top + plot.bbox.height) : 0;
    for (const label of labels) ctx.fillText(label.name, plot.bbox.left + plot.bbox.width + 6 * ratio, over > 0 ? label.y - over : label.y);
    ctx.restore();
  };
}

/** Hairlines where a rule draws a bound. */
function bands(chart, colour) {
  return (plot) => {
    const { ctx } = plot;
    ctx.save();
    ctx.strokeStyle = colour.soft;
    ctx.setLineDash([2 * devicePixelRatio, 4 * devicePixelRatio]);
    for (const value of chart.bands) {
      const y = Math.round(plot.valToPos(value, "y", true)) + 0.5;
      ctx.beginPath();
      ctx.moveTo(plot.bbox.left, y);
      ctx.lineTo(plot.bbox.left + plot.bbox.width, y);
      ctx.stroke();
    }
    ctx.restore();
  };
}

function series(line, index, chart, colour) {
  const stroke = line.phase === "eccentric" ? colour.eccentric : colour.ink;
  const bars = chart.kind === "bars";
  return {
    label: line.name,
    stroke,
    fill: bars ? stroke : undefined,
    width: bars ? 0 : 2.5 - 0.25 * Math.min(index, 3),
    dash: bars ? undefined : DASHES[index % DASHES.length],
    spanGaps: true,
    points: { show: !bars, size: 6, fill: stroke, stroke },
    paths: bars ? uPlot.paths.bars({ size: [0.6, 28], align: 0 }) : undefined,
  };
}

function bounds(chart) {
  return (_, low, high) => {
    if (low === null || high === null) return [0, 1];
    const top = Math.max(high, ...chart.bands);
    if (chart.highest !== null) return [0, chart.highest];
    const room = Math.max((top - low) * 0.15, top * 0.04, 0.5);
    return chart.zero ? [0, top + room] : [Math.max(0, low - room), top + room];
  };
}

function padded(chart) {
  const week = 7 * 86400;
  return (_, low, high) => (low === null ? [0, 1] : [low - week / 2, high + week / 2]);
}

function options(chart, place, colour) {
  const font = `13px ${token("--face")}`;
  const axis = { stroke: colour.soft, font, ticks: { show: false } };
  const date = new Intl.DateTimeFormat(document.documentElement.lang, { day: "numeric", month: "short", timeZone: "UTC" });
  return {
    width: place.clientWidth,
    height: Math.max(220, Math.min(340, place.clientWidth * 0.55)),
    tzDate: (seconds) => uPlot.tzDate(new Date(seconds * 1000), "UTC"),
    cursor: { show: false },
    legend: { show: false },
    padding: [16, roomForNames(chart), 0, 0],
    scales: { x: { time: true, range: padded(chart) }, y: { range: bounds(chart) } },
    axes: [
      { ...axis, grid: { show: false }, space: 70, size: 32, values: (_, ticks) => ticks.map((tick) => date.format(new Date(tick * 1000))) },
      { ...axis, grid: { stroke: colour.hair, width: 1 }, size: 56, label: chart.unit, labelFont: font, labelSize: 24, labelGap: 2 },
    ],
    series: [{}, ...chart.lines.map((line, index) => series(line, index, chart, colour))],
    hooks: { draw: [bands(chart, colour), names(chart, colour)] },
  };
}

const drawn = new Map();

function draw(place) {
  const chart = JSON.parse(document.getElementById(place.dataset.chart).textContent);
  drawn.get(place)?.destroy();
  drawn.set(place, new uPlot(options(chart, place, colours()), [chart.x, ...chart.lines.map((line) => line.y)], place));
}

function drawAll() {
  for (const place of document.querySelectorAll("[data-chart]")) draw(place);
}

let wide = 0;
new ResizeObserver(() => {
  if (document.body.clientWidth === wide) return;
  wide = document.body.clientWidth;
  drawAll();
}).observe(document.body);
matchMedia("(prefers-color-scheme: dark)").addEventListener("change", drawAll);
document.fonts?.ready.then(drawAll);
