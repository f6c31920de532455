/* The table of a class: sorted by any column, and searched by name. Without this script it is a plain table. */
(() => {
  "use strict";
  const table = document.querySelector("table.class");
  if (!table) return;
  const body = table.tBodies[0];
  const rows = [...body.rows];
  const heads = [...table.tHead.rows[0].cells];
  const find = document.getElementById("find");
  const only = document.getElementById("only");
  const found = document.getElementById("found");
  const language = new Intl.Collator(undefined, { numeric: true, sensitivity: "base" });

  /** What a cell is sorted by: a number, or null where it has none; names as text. */
  function value(row, column, kind) {
    const cell = row.cells[column];
    if (kind === "text") return cell.textContent.trim();
    return cell.dataset.value === "" ? null : Number(cell.dataset.value);
  }

  /** Rows without a value stay at the end in both directions; equal ones keep their order. */
  function sort(column, down) {
    const kind = heads[column].dataset.sort;
    const sign = down ? -1 : 1;
    const ordered = rows.map((row, place) => ({ row, place, value: value(row, column, kind) })).sort((a, b) => {
      if (a.value === null || b.value === null) return (a.value === null) - (b.value === null) || a.place - b.place;
      const order = kind === "text" ? language.compare(a.value, b.value) : a.value - b.value;
      return sign * order || a.place - b.place;
    });
    body.append(...ordered.map(({ row }) => row));
    heads.forEach((head) => head.removeAttribute("aria-sort"));
    heads[column].setAttribute("aria-sort", down ? "descending" : "ascending");
  }

  function filter() {
    const asked = find.value.trim().toLocaleLowerCase();
    let shown = 0;
    for (const row of rows) {
      const named = row.cells[0].textContent.toLocaleLowerCase().includes(asked);
      row.hidden = !named || Boolean(only?.checked && !("look" in row.dataset));
      shown += !row.hidden;
    }
    found.textContent = shown === rows.length ? "" : `${shown} of ${rows.length}`;
  }

  heads.forEach((head, column) => {
    if (!head.textContent.trim()) return;
    const button = document.createElement("button");
    button.type = "button";
    button.textContent = head.textContent;
    head.replaceChildren(button);
    button.addEventListener("click", () => {
      const before = head.getAttribute("aria-sort");
      sort(column, before ? before === "ascending" : head.dataset.sort === "number" && column === heads.length - 1);
    });
  });
  find.addEventListener("input", filter);
  only?.addEventListener("change", filter);
  document.querySelector(".tools").hidden = false;
})();
