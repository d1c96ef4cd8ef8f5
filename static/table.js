/* A block of cells that is pasted into one cell fills those beside and below it. What is
   typed waits in the browser for its account where a session ended, until it is stored
   or seven days are over. The page works without it. */
"use strict";

(() => {
  const sheet = document.getElementById("sheet");
  if (!sheet) return;

  // ---- what was typed and never stored ----

  const { account, newest, blank } = sheet.dataset;
  const place = `footing-table-${account}${location.pathname}`;
  const KEPT = 7 * 24 * 3600 * 1000;
  const kept = () => {
    try {
      const found = JSON.parse(localStorage.getItem(place) || "null");
      if (!found) return null;
      // Something was stored since, or it is too old: nobody waits for it.
      if (found.newest === newest && Date.now() - found.at < KEPT) return found;
      localStorage.removeItem(place);
    } catch { /* storage is switched off */ }
    return null;
  };
  const keep = () => {
    const fields = [...new FormData(sheet)].filter(([name]) => name !== "csrfmiddlewaretoken");
    try { localStorage.setItem(place, JSON.stringify({ at: Date.now(), newest, fields })); } catch { /* full */ }
  };
  sheet.addEventListener("change", keep);
  sheet.addEventListener("submit", keep);

  const bar = document.getElementById("waiting");
  const found = kept();
  if (found && blank) {
    bar.hidden = false;
    bar.querySelector("[data-drop]").addEventListener("click", () => {
      localStorage.removeItem(place);
      bar.hidden = true;
    });
    bar.addEventListener("submit", () => {
      for (const [name, value] of found.fields) {
        const field = document.createElement("input");
        Object.assign(field, { type: "hidden", name, value });
        bar.append(field);
      }
    });
  }

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
