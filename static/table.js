/* A block of cells that is pasted into one cell fills those beside and below it. The page
   works without it. */
"use strict";

(() => {
  const sheet = document.getElementById("sheet");
  if (!sheet) return;

  sheet.addEventListener("paste", (event) => {
    const from = event.target.name?.match(/^cell-(\d+)-(\d+)$/);
    const text = event.clipboardData?.getData("text/plain") || "";
    if (!from || !/[\t\n]/.test(text.trim())) return;
    event.preventDefault();
    text.replace(/\r?\n$/, "").split(/\r?\n/).forEach((line, down) => {
      line.split("\t").forEach((cell, right) => {
        const field = sheet.elements[`cell-${Number(from[1]) + down}-${Number(from[2]) + right}`];
        if (field) field.value = cell.trim();
      });
    });
  });
})();
