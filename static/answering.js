/* Answering what an import asks by one key each; every button and link works without. */
"use strict";

document.addEventListener("keydown", (event) => {
  if (!window.footing?.isCommand(event) || event.shiftKey || event.repeat) return;
  const button = document.querySelector(`[data-key="${CSS.escape(event.key)}"]`);
  if (!button) return;
  event.preventDefault();
  button.click();
});
