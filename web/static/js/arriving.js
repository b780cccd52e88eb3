// What was stated is taken in within a second or two, a comparison takes longer: the page is asked again
// until it no longer waits. How far it is is written where it stands, so that nobody loses their place.
const waiting = document.querySelector("[data-arriving]");
const next = waiting && new URL(waiting.dataset.arriving || location.href, location.href).href;
let left = 150;

const follow = (still) => {
  const [said, now] = [waiting.querySelector("p"), still.querySelector("p")];
  if (said && now && said.textContent !== now.textContent) said.textContent = now.textContent;
  const [bar, done] = [waiting.querySelector("progress"), still.querySelector("progress")];
  if (bar && done) bar.value = done.value;
};

const look = async () => {
  left -= 1;
  const answer = await fetch(next, { headers: { accept: "text/html" } });
  const page = answer.ok ? new DOMParser().parseFromString(await answer.text(), "text/html") : null;
  const still = page && page.querySelector("[data-arriving]");
  if (page && !still) next === location.href ? location.reload() : location.replace(next);
  else if (left > 0) {
    if (still) follow(still);
    setTimeout(look, 1000);
  }
};

if (waiting) setTimeout(look, 700);
