// The page of an analysis under way: follows server-sent events, or asks every two seconds where they do not come through.
const place = document.querySelector("#waiting");
const full = place.querySelector(".full");
const words = place.querySelector("[role=status]");
const bar = place.querySelector("progress");
let shown = "";

function show(now) {
  if (now.ended) {
    location.reload();
    return;
  }
  full.setAttribute("height", String(22 * now.share));
  bar.value = now.share;
  const said = now.words.startsWith("Watching: frame") ? `Watching: ${Math.round(now.share * 125)} %.` : now.words;
  if (said !== shown) words.textContent = shown = said;
}

async function ask() {
  const answer = await fetch(place.dataset.progress, { headers: { accept: "application/json" } }).catch(() => null);
  if (answer && answer.ok) show(await answer.json());
  else if (answer && answer.status === 404) location.reload();
  setTimeout(ask, 2000);
}

if ("EventSource" in window) {
  const stream = new EventSource(place.dataset.events);
  let broke = 0;
  stream.addEventListener("message", (event) => {
    broke = 0;
    show(JSON.parse(event.data));
  });
  stream.addEventListener("error", () => {
    broke += 1;
    if (broke > 3) {
      stream.close();
      ask();
    }
  });
} else {
  ask();
}
