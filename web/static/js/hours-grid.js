// Hours grid: arrows move between lines, Alt with arrows between months; sums follow; the buttons
// beside it fill the page at once. Without this script the same buttons send the form.
const form = document.querySelector("form[data-hours-grid]");
const cells = [...form.querySelectorAll("input[name^='hours-']")];
const lineOf = (input) => input.name.split("-")[1];
const ofLine = (line) => cells.filter((cell) => lineOf(cell) === line && !cell.readOnly);
const note = form.querySelector("[data-note]");

// Digits in either width; what is no number is left to the server to name.
const amount = (text) => {
  const plain = text.normalize("NFKC").trim();
  const clock = plain.match(/^(\d+):(\d\d)$/) ?? plain.match(/^(\d+)時間(?:(\d+)分)?$/);
  return clock ? Number(clock[1]) + Number(clock[2] ?? 0) / 60 : Number(plain.replaceAll(",", "")) || 0;
};

const sum = (line) => {
  const out = form.querySelector(`[data-sum="${line}"]`);
  const own = cells.filter((cell) => lineOf(cell) === line);
  const total = own.reduce((all, cell) => all + amount(cell.value), 0);
  out.textContent = (Math.round(total * 100) / 100).toLocaleString();
};

const put = (line, inputs, text) => {
  for (const input of inputs) input.value = text;
  sum(line);
  note.textContent = form.dataset.copied.replace("#", String(inputs.length));
};

const beside = (input, event) => {
  const cell = input.closest("td");
  const row = cell.parentElement;
  if (event.altKey) {
    const next = { ArrowRight: cell.nextElementSibling, ArrowLeft: cell.previousElementSibling };
    return next[event.key];
  }
  const rows = { ArrowDown: row.nextElementSibling, ArrowUp: row.previousElementSibling };
  return rows[event.key]?.children[cell.cellIndex];
};

for (const input of cells) {
  input.addEventListener("input", () => {
    sum(lineOf(input));
    note.textContent = form.dataset.unsaved;
  });
  input.addEventListener("keydown", (event) => {
    const target = beside(input, event)?.querySelector("input");
    if (!target) return;
    event.preventDefault();
    target.focus();
    target.select();
  });
}

for (const button of form.querySelectorAll("[data-copy]")) {
  button.addEventListener("click", (event) => {
    event.preventDefault();
    const own = ofLine(button.dataset.copy);
    const first = own.findIndex((cell) => cell.value.trim());
    if (first >= 0) put(button.dataset.copy, own.slice(first + 1), own[first].value);
  });
}

for (const button of form.querySelectorAll("[data-fill]")) {
  button.addEventListener("click", (event) => {
    event.preventDefault();
    const line = button.dataset.fill;
    put(line, ofLine(line), form.elements[`fill-${line}`].value);
  });
}

// Whoever typed before this script came has a sum too.
for (const cell of cells) if (cell.value !== cell.defaultValue) sum(lineOf(cell));
form.querySelector("[data-keys]").hidden = false;
