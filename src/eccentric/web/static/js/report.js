// The report lives in a shadow root: links within it scroll, moments play in the video, the playhead follows.
const report = document.querySelector("form-report");
const root = report.shadowRoot;
const still = matchMedia("(prefers-reduced-motion: reduce)");

if (root) {
  const film = root.querySelector("video");
  root.addEventListener("click", (event) => {
    const link = event.target.closest('a[href^="#"]');
    const target = link && root.getElementById(link.getAttribute("href").slice(1));
    if (!target) return;
    event.preventDefault();
    target.setAttribute("tabindex", "-1");
    target.scrollIntoView({ behavior: still.matches ? "auto" : "smooth" });
    target.focus({ preventScroll: true });
    if (film && link.dataset.at) {
      film.currentTime = Number(link.dataset.at);
      if (!still.matches) film.play();
    }
  });
  if (film) {
    const save = root.querySelector(".save");
    save.href = film.src;
    save.hidden = false;
    for (const plot of root.querySelectorAll("svg.plot")) {
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
  }
}
