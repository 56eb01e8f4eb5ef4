"use strict";
// The table of filings, sorted by the heading that is pressed.
for (const head of document.querySelectorAll(".sortable th button")) {
  head.addEventListener("click", () => {
    const cell = head.closest("th"), column = cell.cellIndex, rows = cell.closest("table").tBodies[0];
    const up = cell.getAttribute("aria-sort") !== "ascending";
    const value = row => row.cells[column].dataset.value ?? row.cells[column].textContent;
    const order = (a, b) => value(a).localeCompare(value(b), undefined, { numeric: true }) * (up ? 1 : -1);
    for (const other of cell.parentElement.cells) other.removeAttribute("aria-sort");
    cell.setAttribute("aria-sort", up ? "ascending" : "descending");
    rows.append(...[...rows.rows].sort(order));
  });
}
