// The question before the session, answered without a connection in the planner's own words.
export function stopFor(feel, kind, nprs, stops) {
  const stop = stops[kind];
  if (feel !== "hurts" || !stop || (stop.above !== null && nprs <= stop.above)) return null;
  return { ...stop, says: stop.says.replace("77", String(nprs)) };
}

export function answerOf(form, feel, stops) {
  const data = new FormData(form);
  if (feel === "again") return { readiness: null };
  if (feel !== "hurts") return { readiness: { feel } };
  const kind = data.get("kind") ?? "pain";
  const nprs = Number(data.get("nprs") ?? 0);
  const stop = stopFor(feel, kind, nprs, stops);
  const fields = { readiness: { feel, nprs, kind, ...(stop ? { stop } : {}) } };
  if (stop && kind === "one-spot-sudden") fields.pain = { during: nprs, kind };
  return fields;
}
