// A set's form, in and out: from its fields to a change, and from a change to words on the page.
import { newId } from "./device.js";

const KG_PER_LB = 0.45359237;
const number = (text) => (text === undefined || text === null || text === "" ? null : Number(String(text).replace(",", ".")));

export function setChange(form) {
  const data = Object.fromEntries(new FormData(form));
  const load = number(data.load);
  const seconds = number(data.seconds);
  const pain = number(data.pain);
  const fields = {
    reps: data.reps === undefined || data.reps === "" ? null : Math.round(number(data.reps)),
    rir: number(data.rir),
    entered_unit: data.unit,
    side: data.side || null,
    notes: data.notes ?? "",
    tempo_asked: data.tempo_asked || null,
    started_at: new Date().toISOString().replace(/\.\d+/, ""),
  };
  if (load !== null) fields.external_load_kg = data.unit === "lb" ? Math.round(load * KG_PER_LB * 1000) / 1000 : load;
  if (seconds !== null) Object.assign(fields, { duration_s: seconds, contraction: "isometric" });
  if (pain !== null && pain >= 0) fields.pain = { during: pain };
  const warmUp = data.kind === "warm-up"; // it has an id of its own for ever: done again after it was taken back, it is the same set
  const entry = JSON.parse(data.entry);
  if (!warmUp) return change("set", newId(), form, { fields, entry });
  fields.kind = "warm-up";
  return change("set", data.id, form, { fields, entry, deleted: false });
}

// A change of a record; ``more`` holds fields, entry, deleted.
export function change(kind, id, form, more) {
  const session = JSON.parse(new FormData(form).get("session"));
  return { kind, id, edited_ms: Date.now(), session, fields: {}, ...more };
}

export function setWords(fields, unit) {
  const parts = [];
  if (fields.side === "left" || fields.side === "right") parts.push(fields.side);
  const kilos = fields.external_load_kg;
  const load = kilos ? `${Number((unit === "lb" ? kilos / KG_PER_LB : kilos).toFixed(unit === "lb" ? 1 : 2))} ${unit} × ` : "";
  if (fields.duration_s && (fields.contraction === "isometric" || !fields.reps)) parts.push(`${fields.duration_s} s held`);
  else parts.push(load ? `${load}${fields.reps ?? 0}` : `${fields.reps ?? 0} repetitions`);
  if (fields.kind === "warm-up") parts.push("warm-up");
  if (fields.rir !== null && fields.rir !== undefined) parts.push(`${fields.rir} left in you`);
  if (fields.pain?.during !== null && fields.pain?.during !== undefined) parts.push(`pain ${fields.pain.during}`);
  return parts.join(", ");
}
