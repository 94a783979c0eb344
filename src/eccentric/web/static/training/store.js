// What this phone keeps until the server has it: changes waiting to be sent, and the sets of the last days.
const NAME = "eccentric-training";
const KEPT_MS = 3 * 86400e3;
let opened;

function open() {
  opened ??= new Promise((resolve, reject) => {
    const request = indexedDB.open(NAME, 1);
    request.onupgradeneeded = () => {
      request.result.createObjectStore("waiting", { autoIncrement: true });
      request.result.createObjectStore("mine", { keyPath: "key" });
      request.result.createObjectStore("stuck", { autoIncrement: true });
    };
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error);
  });
  return opened;
}

async function run(stores, mode, work) {
  const database = await open();
  return new Promise((resolve, reject) => {
    const transaction = database.transaction(stores, mode, { durability: "strict" });
    const answer = work(transaction);
    transaction.oncomplete = () => resolve(answer?.result ?? answer);
    transaction.onerror = transaction.onabort = () => reject(transaction.error);
  });
}

// Keep a change, and what it makes of its record, in one transaction: after this it survives a closed browser.
export function keep(member, change) {
  return run(["waiting", "mine"], "readwrite", (transaction) => {
    transaction.objectStore("waiting").add({ member, change });
    const mine = transaction.objectStore("mine");
    const key = `${member} ${change.kind} ${change.id}`;
    const request = mine.get(key);
    request.onsuccess = () => {
      const before = request.result?.change;
      const fields = { ...before?.fields, ...change.fields };
      mine.put({ key, member, session: change.session.id, at: Date.now(), change: { ...before, ...change, fields } });
      transaction.commit(); // at once, also when the page is being closed
    };
  });
}

// The changes that wait, oldest first: [[key, change], ...].
export async function waiting(member, most = 200) {
  const found = [];
  await run(["waiting"], "readonly", (transaction) => {
    transaction.objectStore("waiting").openCursor().onsuccess = (event) => {
      const cursor = event.target.result;
      if (!cursor || found.length >= most) return;
      if (cursor.value.member === member) found.push([cursor.key, cursor.value.change]);
      cursor.continue();
    };
  });
  return found;
}

export function sent(keys) {
  return run(["waiting"], "readwrite", (transaction) => {
    for (const key of keys) transaction.objectStore("waiting").delete(key);
  });
}

// A change that the server will never take is put aside, so that it doesn't hold up the others; it is not thrown away.
export function putAside(member, key, change, why) {
  return run(["waiting", "stuck"], "readwrite", (transaction) => {
    transaction.objectStore("waiting").delete(key);
    transaction.objectStore("stuck").add({ member, change, why, at: Date.now() });
  });
}

// What this phone knows of a session, also what is sent already (the page may be an old copy).
export async function mine(member, session) {
  const all = await run(["mine"], "readonly", (transaction) => transaction.objectStore("mine").getAll());
  return all.filter((each) => each.member === member && each.session === session).map((each) => each.change);
}

export function forgetOld() {
  return run(["mine"], "readwrite", (transaction) => {
    transaction.objectStore("mine").openCursor().onsuccess = (event) => {
      const cursor = event.target.result;
      if (!cursor) return;
      if (Date.now() - cursor.value.at > KEPT_MS) cursor.delete();
      cursor.continue();
    };
  });
}
