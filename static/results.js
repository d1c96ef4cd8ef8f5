/* The form of a result: it unfolds what the chosen measure asks for. Without this all
   is there, folded. */
"use strict";

(() => {
  const field = (name) => document.getElementById(`id_${name}`);

  const unfold = (measure) => {
    for (const part of document.querySelectorAll("details[data-measures]")) {
      const measures = part.dataset.measures.split(" ");
      if (measures.includes(measure)) part.open = true;
    }
  };

  const metric = field("metric");
  metric?.addEventListener("change", () => unfold(metric.value));
})();
