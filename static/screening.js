/* Screening: the next record without a page load; every button and link works without
   this. htmx swaps the record, this file moves the focus; its keys are keys.js's. */
"use strict";

(() => {
  const $ = (selector) => document.querySelector(selector);
  const say = (text) => { $("#saved").textContent = text; };

  document.addEventListener("htmx:beforeSwap", (event) => {
    if (event.detail.xhr.status !== 422) return;
    event.detail.shouldSwap = true;
    event.detail.isError = false;
  });
  document.addEventListener("htmx:afterSettle", () => {
    say("");
    $("#record-title")?.focus({ preventScroll: true });
    $("#screening").scrollIntoView({ block: "nearest" });
  });
  for (const failed of ["htmx:sendError", "htmx:responseError"]) {
    document.addEventListener(failed, () => { say("Not saved: the site does not answer. Try again."); });
  }
  if (window.htmx) htmx.config.defaultSettleDelay = 0;
})();
