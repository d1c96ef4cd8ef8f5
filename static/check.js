/* Checking an article: a file dropped on the form is read at once, and a press of the
   button is answered while the article is read. Everything works without it. */
"use strict";

/* A link to a card opens it. */
(() => {
  const open = () => {
    const card = document.getElementById(location.hash.slice(1));
    if (card?.matches("details.side")) card.open = true;
  };
  window.addEventListener("hashchange", open);
  open();
})();

/* When what was looked for is there, the page is filled in with it. */
document.addEventListener("htmx:afterSwap", () => {
  const again = document.querySelector("form[data-look-again]");
  if (again && document.querySelector("#look[data-looked]")) again.requestSubmit();
});

document.addEventListener("click", async (event) => {
  const copier = event.target.closest("[data-copies]");
  if (copier) {
    await navigator.clipboard.writeText(copier.dataset.copies);
    copier.textContent = "Copied";
  }
  if (event.target.closest("[data-prints]")) window.print();
});

(() => {
  const form = document.querySelector("form[data-drop]");
  if (!form) return;
  const input = form.querySelector("input[type=file]");
  const progress = form.querySelector("[data-progress]");
  const hasFile = (event) => [...event.dataTransfer?.types || []].includes("Files");

  form.addEventListener("dragover", (event) => {
    if (!hasFile(event)) return;
    event.preventDefault();
    form.classList.add("over");
  });
  form.addEventListener("dragleave", (event) => {
    if (!form.contains(event.relatedTarget)) form.classList.remove("over");
  });
  form.addEventListener("drop", (event) => {
    if (!hasFile(event)) return;
    event.preventDefault();
    form.classList.remove("over");
    input.files = event.dataTransfer.files;
    if (!form.querySelector("textarea").value.trim()) form.requestSubmit();
  });
  form.addEventListener("submit", () => { progress.textContent = "Reading …"; });
  window.addEventListener("pageshow", () => { progress.textContent = ""; });
})();
