// The pacer: the bar fills over the lowering and empties over the lift, a tick for each second, repetitions counted.
import { buzz, stayAwake } from "./device.js";

const LEAD_S = 3;
const COME_BACK_S = 2;
const TONE = { eccentric: 330, concentric: 660 };
const still = matchMedia("(prefers-reduced-motion: reduce)");

// The phases of one repetition in the order in which the exercise goes through them; a pause without time is left out.
export function phases(tempo, begins, longer = "Lower", shorter = "Lift") {
  const [lower, long, lift, short] = tempo.split("-").map(Number);
  const down = [{ kind: "eccentric", word: longer, seconds: lower }, { kind: "pause", word: "Pause", seconds: long }];
  const up = lift > 0 ? { kind: "concentric", word: shorter, seconds: lift } : { kind: "pause", word: "Come back", seconds: COME_BACK_S };
  const top = [up, { kind: "pause", word: "Pause", seconds: short }];
  return (begins === "lengthened" ? [...top, ...down] : [...down, ...top]).filter((phase) => phase.seconds > 0);
}

// Where a set is after some seconds: the repetition (from 0), the phase, and how far it is through it.
export function place(seconds, cycle) {
  const whole = cycle.reduce((sum, phase) => sum + phase.seconds, 0);
  const rep = Math.floor(seconds / whole);
  let within = seconds - rep * whole;
  const phase = cycle.find((each) => within < each.seconds || ((within -= each.seconds), false)) ?? cycle.at(-1);
  return { rep, phase, within: Math.min(within, phase.seconds) };
}

let sound;
function tick(kind) {
  if (!sound || !TONE[kind]) return;
  const tone = sound.createOscillator();
  const loud = sound.createGain();
  tone.frequency.value = TONE[kind];
  loud.gain.setValueAtTime(0.25, sound.currentTime);
  loud.gain.exponentialRampToValueAtTime(0.001, sound.currentTime + 0.09);
  tone.connect(loud).connect(sound.destination);
  tone.start();
  tone.stop(sound.currentTime + 0.1);
}

function show(face, now, wanted) {
  const { rep, phase, within } = now;
  const at = still.matches ? Math.floor(within) : within;
  const share = phase.kind === "eccentric" ? at / phase.seconds : phase.kind === "concentric" ? 1 - at / phase.seconds : Number(face.full.getAttribute("height")) > 11 ? 1 : 0;
  face.dialog.dataset.phase = phase.kind;
  face.full.setAttribute("height", (22 * share).toFixed(2));
  face.word.textContent = phase.word;
  face.number.textContent = String(Math.floor(within) + 1);
  face.reps.textContent = wanted ? `Repetition ${rep + 1} of ${wanted}` : `Repetition ${rep + 1}`;
}

function run(face, cycle, wanted) {
  const from = performance.now() + LEAD_S * 1000;
  let told = "";
  let frame = 0;
  const step = () => {
    const seconds = (performance.now() - from) / 1000;
    if (seconds < 0) face.number.textContent = String(Math.ceil(-seconds));
    else {
      const now = place(seconds, cycle);
      const second = `${now.rep} ${now.phase.word} ${Math.floor(now.within)}`;
      if (second !== told) {
        tick(now.phase.kind);
        if (now.within < 0.5) buzz([40]);
        told = second;
      }
      show(face, now, wanted);
    }
    frame = requestAnimationFrame(step);
  };
  step();
  return () => { cancelAnimationFrame(frame); return Math.max(0, place(Math.max(0, (performance.now() - from) / 1000), cycle).rep); };
}

function setUpSound(button) {
  button.onclick = () => {
    const on = button.getAttribute("aria-pressed") !== "true";
    button.setAttribute("aria-pressed", String(on));
    button.textContent = on ? "Ticks on" : "Ticks off";
    sound = on ? new AudioContext() : undefined;
  };
  if (button.getAttribute("aria-pressed") === "true") sound ??= new AudioContext();
}

export function setUpPace(button, form) {
  button.hidden = false;
  button.addEventListener("click", () => {
    const dialog = document.getElementById("pace");
    const face = { dialog, full: dialog.querySelector(".full"), word: dialog.querySelector(".word"), number: dialog.querySelector(".number"), reps: dialog.querySelector("[data-reps]") };
    dialog.querySelector("#pace-name").textContent = button.closest("details").querySelector(".name").textContent;
    delete dialog.dataset.phase;
    face.word.textContent = "Get ready";
    face.reps.textContent = "";
    face.full.setAttribute("height", button.dataset.begins === "lengthened" ? "22" : "0");
    stayAwake();
    setUpSound(dialog.querySelector("[data-sound]"));
    dialog.showModal();
    const stop = run(face, phases(button.dataset.pace, button.dataset.begins, button.dataset.longer, button.dataset.shorter), Number(form.elements.reps?.value));
    dialog.querySelector("[data-stop]").onclick = () => dialog.close();
    dialog.querySelector("[data-stop]").focus();
    dialog.onclose = () => {
      const reps = stop();
      if (reps > 0 && form.elements.reps) {
        form.elements.reps.value = reps;
        form.dispatchEvent(new Event("input", { bubbles: true }));
      }
      form.querySelector("[data-done]").focus();
    };
  });
}
