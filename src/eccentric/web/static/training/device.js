// What the phone can do: stay awake, buzz, and keep the app.
let lock;

async function awake() {
  try {
    lock = await navigator.wakeLock?.request("screen");
  } catch { /* battery saver, or the page is hidden: the screen may sleep */ }
}

export function stayAwake() {
  if (!lock) awake();
}

document.addEventListener("visibilitychange", () => {
  if (!document.hidden && lock) awake();
});

export function buzz(pattern) {
  if (matchMedia("(prefers-reduced-motion: reduce)").matches) return;
  navigator.vibrate?.(pattern);
}

// Keeps the app for use without a connection; browsers allow it over HTTPS and on the machine itself only.
export async function install(url) {
  if (!navigator.serviceWorker) return false;
  await navigator.serviceWorker.register(url, { scope: "/" });
  navigator.storage?.persist?.();
  return true;
}

// A UUID of version 7: sorted by time, made here so that a set sent twice is one set.
export function newId() {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  let now = Date.now();
  for (let place = 5; place >= 0; place -= 1) { bytes[place] = now % 256; now = Math.floor(now / 256); }
  bytes[6] = (bytes[6] & 0x0f) | 0x70;
  bytes[8] = (bytes[8] & 0x3f) | 0x80;
  const hex = [...bytes].map((byte) => byte.toString(16).padStart(2, "0")).join("");
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-${hex.slice(12, 16)}-${hex.slice(16, 20)}-${hex.slice(20)}`;
}
