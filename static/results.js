/* The form of a result: it unfolds what the chosen measure asks for, and marks what a
   choice makes necessary. Without this all is there, folded. */
"use strict";

(() => {
  const field = (name) => document.getElementById(`id_${name}`);

  const unfold = (measure) => {
    for (const part of document.querySelectorAll("details[data-measures]")) {
      const measures = part.dataset.measures.split(" ");
      if (measures.includes(measure)) part.open = true;
    }
  };

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

  const metric = field("metric");
  metric?.addEventListener("change", () => unfold(metric.value));
  document.addEventListener("input", mark);
  mark();
})();
