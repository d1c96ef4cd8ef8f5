/* Small comforts; every page works without them. Loaded before the body, so that a
   chosen theme is there at the first paint. */
"use strict";

(() => {
  const root = document.documentElement;
  // Storage can be switched off or full; then a choice lasts as long as the page.
  const stored = (name) => {
    try { return localStorage.getItem(`footing-${name}`) || ""; } catch { return ""; }
  };
  const store = (name, value) => {
    try {
      if (value) localStorage.setItem(`footing-${name}`, value);
      else localStorage.removeItem(`footing-${name}`);
    } catch { /* nothing to keep it in */ }
  };

  const setTheme = (theme) => {
    if (theme) root.dataset.theme = theme;
    else delete root.dataset.theme;
  };
  setTheme(stored("theme"));
  let keysOff = stored("keys") === "off";

  /** Whether a keydown may act as a one-key command: keys are on, nothing is being
      typed, no modifier is held. Pages with their own keys ask this first. */
  const isCommand = (event) => !(
    keysOff || event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey
    || event.target.closest?.("input:not([type=checkbox], [type=radio]), textarea, select, [contenteditable], dialog[open]")
  );
  window.footing = { isCommand };

  document.addEventListener("keydown", (event) => {
    if (event.key === "Escape") closeMenus(null, true);
    if (!isCommand(event)) return;
    if (event.key === "/") {
      const search = document.querySelector("[data-search]");
      if (search) { event.preventDefault(); search.focus(); search.select(); }
    } else if (event.key === "?") {
      event.preventDefault();
      document.getElementById("keys")?.showModal();
    }
  });

  const closeMenus = (except, refocus) => {
    for (const menu of document.querySelectorAll("details.menu[open]")) {
      if (menu === except) continue;
      if (refocus && menu.contains(document.activeElement)) menu.querySelector("summary").focus();
      menu.open = false;
    }
  };
  document.addEventListener("click", (event) => {
    closeMenus(event.target.closest("details.menu"), false);
    const opener = event.target.closest("[data-opens]");
    if (opener) document.getElementById(opener.dataset.opens)?.showModal();
    if (event.target.matches("dialog")) event.target.close();
  });

  document.addEventListener("DOMContentLoaded", () => {
    for (const part of document.querySelectorAll("[data-needs-js]")) part.hidden = false;
    const theme = document.getElementById("theme");
    if (theme) {
      theme.value = stored("theme");
      theme.addEventListener("change", () => { setTheme(theme.value); store("theme", theme.value); });
    }
    const keys = document.getElementById("keys-on");
    if (keys) {
      keys.checked = !keysOff;
      keys.addEventListener("change", () => { keysOff = !keys.checked; store("keys", keysOff ? "off" : ""); });
    }
    markScrolling();
  });

  // Only what really scrolls sideways is a stop for the Tab key.
  const markScrolling = () => {
    for (const region of document.querySelectorAll(".scroll")) {
      if (region.scrollWidth > region.clientWidth) region.tabIndex = 0;
      else region.removeAttribute("tabindex");
    }
  };
  window.addEventListener("resize", markScrolling);
})();
