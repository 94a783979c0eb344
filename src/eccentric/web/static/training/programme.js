// Weeks are fetched when they are opened; a session is dragged to another day, by its name with a mouse, by its grip with a finger.
// The same form as the "Move" buttons does the moving.
const form = document.getElementById("drop");
const STARTS_PX = 6, EDGE_PX = 64, SCROLL_PX = 14;
let drag = null;

async function fill(week) {
  const number = week.dataset.week;
  delete week.dataset.week;
  const answer = await fetch(`?week=${number}`, { headers: { "X-Requested-With": "fetch" } }).catch(() => null);
  if (!answer?.ok || answer.redirected) { week.dataset.week = number; return; }  // the link inside still leads there
  const body = document.createElement("div");
  body.innerHTML = await answer.text();
  week.replaceChildren(week.querySelector("summary"), ...body.childNodes);
}
for (const week of document.querySelectorAll(".week[data-week]")) {
  week.addEventListener("toggle", () => { if (week.open && week.dataset.week) fill(week); });
}

const day = (event) => document.elementFromPoint(event.clientX, event.clientY)?.closest(".grid > li:not([data-past])");

function over(target) {
  for (const each of document.querySelectorAll(".grid > [data-over]")) if (each !== target) delete each.dataset.over;
  if (target) target.dataset.over = "";
}

function end() {
  over(null);
  if (!drag) return;
  drag.held.style.translate = "";
  delete drag.held.dataset.carried;
  drag = null;
}

document.addEventListener("pointerdown", (event) => {
  const handle = event.target.closest(event.pointerType === "mouse" ? ".held > .slot > summary" : ".grip");
  const held = handle?.closest(".held[data-session]");
  if (held && event.button === 0) drag = { held, x: event.pageX, y: event.pageY, moves: false };
});
document.addEventListener("pointermove", (event) => {
  if (!drag) return;
  const right = event.pageX - drag.x, down = event.pageY - drag.y;
  if (!drag.moves && Math.hypot(right, down) < STARTS_PX) return;
  drag.moves = true;
  drag.held.dataset.carried = "";
  drag.held.style.translate = `${right}px ${down}px`;
  over(day(event));
  if (event.clientY < EDGE_PX) scrollBy(0, -SCROLL_PX);
  if (event.clientY > innerHeight - EDGE_PX) scrollBy(0, SCROLL_PX);
});
document.addEventListener("pointerup", (event) => {
  if (drag?.moves) {
    const still = (click) => click.preventDefault();  // the click that ends a drag doesn't open the session
    addEventListener("click", still, { capture: true, once: true });
    setTimeout(() => removeEventListener("click", still, { capture: true }));
    const target = day(event);
    if (target && !target.contains(drag.held)) {
      form.elements.session.value = drag.held.dataset.session;
      form.elements.day.value = target.dataset.day;
      form.submit();
      return;
    }
  }
  end();
});
document.addEventListener("pointercancel", end);
document.addEventListener("keydown", (event) => { if (event.key === "Escape") end(); });

const feed = document.getElementById("feed");
feed?.addEventListener("focus", () => feed.select());
