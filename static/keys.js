/* One key each; the page works without it, for every key presses what is there to press.
   `data-key="u"` on a button, link, field or summary: that key presses it.
   What is marked `data-rows`: J and K go from one `data-row` to the next; in a form a digit
   chooses in it, N writes why (in the row, else in what is marked data-note), Esc leaves
   its field, Ctrl Enter presses what is marked data-submits. `base.html`'s block `keys` lists a page's. A page
   that answers to keys by itself marks its main element `data-own-keys`. */
"use strict";

(() => {
  if (document.querySelector("[data-own-keys]")) return;
  const all = document.querySelector("[data-rows]");
  const form = all?.matches("form") ? all : null;
  const isShown = (element) => element.getClientRects().length > 0;

  /* ---- between the rows of a form */
  // Where a link led to a row, that is where one is: nothing in it has the focus yet.
  const here = () => document.activeElement === document.body
    ? document.querySelector("[data-row]:target")
    : document.activeElement?.closest("[data-row]");
  const chosen = (row) => row?.querySelector("input:checked") || row?.querySelector("input, a[href]");
  const rows = () => [...all.querySelectorAll("[data-row]")].filter((row) => isShown(row) && chosen(row));

  const go = (step) => {
    const shown = rows();
    const at = shown.indexOf(here());
    const next = at < 0 ? 0 : Math.min(shown.length - 1, Math.max(0, at + step));
    chosen(shown[next])?.focus();
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
    if (key === "j") go(1);
    else if (key === "k") go(-1);
    else if (form && /^[1-9]$/.test(key)) choose(Number(key));
    else if (form && key === "n") note();
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
    const keyed = [...document.querySelectorAll(`[data-key="${CSS.escape(key)}"]`)];
    const target = keyed.find((each) => each.matches("summary") || !each.closest("details:not([open])"));
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
    if (form && event.key === "Escape" && event.target.matches("textarea") && here()) {
      chosen(here())?.focus();
      return;
    }
    if (!window.footing.isCommand(event) || event.shiftKey || leaving) return;
    const key = event.key.toLowerCase();
    // What is unfolded, as a choice of reasons, comes before the rows.
    if (!event.repeat && press(key) || all && acts(key)) event.preventDefault();
  });
})();
