(() => {
  const film = document.querySelector("video");
  if (!film) return;
  const save = document.querySelector(".save");
  save.href = film.src;
  save.hidden = false;
  const still = matchMedia("(prefers-reduced-motion: reduce)");
  for (const link of document.querySelectorAll("[data-at]")) {
    link.addEventListener("click", () => {
      film.currentTime = Number(link.dataset.at);
      if (!still.matches) film.play();
    });
  }
  for (const plot of document.querySelectorAll("svg.plot")) {
    const line = plot.querySelector(".playhead");
    const [left, right, until] = ["left", "right", "until"].map((name) => Number(plot.dataset[name]));
    const inside = plot.viewBox.baseVal.width - left - right;
    film.addEventListener("timeupdate", () => {
      const x = left + inside * Math.min(1, film.currentTime / until);
      line.setAttribute("x1", x);
      line.setAttribute("x2", x);
      line.removeAttribute("hidden");
    });
  }
})();
