// Rows as they come. The server sends five a second at most; pausing by the button, by the pointer or by focus
// inside the table keeps them back. The table is no live region: one status line speaks every ten seconds.
const live = document.getElementById("live");
const body = document.getElementById("rows");
const pause = document.getElementById("pause");
const status = document.getElementById("live-say");
const KEPT = 200;
let waiting = [];
let came = 0;
let leftOut = 0;

const held = () => pause.getAttribute("aria-pressed") === "true" || body.matches(":hover") || body.contains(document.activeElement);
const said = (name, n) => live.dataset[name].replace("{n}", String(n));

function show() {
  if (held() || !waiting.length) return;
  for (const row of waiting) {
    if (document.querySelector(`[data-id="${CSS.escape(row.dataset.id)}"]`)) continue;
    body.prepend(row);
    came += 1;
  }
  waiting = [];
  document.querySelector(".empty")?.remove();
  while (body.rows.length > KEPT) body.deleteRow(-1);
}

const source = new EventSource(live.dataset.stream);
source.addEventListener("row", (event) => {
  const made = document.createElement("template");
  made.innerHTML = event.data;
  waiting.push(made.content.querySelector("tr"));
  if (waiting.length > KEPT) { waiting.shift(); leftOut += 1; }
  show();
});
source.addEventListener("left-out", (event) => { leftOut += Number(event.data); });
source.addEventListener("over", () => { source.close(); status.textContent = live.dataset.over; });
source.addEventListener("error", () => {
  if (source.readyState === EventSource.CLOSED) status.textContent = live.dataset.away;
});
addEventListener("pagehide", () => source.close());

pause.hidden = false;
pause.addEventListener("click", () => {
  const on = pause.getAttribute("aria-pressed") !== "true";
  pause.setAttribute("aria-pressed", String(on));
  pause.textContent = on ? live.dataset.goOn : live.dataset.pause;
  show();
});
setInterval(show, 500);
setInterval(() => {
  if (source.readyState === EventSource.CLOSED) return;
  const now = held() ? said("paused", waiting.length) : said("came", came);
  status.textContent = leftOut ? `${now} ${said("leftOut", leftOut)}` : now;
  came = 0;
  leftOut = 0;
}, 10000);
