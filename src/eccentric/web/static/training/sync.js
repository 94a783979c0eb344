// Sends what waits, in order, until nothing waits. Sending twice is harmless: the server knows every record by its id.
import { putAside, sent, waiting } from "./store.js";

const RETRY_MS = 15_000;
let timer;

function token() {
  return document.cookie.match(/(?:^|; )csrftoken=([^;]+)/)?.[1] ?? "";
}

async function post(url, member, changes) {
  const abort = new AbortController();
  const limit = setTimeout(() => abort.abort(), 20_000);
  try {
    return await fetch(url, {
      method: "POST",
      signal: abort.signal,
      headers: { "Content-Type": "application/json", "X-CSRFToken": token() },
      body: JSON.stringify({ member, changes }),
    });
  } finally {
    clearTimeout(limit);
  }
}

// Returns {left, trouble}: how many changes wait, and why (null, "offline", "sign-in", "busy").
export async function flush(url, member) {
  clearTimeout(timer);
  const work = () => flushed(url, member);
  const answer = navigator.locks ? await navigator.locks.request("eccentric-sync", work) : await work();
  if (answer.left && answer.trouble !== "sign-in") timer = setTimeout(() => document.dispatchEvent(new Event("sync-again")), RETRY_MS);
  return answer;
}

async function flushed(url, member) {
  for (;;) {
    const batch = await waiting(member);
    if (!batch.length) return { left: 0, trouble: null };
    let response;
    try {
      response = await post(url, member, batch.map(([, change]) => change));
    } catch {
      return { left: batch.length, trouble: "offline" };
    }
    if (response.ok) {
      await sent(batch.map(([key]) => key));
    } else if (response.status === 422 || response.status === 400) {
      await oneByOne(url, member, batch);
    } else {
      return { left: batch.length, trouble: [401, 403, 409].includes(response.status) ? "sign-in" : "busy" };
    }
  }
}

// One of them can't be read: send each by itself, and put aside those that can't.
async function oneByOne(url, member, batch) {
  for (const [key, change] of batch) {
    const response = await post(url, member, [change]);
    if (response.ok) await sent([key]);
    else if (response.status === 422 || response.status === 400) await putAside(member, key, change, await response.text());
    else return;
  }
}
