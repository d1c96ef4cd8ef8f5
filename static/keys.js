/* One key each; the page works without it, for every key presses what is there to press.
   `data-key="u"` on a button, link, field or summary: that key presses it.
   A form `data-rows`: J and K go from one `data-row` to the next, a digit chooses in it,
   N writes why (in the row, else in what is marked data-note), Ctrl Enter presses what
   is marked data-submits. A dialog in `base.html`'s block `keys` lists them. */
"use strict";

(() => {
  const form = document.querySelector("form[data-rows]");
  const isShown = (element) => element.getClientRects().length > 0;

  /* ---- between the rows of a form */
  const rows = () => [...form.querySelectorAll("[data-row]")].filter(isShown);
  const here = () => document.activeElement?.closest("[data-row]");
  const chosen = (row) => row?.querySelector("input:checked") || row?.querySelector("input");

  const go = (step) => {
    const all = rows();
    const at = all.indexOf(here());
    const next = at < 0 ? 0 : Math.min(all.length - 1, Math.max(0, at + step));
    chosen(all[next])?.focus();
  };
  const choose = (digit) => {
    const row = here() || rows()[0];
    const radio = [...row?.querySelectorAll("input[type=radio]") ?? []].filter(isShown)[digit - 1];
    if (!radio) return;
    radio.focus();
    if (!radio.checked) radio.click();
  };
  const note = () => {
    const words = here()?.querySelector("textarea") || form.querySelector("[data-note]");
    words?.classList.add("open");
    words?.focus();
  };
  const acts = (key) => {
    if (/^[1-9]$/.test(key)) choose(Number(key));
    else if (key === "j") go(1);
    else if (key === "k") go(-1);
    else if (key === "n") note();
    else return false;
    return true;
  };

  /* ---- what has a key of its own */
  let leaving = false; // to what comes next: a second press is not meant for this
  const settled = () => { leaving = false; };
  const isDraft = (event) => event.target.closest?.("[data-autosave]");
  window.addEventListener("pageshow", settled);
  document.addEventListener("submit", (event) => { if (!event.defaultPrevented) leaving = true; });
  document.addEventListener("htmx:beforeRequest", (event) => { if (!isDraft(event)) leaving = true; });
  for (const event of ["htmx:afterSettle", "htmx:sendError", "htmx:responseError"]) {
    document.addEventListener(event, settled);
  }

  const press = (key) => {
    const all = [...document.querySelectorAll(`[data-key="${CSS.escape(key)}"]`)];
    const target = all.find((each) => each.matches("summary") || !each.closest("details:not([open])"));
    if (!target) return false;
    if (target.matches("input, select, textarea")) target.focus();
    else target.click();
    if (target.matches('a[href]:not([href^="#"])')) leaving = true;
    const details = target.matches("summary") && target.parentElement;
    if (details?.open) details.scrollIntoView({ block: "nearest" });
    return true;
  };

  document.addEventListener("keydown", (event) => {
    if (form && event.key === "Enter" && (event.ctrlKey || event.metaKey)) {
      event.preventDefault();
      form.requestSubmit(form.querySelector("[data-submits]"));
      return;
    }
    if (!window.footing.isCommand(event) || event.shiftKey || leaving) return;
    const key = event.key.toLowerCase();
    if (form && acts(key) || !event.repeat && press(key)) event.preventDefault();
  });
})();
