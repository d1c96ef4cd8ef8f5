/* A form in which a choice makes a field necessary: the field says so, and stops saying
   so when another is chosen. Without this it says when it is needed. */
"use strict";

(() => {
  const field = (name) => document.getElementById(`id_${name}`);

  /** "metric=accuracy" holds while that is chosen, "time_value" while it is filled. */
  const holds = (condition) => {
    const [name, values] = condition.split("=");
    const chosen = field(name)?.value ?? "";
    return values === undefined ? chosen !== "" : values.split(" ").includes(chosen);
  };

  const mark = () => {
    for (const word of document.querySelectorAll("[data-needed-when]")) {
      const needed = holds(word.dataset.neededWhen);
      word.textContent = needed ? "(needed)" : "(optional)";
      const input = document.getElementById(word.closest("label").htmlFor);
      input?.setAttribute("aria-required", String(needed));
    }
  };

  document.addEventListener("input", mark);
  mark();
})();
