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

/* A page that was fetched is shown at once. */
document.querySelector("form[data-at-once]")?.requestSubmit();

/* When what was looked for is there, the page is filled in with it. */
document.addEventListener("htmx:afterSwap", () => {
  const again = document.querySelector("form[data-look-again]");
  if (!document.querySelector("#look[data-looked]")) return;
  if (again) again.requestSubmit();
  else location.reload();
});

document.addEventListener("click", async (event) => {
  const copier = event.target.closest("[data-copies]");
  if (copier) {
    await navigator.clipboard.writeText(copier.dataset.copies);
    copier.textContent = "Copied";
  }
  if (event.target.closest("[data-prints]")) window.print();
});

/* Who signs in from an audit comes back to it: what was pasted waits in this tab. */
(() => {
  const KEPT = "footing-checked";
  const source = document.querySelector("input[name=source]");
  const signIn = document.querySelector("a.me");
  const form = document.querySelector("form[data-drop]");
  if (source && signIn) {
    signIn.search = "?next=/articles/new/";
    signIn.addEventListener("click", () => {
      const sent = [...new FormData(source.form)].filter(([name]) => !name.startsWith("csrf"));
      try { sessionStorage.setItem(KEPT, JSON.stringify(sent)); } catch { /* too much */ }
    });
  }
  if (!form || !document.querySelector("details.me")) return;
  let kept = null;
  try { kept = sessionStorage.getItem(KEPT); sessionStorage.removeItem(KEPT); } catch { /* off */ }
  for (const [name, value] of JSON.parse(kept) || []) {
    form.querySelectorAll(`[name="${name}"]`).forEach((field) => { field.disabled = true; });
    form.append(Object.assign(document.createElement("input"), { type: "hidden", name, value }));
  }
  if (kept) form.submit();
})();

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
