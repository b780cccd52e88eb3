// The plan that is open follows the plan as it changes: the same page is asked for again, and the parts marked
// data-live are put in place of the old ones; never a part in which somebody types or has the focus.
const line = document.getElementById("live-say");
let source = null, moment = line?.dataset.moment, asking = false, waiting = false;

const isTyped = (field) =>
  ["checkbox", "radio"].includes(field.type) ? field.checked !== field.defaultChecked : field.value !== field.defaultValue;
const isBusy = (part) =>
  part.contains(document.activeElement) || part.querySelector("dialog[open]") !== null ||
  [...part.querySelectorAll("input, textarea")].some(isTyped);

const put = (old, part) => {
  const across = [...old.querySelectorAll(".scroll")].map((each) => each.scrollLeft);
  const fresh = document.importNode(part, true);
  old.replaceWith(fresh);
  [...fresh.querySelectorAll(".scroll")].forEach((each, at) => { each.scrollLeft = across[at] ?? 0; });
};

const follow = async () => {
  if (asking) { waiting = true; return; }
  asking = true;
  waiting = false;
  try {
    const answer = await fetch(location.href, { headers: { "x-live": "1" } });
    if (!answer.ok) { stop(); return; }
    const page = new DOMParser().parseFromString(await answer.text(), "text/html");
    const parts = [...document.querySelectorAll("[data-live]")];
    if (parts.some((part) => !page.getElementById(part.id))) { location.reload(); return; }
    const held = parts.filter(isBusy);
    for (const part of parts) if (!held.includes(part)) put(part, page.getElementById(part.id));
    moment = page.getElementById("live-say").dataset.moment;
    line.textContent = held.length ? line.dataset.waits : line.dataset.new;
    if (held.length) document.addEventListener("focusout", () => setTimeout(follow, 200), { once: true });
  } catch { /* the stream tells again when the server is back */ } finally {
    asking = false;
    if (waiting) follow();
  }
};

const begin = () => {
  if (source || !line) return;
  source = new EventSource(line.dataset.stream);
  source.addEventListener("plan", (event) => { if (event.data !== moment) follow(); });
  source.addEventListener("over", stop);
};
const stop = () => { source?.close(); source = null; };

// A browser has few connections to one host: a page that nobody sees gives its own back.
document.addEventListener("visibilitychange", () => (document.hidden ? stop() : begin()));
begin();
