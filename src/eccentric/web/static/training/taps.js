// A wet thumb taps twice: nobody does a set in less than this, so a second tap within it is the first one again.
export const AS_ONE_MS = 400;

export function twiceIsOnce(root, buttons) {
  let tapped = -AS_ONE_MS;
  root.addEventListener("click", (event) => {
    if (!event.target.closest(buttons)) return;
    if (event.timeStamp - tapped < AS_ONE_MS) { event.preventDefault(); event.stopPropagation(); }
    tapped = event.timeStamp;
  }, { capture: true });
}
