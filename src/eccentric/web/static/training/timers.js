// Rest and holds by the clock, not by counting: right again the moment the phone is unlocked.
import { buzz } from "./device.js";

const KEY = "rest";
const clock = (ms) => {
  const s = Math.max(0, Math.ceil(ms / 1000));
  return `${Math.floor(s / 60)}:${String(s % 60).padStart(2, "0")}`;
};

function fill(svg, share) {
  svg?.querySelector(".full")?.setAttribute("height", (22 * Math.min(1, Math.max(0, share))).toFixed(2));
}

export function startRest(seconds) {
  const now = Date.now();
  localStorage.setItem(KEY, JSON.stringify({ from: now, to: now + seconds * 1000 }));
  showRest();
}

export function setUpRest(bar) {
  bar.querySelector("[data-end]").addEventListener("click", () => { localStorage.removeItem(KEY); showRest(); });
  bar.querySelector("[data-more]").addEventListener("click", () => {
    const rest = JSON.parse(localStorage.getItem(KEY) ?? "null");
    if (!rest) return;
    const to = Math.max(rest.to, Date.now()) + 30_000;
    localStorage.setItem(KEY, JSON.stringify({ ...rest, to, told: false }));
    showRest();
  });
  document.addEventListener("visibilitychange", () => document.hidden || showRest());
  showRest();
}

let ticking;
export function showRest() {
  const bar = document.getElementById("rest");
  const rest = JSON.parse(localStorage.getItem(KEY) ?? "null");
  clearTimeout(ticking);
  const stale = !rest || Date.now() - rest.to > 10 * 60_000;
  bar.hidden = stale;
  document.body.classList.toggle("resting", !stale);
  if (stale) { localStorage.removeItem(KEY); return; }
  const left = rest.to - Date.now();
  bar.querySelector("time").textContent = clock(left);
  bar.querySelector(".rest-word").textContent = left > 0 ? "Rest" : "Ready";
  bar.classList.toggle("over", left <= 0);
  fill(bar.querySelector("svg"), 1 - left / (rest.to - rest.from));
  if (left <= 0 && !rest.told) {
    localStorage.setItem(KEY, JSON.stringify({ ...rest, told: true }));
    buzz([120, 80, 120]);
  }
  ticking = setTimeout(showRest, left > 0 ? Math.min(left % 1000 || 1000, 1000) : 5000);
}

// A hold: counts down from the target, goes on counting over it, and writes the seconds held when it is stopped.
export function setUpHold(button) {
  const form = button.closest("form");
  const field = form.elements.seconds;
  const words = button.textContent;
  let from = 0;
  let tick;
  const show = () => {
    const held = (Date.now() - from) / 1000;
    const left = Number(button.dataset.hold) - held;
    button.textContent = left > 0 ? `${Math.ceil(left)} s left · stop` : `${Math.floor(held)} s held · stop`;
    if (left <= 0 && !button.dataset.told) { button.dataset.told = "1"; buzz([200]); }
    tick = setTimeout(show, 200);
  };
  button.addEventListener("click", () => {
    if (from) {
      clearTimeout(tick);
      field.value = Math.round((Date.now() - from) / 1000);
      field.dispatchEvent(new Event("input", { bubbles: true }));
      from = 0;
      delete button.dataset.told;
      button.textContent = words;
      return;
    }
    button.dataset.hold = field.value || button.dataset.hold;
    from = Date.now();
    show();
  });
}
