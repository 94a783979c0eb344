// Uploading a clip: says at once when it is too large, shows how far it is, and is a plain form without this module.
const form = document.querySelector("#upload");
const clip = form.querySelector("input[type=file]");
const button = form.querySelector("button");
const sending = form.querySelector(".sending");
const words = sending.querySelector("span");
const full = sending.querySelector(".full");

function tooLarge() {
  const most = Number(clip.dataset.mostBytes);
  const file = clip.files[0];
  const large = file && file.size > most;
  clip.setCustomValidity(large ? `This clip has ${Math.round(file.size / 1e6)} MB; the most is ${Math.round(most / 1e6)} MB.` : "");
  return large;
}

clip.addEventListener("change", () => tooLarge() && clip.reportValidity());

form.addEventListener("submit", (event) => {
  event.preventDefault();
  const request = new XMLHttpRequest();
  request.open("POST", form.action);
  request.upload.addEventListener("progress", ({ loaded, total }) => {
    full.setAttribute("height", String((22 * loaded) / total));
    const percent = Math.round((100 * loaded) / total);
    const said = percent < 100 ? `Sending, ${Math.floor(percent / 10) * 10} %` : "Sent. Opening it.";
    if (words.textContent !== said) words.textContent = said;
  });
  request.addEventListener("load", () => {
    if (request.responseURL !== form.action && request.status < 400) {
      location.assign(request.responseURL);
      return;
    }
    const page = new DOMParser().parseFromString(request.responseText, "text/html");
    const notice = page.querySelector("#upload .notice, #upload .errors, main .lead");
    failed(request.status === 413 || !notice ? "This clip is too large for this server." : [...page.querySelectorAll("#upload .notice li, #upload .errors li")].map((item) => item.textContent.trim()).join(" ") || notice.textContent.trim());
  });
  request.addEventListener("error", () => failed("The connection broke. Your clip is still on your phone: try again."));
  button.disabled = true;
  sending.hidden = false;
  words.textContent = "Sending";
  request.send(new FormData(form));
});

function failed(reason) {
  button.disabled = false;
  full.setAttribute("height", "0");
  words.textContent = reason;
}
