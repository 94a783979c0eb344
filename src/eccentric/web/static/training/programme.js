// Drag a session to another day; the same form as the buttons does the moving.
const form = document.getElementById("drop");
let carried = null;

for (const slot of document.querySelectorAll(".slot[draggable]")) {
  slot.addEventListener("dragstart", (event) => {
    carried = slot.dataset.session;
    event.dataTransfer.effectAllowed = "move";
    event.dataTransfer.setData("text/plain", slot.dataset.session);
  });
  slot.addEventListener("dragend", () => { carried = null; });
}
for (const day of document.querySelectorAll(".grid > li:not([data-past])")) {
  day.addEventListener("dragover", (event) => { if (carried) { event.preventDefault(); day.dataset.over = ""; } });
  day.addEventListener("dragleave", () => { delete day.dataset.over; });
  day.addEventListener("drop", (event) => {
    event.preventDefault();
    delete day.dataset.over;
    if (!carried) return;
    form.elements.session.value = carried;
    form.elements.day.value = day.dataset.day;
    form.submit();
  });
}
const feed = document.getElementById("feed");
feed?.addEventListener("focus", () => feed.select());
