/* Screening by one key each, the next record without a page load; every button and link
   works without this. htmx swaps the record, this file moves the focus. */
"use strict";

(() => {
  const $ = (selector) => document.querySelector(selector);
  let going = false; // to the next record: a second press is not meant for this one
  const say = (text) => { $("#saved").textContent = text; };

  document.addEventListener("keydown", (event) => {
    if (!window.footing?.isCommand(event) || event.shiftKey || event.repeat || going) return;
    const target = $(`#screening [data-key="${CSS.escape(event.key.toLowerCase())}"]`);
    const isSummary = target?.matches("summary");
    if (!target || (!isSummary && target.closest("details:not([open])"))) return;
    event.preventDefault();
    if (target.matches("input")) target.focus();
    else target.click();
    if (isSummary && target.parentElement.open) target.parentElement.scrollIntoView({ block: "nearest" });
  });

  document.addEventListener("htmx:beforeRequest", () => { going = true; });
  document.addEventListener("htmx:beforeSwap", (event) => {
    if (event.detail.xhr.status !== 422) return;
    event.detail.shouldSwap = true;
    event.detail.isError = false;
  });
  document.addEventListener("htmx:afterSettle", () => {
    going = false;
    say("");
    $("#record-title")?.focus({ preventScroll: true });
    $("#screening").scrollIntoView({ block: "nearest" });
  });
  for (const failed of ["htmx:sendError", "htmx:responseError"]) {
    document.addEventListener(failed, () => {
      going = false;
      say("Not saved: the site does not answer. Try again.");
    });
  }
  if (window.htmx) htmx.config.defaultSettleDelay = 0;
})();
