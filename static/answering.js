/* Answering what an import asks by one key each; every button and link works without. */
"use strict";

(() => {
  let going = false; // to the next page: a second press is not meant for this record
  window.addEventListener("pageshow", () => { going = false; });
  document.addEventListener("keydown", (event) => {
    if (!window.footing?.isCommand(event) || event.shiftKey || event.repeat || going) return;
    const button = document.querySelector(`[data-key="${CSS.escape(event.key)}"]`);
    if (!button) return;
    event.preventDefault();
    going = true;
    button.click();
  });
})();
