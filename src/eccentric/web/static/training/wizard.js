// The wizard: the body map ticks the list below it, and the safety screen has one main button at a time.
const bodies = document.querySelector("[data-bodies]");
if (bodies) {
  const box = (region) => document.querySelector(`input[name="${region.dataset.region}"]`);
  const regions = [...bodies.querySelectorAll(".region")];
  const show = () => { for (const region of regions) region.classList.toggle("on", box(region).checked); nothing(); };
  const button = document.querySelector("[data-nothing]");
  const words = button.textContent;
  const nothing = () => { button.textContent = document.querySelector(".sites input[type=checkbox]:checked") ? words : button.dataset.nothing; };
  for (const region of regions) region.addEventListener("click", () => { box(region).checked = !box(region).checked; show(); });
  document.querySelector(".sites").addEventListener("change", show);
  show();
}
const none = document.querySelector("[data-none]");
if (none) {
  const some = document.querySelector("[data-some]");
  const update = () => {
    const ticked = document.querySelectorAll('.questions input:checked:not([value="no"])').length > 0;
    none.hidden = ticked;
    some.classList.toggle("quiet", !ticked);
    some.classList.toggle("big", ticked);
    some.hidden = !ticked;
  };
  document.querySelector(".questions").addEventListener("change", update);
  update();
}
