// Muscle curves: a slider along the lowering moves the person and a line over every plot, and says what is there.
class MuscleCurves extends HTMLElement {
  connectedCallback() {
    this.curves = JSON.parse(document.getElementById(this.dataset.curves).textContent);
    this.slider = this.querySelector("input");
    this.said = this.querySelector("output");
    this.figure = this.querySelector("[data-figure]");
    this.slider.max = this.curves.angle.length - 1;
    this.slider.addEventListener("input", () => this.show());
    this.querySelector(".scrub").hidden = false;
    this.classList.add("live");
    this.show();
  }

  show() {
    const { joint, angle, torque, muscles } = this.curves;
    const at = Number(this.slider.value);
    for (const plot of this.querySelectorAll(".plot")) {
      const x = Number(plot.dataset.left) + (Number(plot.dataset.width) * at) / (angle.length - 1);
      const line = plot.querySelector(".now");
      line.setAttribute("x1", x);
      line.setAttribute("x2", x);
    }
    const way = Math.round((10 * (angle[at] - angle[0])) / (angle[angle.length - 1] - angle[0] || 1));
    const theme = document.documentElement.dataset.theme ?? "";
    const shown = `${this.figure.dataset.figure}?way=${way}&theme=${theme}`;
    if (this.figure.getAttribute("src") !== shown) this.figure.src = shown;
    const lengths = muscles.map((muscle) => `${muscle.name} ${muscle.length[at].toFixed(2)}`).join(", ");
    const load = torque[at] === null ? "" : ` The load asks ${torque[at]} Nm.`;
    const words = `${joint[0].toUpperCase()}${joint.slice(1)} at ${angle[at]}°.${load}`;
    this.said.textContent = `${words} Length: ${lengths}.`;
    this.slider.setAttribute("aria-valuetext", words);
  }
}
customElements.define("muscle-curves", MuscleCurves);
