// Today: log sets with a thumb, with or without a connection. The server's own page is the start; this makes it quick.
import { buzz, install, stayAwake } from "./device.js";
import { setUpPace } from "./pace.js";
import { showPlates } from "./plates.js";
import { answerOf } from "./readiness.js";
import { change, setChange, setWords } from "./sets.js";
import { forgetOld, keep, mine } from "./store.js";
import { flush } from "./sync.js";
import { twiceIsOnce } from "./taps.js";
import { setUpHold, setUpRest, startRest } from "./timers.js";

const root = document.getElementById("session");
const { member, unit, sync } = root.dataset;
const sessionId = JSON.parse(root.dataset.session).id;
const stops = JSON.parse(document.getElementById("stops").textContent);
const exercises = () => [...root.querySelectorAll("details.exercise[data-entry]")];
const state = document.getElementById("state");

// ---- saying and sending
let logged = 0;
async function send() {
  const before = logged;
  const { left, trouble } = await flush(sync, member);
  if (before !== logged) return; // something was logged meanwhile: the send that it began will say how things stand
  const sets = `${left} change${left === 1 ? "" : "s"}`;
  const words = { offline: `No connection: ${sets} kept on this phone.`, "sign-in": `Sign in again to send ${sets}.`, busy: `${sets} waiting to be sent.` };
  state.textContent = left ? words[trouble] : "";
  root.toggleAttribute("data-sent", !left);
  for (const mark of root.querySelectorAll("[data-waiting]")) mark.hidden = !left;
  for (const film of root.querySelectorAll("details[data-camera] .sets > li:not(.soft) [data-film]")) film.hidden = Boolean(left);
}

async function log(one) {
  logged += 1;
  root.removeAttribute("data-sent");
  await keep(member, one);
  send();
}

let undoing;
function offerUndo(words, undo) {
  const bar = document.getElementById("undo");
  bar.querySelector("span").textContent = words;
  const button = bar.querySelector("button");
  button.onclick = () => { bar.hidden = true; undo(); };
  bar.hidden = false;
  clearTimeout(undoing);
  undoing = setTimeout(() => { bar.hidden = true; }, 8000);
}

// ---- one exercise
function slots(exercise) { return Number(exercise.dataset.slots); }
function made(exercise) { return exercise.querySelectorAll(".sets > li:not(.soft)").length; }

function refresh(exercise) {
  const count = made(exercise);
  const finished = exercise.matches("[data-skipped], [data-swapped]") || count >= slots(exercise);
  exercise.toggleAttribute("data-finished", finished);
  exercise.querySelector("[data-count]").textContent = exercise.hasAttribute("data-skipped") ? "skipped" : `${count} of ${slots(exercise)}`;
  exercise.querySelectorAll("[data-marks] > i").forEach((one, at) => one.classList.toggle("on", at < count));
  const sides = exercise.dataset.sides.split(",");
  const form = exercise.querySelector("form.set");
  const side = sides[count % sides.length];
  form.elements.side.value = side;
  const which = count >= slots(exercise) ? "One more set" : `Set ${Math.floor(count / sides.length) + 1}`;
  form.querySelector("[data-which]").textContent = which + (side ? `, ${side} leg` : "");
  doneWords(form);
  overall();
}

function overall() {
  const open = exercises().filter((each) => !each.hidden);
  const all = open.length > 0 && open.every((each) => each.hasAttribute("data-finished"));
  document.getElementById("finish-button").classList.toggle("quiet", !all);
  for (const each of open) each.querySelector("form.set [data-done]").classList.toggle("quiet", !each.open || each.hasAttribute("data-finished"));
}

function doneWords(form) {
  const fields = setChange(form).fields;
  const words = setWords({ ...fields, rir: null, side: null, pain: null }, unit);
  form.querySelector("[data-done]").textContent = form.elements.seconds || fields.reps !== null ? `Done: ${words}` : "Done";
  const plates = form.querySelector("[data-plates]");
  if (plates) showPlates(plates, Number(form.elements.load?.value));
}

function showSet(exercise, one) {
  const list = exercise.querySelector(".sets");
  let row = list.querySelector(`[data-set="${one.id}"]`);
  for (const form of exercise.querySelectorAll("form.warm-up")) if (form.elements.id.value === one.id) form.closest("li").hidden = !one.deleted;
  const warm = exercise.querySelector(".warm");
  if (warm) warm.hidden = !warm.querySelector("li:not([hidden])");
  if (one.deleted) { row?.remove(); return; }
  if (!row) {
    row = document.getElementById("logged").content.firstElementChild.cloneNode(true);
    row.dataset.set = one.id;
    row.classList.toggle("soft", one.fields.kind === "warm-up");
    const film = row.querySelector("[data-film]");
    film.href = film.dataset.of.replace(sessionId, one.id);
    list.append(row);
  }
  const words = setWords(one.fields, unit);
  row.querySelector("[data-words]").textContent = words;
  row.querySelector("[data-undo]").setAttribute("aria-label", `Take back ${words}`);
}

function takeBack(exercise, id) {
  const form = exercise.querySelector("form.set");
  const entry = JSON.parse(exercise.dataset.entry);
  const one = change("set", id, form, { entry, deleted: true });
  showSet(exercise, one);
  refresh(exercise);
  return log(one);
}

function openNext(exercise) {
  const open = exercises().filter((each) => !each.hidden);
  const next = [...open.slice(open.indexOf(exercise)), ...open].find((each) => !each.hasAttribute("data-finished"));
  if (next && next !== exercise) { next.open = true; next.scrollIntoView({ block: "start" }); next.querySelector("summary").focus({ preventScroll: true }); }
  if (!next) {
    const finish = document.getElementById("finish");
    exercise.open = false;
    finish.open = true;
    finish.scrollIntoView({ block: "start" });
    document.getElementById("finish-title").focus({ preventScroll: true });
  }
}

async function done(exercise, form) {
  const one = setChange(form);
  stayAwake();
  buzz(25);
  await log(one);
  showSet(exercise, one);
  for (const chip of form.querySelectorAll("[name=rir]:checked")) chip.checked = false;
  form.elements.notes.value = "";
  form.elements.pain.value = -1;
  form.elements.pain.dispatchEvent(new Event("input"));
  refresh(exercise);
  document.getElementById("said").textContent = `Logged: ${setWords(one.fields, unit)}.`;
  const between = exercise.dataset.sides.includes(",") && made(exercise) % 2 === 1;
  if (!between) startRest(Number(exercise.dataset.rest));
  if (exercise.hasAttribute("data-finished")) openNext(exercise);
}

async function warmedUp(exercise, form) {
  const one = setChange(form);
  stayAwake();
  buzz(25);
  await log(one);
  showSet(exercise, one);
  document.getElementById("said").textContent = `Logged: ${setWords(one.fields, unit)}.`;
  const next = exercise.querySelector(".ramp > li:not([hidden]) button");
  (next ?? exercise.querySelector("form.set [data-done]")).focus();
}

function openFirst() {
  const open = exercises().filter((each) => !each.hidden && !each.hasAttribute("data-finished"));
  if (open.length && !open.some((each) => each.open)) open[0].open = true;
}

// ---- swap and skip
function swapTo(exercise, other, form) {
  const entry = JSON.parse(other.dataset.entry);
  other.hidden = false;
  if (!made(exercise)) exercise.hidden = true;
  exercise.setAttribute("data-swapped", "");
  refresh(exercise);
  exercise.after(other);
  other.open = true;
  other.querySelector("summary").focus();
  refresh(other);
  log(change("entry", entry.id, form, { entry, deleted: false, fields: { skipped: "" } }));
  offerUndo(`${entry.name} instead.`, () => swapBack(other, exercise, form));
}

function swapBack(other, exercise, form) {
  const entry = JSON.parse(other.dataset.entry);
  if (!made(other)) other.hidden = true;
  exercise.removeAttribute("data-swapped");
  exercise.hidden = false;
  exercise.open = true;
  refresh(exercise);
  return log(change("entry", entry.id, form, { entry, deleted: true }));
}

function skip(exercise, form, why) {
  const entry = JSON.parse(exercise.dataset.entry);
  exercise.toggleAttribute("data-skipped", Boolean(why));
  refresh(exercise);
  log(change("entry", entry.id, form, { entry, deleted: false, fields: { skipped: why } }));
  if (why) { offerUndo(`${entry.name} skipped.`, () => skip(exercise, form, "")); openNext(exercise); }
  else exercise.open = true;
}

function changed(event, exercise, form) {
  const button = event.submitter;
  event.preventDefault();
  if (button.dataset.to) swapTo(exercise, document.getElementById(button.dataset.to), form);
  else if (button.dataset.back) swapBack(exercise, exercises().find((each) => JSON.parse(each.dataset.entry).exercise === button.dataset.back), form);
  else skip(exercise, form, button.value);
}

// ---- before and after
function showReady(readiness) {
  const stop = readiness?.stop;
  document.getElementById("ready").hidden = Boolean(readiness) && !stop;
  document.getElementById("ready-form").hidden = Boolean(stop);
  const notice = document.getElementById("stop");
  notice.hidden = !stop;
  document.getElementById("exercises").hidden = Boolean(stop);
  if (!stop) { if (readiness) openFirst(); return; }
  notice.querySelector("[data-says]").textContent = stop.says;
  notice.querySelector("[data-see]").textContent = stop.see ? `See ${stop.see}, ${stop.within}.` : "";
  notice.querySelector("[data-rule]").textContent = stop.rule;
}

async function answered(event) {
  event.preventDefault();
  const fields = answerOf(event.target, event.submitter.value, stops);
  showReady(fields.readiness);
  const focus = fields.readiness?.stop ? document.getElementById("stop") : exercises().find((each) => each.open)?.querySelector("summary");
  focus?.focus({ preventScroll: true });
  (focus?.closest("details") ?? focus)?.scrollIntoView({ block: "start" });
  await log(change("session", sessionId, event.target, { fields }));
}

async function finish(event) {
  event.preventDefault();
  const form = event.target;
  const data = new FormData(form);
  const fields = { finished_at: new Date().toISOString(), notes: data.get("notes") };
  if (data.get("session_rpe") !== null) fields.session_rpe = Number(data.get("session_rpe"));
  if (data.get("minutes")) fields.minutes = Number(data.get("minutes"));
  if (Number(data.get("pain_after")) >= 0) fields.pain = { after: Number(data.get("pain_after")) };
  await keep(member, change("session", sessionId, form, { fields }));
  localStorage.removeItem("rest");
  const { left } = await flush(sync, member);
  if (!left) { location.href = `/today/${sessionId}/after/`; return; }
  state.textContent = "Finished. It is kept on this phone and sent when there is a connection.";
  document.getElementById("finish-button").textContent = "Finished, kept on this phone";
}

// ---- start
function setUp(exercise) {
  const form = exercise.querySelector("form.set");
  form.addEventListener("submit", (event) => { event.preventDefault(); done(exercise, form); });
  form.addEventListener("input", () => doneWords(form));
  for (const button of form.querySelectorAll("[data-by]")) {
    button.addEventListener("click", () => {
      const field = button.parentElement.querySelector("input");
      field.value = Math.max(0, Math.round((Number(field.value || 0) + Number(button.dataset.by)) * 100) / 100);
      doneWords(form);
    });
  }
  for (const hold of form.querySelectorAll("[data-hold]")) setUpHold(hold);
  for (const pace of exercise.querySelectorAll("[data-pace]")) setUpPace(pace, form);
  for (const warm of exercise.querySelectorAll("form.warm-up")) warm.addEventListener("submit", (event) => { event.preventDefault(); warmedUp(exercise, warm); });
  exercise.addEventListener("toggle", overall);
  for (const other of exercise.querySelectorAll("form:not(.set, .warm-up)")) {
    other.addEventListener("submit", (event) => {
      if (event.target.closest(".sets")) return;
      changed(event, exercise, other);
    });
  }
  exercise.querySelector(".sets").addEventListener("click", (event) => {
    const button = event.target.closest("[data-undo]");
    if (!button) return;
    event.preventDefault();
    takeBack(exercise, button.closest("li").dataset.set);
  });
  doneWords(form);
}

for (const range of document.querySelectorAll("input[type=range]")) {
  const output = range.closest(".field").querySelector("output");
  range.addEventListener("input", () => { output.textContent = Number(range.value) < 0 ? "not asked" : range.value; });
}
twiceIsOnce(root, "[data-done], form.warm-up button, #finish-button");
for (const exercise of exercises()) setUp(exercise);
for (const form of root.querySelectorAll("#ready form")) form.addEventListener("submit", answered);
document.getElementById("finish-form").addEventListener("submit", finish);
setUpRest(document.getElementById("rest"));
root.addEventListener("pointerdown", stayAwake, { once: true });
addEventListener("online", send);
document.addEventListener("sync-again", send);
document.addEventListener("visibilitychange", () => document.hidden || send());

// What this phone logged and the page doesn't show, because it is a kept copy or the server hasn't got it yet.
for (const one of await mine(member, sessionId)) {
  const exercise = one.entry && document.getElementById(`e-${one.entry.id}`);
  if (one.kind === "set" && exercise) { showSet(exercise, one); exercise.hidden = false; }
  if (one.kind === "entry" && exercise) {
    exercise.toggleAttribute("data-skipped", Boolean(one.fields.skipped));
    if (one.entry.instead_of) {
      const old = exercises().find((each) => JSON.parse(each.dataset.entry).exercise === one.entry.instead_of);
      old?.toggleAttribute("data-swapped", !one.deleted);
      if (!one.deleted) exercise.hidden = false;
      if (!one.deleted && old && !made(old)) old.hidden = true;
    }
  }
  if (one.kind === "session" && "readiness" in one.fields) showReady(one.fields.readiness);
}
for (const exercise of exercises()) refresh(exercise);
if (document.getElementById("ready").hidden) openFirst();
overall();
forgetOld();
await send();
root.dataset.ready = "";
install(root.dataset.offline).catch(() => {});
