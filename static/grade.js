/* Grading from the keyboard. The page works without it: every key presses something
   that is there to press. */
"use strict";

(() => {
  const form = document.getElementById("grade-form");
  if (!form) return;
  const rows = () => [...form.querySelectorAll("[data-row]")].filter((row) => row.getClientRects().length);
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
    const shown = [...row.querySelectorAll("input[type=radio]")].filter((radio) => radio.getClientRects().length);
    const radio = shown[digit - 1];
    if (!radio) return;
    radio.focus();
    if (!radio.checked) radio.click();
  };
  const note = () => {
    const words = here()?.querySelector("textarea") || document.getElementById("note");
    words.classList.add("open");
    words.focus();
  };

  document.addEventListener("keydown", (event) => {
    if (event.key === "Enter" && (event.ctrlKey || event.metaKey)) {
      event.preventDefault();
      form.requestSubmit(document.getElementById("grade-submit"));
      return;
    }
    if (!window.footing.isCommand(event)) return;
    const key = event.key.toLowerCase();
    if (/^[1-9]$/.test(key)) choose(Number(key));
    else if (key === "j") go(1);
    else if (key === "k") go(-1);
    else if (key === "n") note();
    else return;
    event.preventDefault();
  });

  const say = (words) => { document.getElementById("grade-saved").textContent = words; };

  // One thing at a time: what is handed in waits for the draft on its way, and no draft
  // follows it. Each says which state it was typed on, so they must not overtake.
  let saving = false;
  let leaving = false;
  let waiting = null;
  form.addEventListener("htmx:beforeRequest", (event) => {
    if (leaving) { event.preventDefault(); return; }
    saving = true;
    say("Saving …");
  });
  form.addEventListener("htmx:afterRequest", () => {
    saving = false;
    const button = waiting;
    waiting = null;
    if (button) setTimeout(() => form.requestSubmit(button), 0);
  });
  form.addEventListener("submit", (event) => {
    if (saving) {
      event.preventDefault();
      waiting = event.submitter;
      return;
    }
    leaving = true;
    setTimeout(() => { leaving = false; }, 10000);
  });
  window.addEventListener("pageshow", () => { leaving = false; });
  for (const failed of ["htmx:sendError", "htmx:responseError", "htmx:timeout"]) {
    form.addEventListener(failed, () => say("Not saved: the server did not answer. The next change tries again."));
  }
  document.getElementById("grade-problems")?.focus();
})();
