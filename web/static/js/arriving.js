// What was stated is taken in within a second or two: the page is asked again until it knows it.
const waiting = document.querySelector("[data-arriving]");
let left = 20;

const look = async () => {
  left -= 1;
  const answer = await fetch(location.href, { headers: { accept: "text/html" } });
  const page = answer.ok ? await answer.text() : "";
  if (page && !page.includes("data-arriving")) location.reload();
  else if (left > 0) setTimeout(look, 1000);
};

if (waiting) setTimeout(look, 700);
