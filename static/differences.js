/* Settling differences from the keyboard. The page works without it: every key presses
   something that is there to press. */
"use strict";

(() => {
  const form = document.getElementById("differences");
  if (!form) return;
  const parts = () => [...form.querySelectorAll("[data-part]")];
  const here = () => document.activeElement?.closest("[data-part]");
  const takers = (part) => [...part.querySelectorAll(".sides input[type=radio]")];
  const focus = (part) => {
    if (!part) return;
    (takers(part).find((radio) => radio.checked) || takers(part)[0])?.focus();
    part.scrollIntoView({ block: "nearest" });
  };

  const go = (step) => {
    const all = parts();
    const at = all.indexOf(here());
    focus(at < 0 ? all[0] : all[Math.min(all.length - 1, Math.max(0, at + step))]);
  };
  const take = (pick) => {
    const part = here() || parts()[0];
    const radio = part && pick(takers(part));
    if (!radio) return;
    radio.focus();
    if (!radio.checked) radio.click();
    go(1);
  };
  const third = () => {
    const part = here() || parts()[0];
    const written = part?.querySelector("details.third");
    if (!written) return;
    written.open = true;
    const radio = written.querySelector("[value=third]");
    if (!radio.checked) radio.click();
    written.querySelector("select, textarea").focus();
  };

  document.addEventListener("keydown", (event) => {
    if (event.key === "Enter" && (event.ctrlKey || event.metaKey)) {
      event.preventDefault();
      form.requestSubmit(document.getElementById("settle"));
      return;
    }
    if (event.key === "Escape" && event.target.matches("textarea, select")) {
      focus(here());
      return;
    }
    if (!window.footing.isCommand(event)) return;
    const key = event.key.toLowerCase();
    if (key === "j") go(1);
    else if (key === "k") go(-1);
    else if (key === "[") take((all) => all[0]);
    else if (key === "]") take((all) => all[all.length - 1]);
    else if (/^[1-9]$/.test(key)) take((all) => all[Number(key) - 1]);
    else if (key === "e") third();
    else if (key === "a") form.querySelector("[name=accepted]")?.click();
    else return;
    event.preventDefault();
  });

  // What is written as a third answer is meant to be taken.
  form.addEventListener("input", (event) => {
    const written = event.target.closest("details.third");
    if (!written || event.target.value === "" || event.target.matches("[value=third]")) return;
    written.querySelector("[value=third]").checked = true;
  });

  document.getElementById("differences-problems")?.focus();
})();
