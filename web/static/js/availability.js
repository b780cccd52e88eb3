// The grid of months: arrows move between them, a value is copied forward without a round trip.
const inputs = [...document.querySelectorAll(".avail input[inputmode]")];
const note = document.getElementById("note");

for (const [at, input] of inputs.entries()) {
  input.addEventListener("input", () => { note.textContent = note.dataset.changed; });
  input.addEventListener("keydown", (event) => {
    const to = inputs[at + ({ ArrowDown: 1, ArrowUp: -1 }[event.key] ?? NaN)];
    if (!to) return;
    event.preventDefault();
    to.focus();
    to.select();
  });
}
for (const button of document.querySelectorAll("[data-copy-down]")) {
  button.addEventListener("click", (event) => {
    event.preventDefault();
    const from = inputs.findIndex((input) => input.id === button.dataset.copyDown);
    const later = inputs.slice(from + 1);
    for (const input of later) input.value = inputs[from].value;
    note.textContent = note.dataset.copied.replace("%n", later.length);
  });
}
