/* Curating: keys, focus, and words selected in the text. Every step is a plain form or
   link that works without this; htmx swaps the fragment, this file moves the focus. */
"use strict";

(() => {
  const $ = (selector, within = document) => within.querySelector(selector);
  const all = (selector, within = document) => [...within.querySelectorAll(selector)];
  const chosen = () => $(".curate-card.on");

  /* ---- The chosen card, and the words it is about */
  const choose = (card, focus = true) => {
    if (!card) return;
    const id = card.dataset.mention;
    for (const other of all(".curate-card")) {
      other.classList.toggle("on", other === card);
      if (other === card) other.setAttribute("aria-current", "true");
      else other.removeAttribute("aria-current");
    }
    for (const words of all("#text [data-mention]")) words.classList.toggle("on", words.dataset.mention === id);
    const address = new URL(location);
    address.search = "";
    address.searchParams.set("show", show());
    address.searchParams.set("at", id);
    history.replaceState(null, "", address.pathname + address.search);
    if (focus) card.focus({ preventScroll: true });
    bringIntoView();
  };
  const show = () => $("#curating input[name=show]")?.value || "all";

  const bringIntoView = () => {
    const card = chosen();
    if (!card) return;
    const list = $("#list");
    if (list.scrollHeight > list.clientHeight) {
      const [own, around] = [card.getBoundingClientRect(), list.getBoundingClientRect()];
      if (own.top < around.top || own.bottom > around.bottom) list.scrollTop += own.top - around.top - 12;
    }
    const words = $("#text .on");
    const beside = getComputedStyle($("#curating")).gridTemplateColumns.includes(" ");
    const sheet = getComputedStyle(card).position === "fixed";
    if (!beside && !sheet) card.scrollIntoView({ block: "nearest" });
    if (!words || !(beside || sheet)) return;
    const box = words.getBoundingClientRect();
    const low = sheet ? card.getBoundingClientRect().top : innerHeight - 40;
    if (box.top < 80 || box.bottom > low) scrollBy({ top: box.top - Math.max(90, low / 3) });
  };

  const step = (by) => {
    const cards = all(".curate-card");
    const next = cards.indexOf(chosen()) + by;
    const beyond = $(next < 0 ? "#earlier" : "#later");
    if (beyond && !(next in cards)) beyond.click();
    else choose(cards[Math.min(cards.length - 1, Math.max(0, next))]);
  };

  /* ---- Keys */
  const MOVES = { j: 1, ArrowDown: 1, k: -1, ArrowUp: -1 };
  document.addEventListener("keydown", (event) => {
    if (event.key === "Escape") {
      const cancel = $('[data-key="Escape"]');
      if (cancel && !$("dialog[open]")) { event.preventDefault(); cancel.click(); }
      hideToolbar();
      return;
    }
    if (!window.footing?.isCommand(event) || event.shiftKey) return;
    const later = saving && event.key.length === 1;
    if (!(event.key in MOVES || later || buttonOf(event.key))) return;
    event.preventDefault();
    waiting.push(event.key);
    answer();
  });
  const buttonOf = (name) => {
    const key = `[data-key="${CSS.escape(name)}"]`;
    return (chosen() && $(key, chosen())) || $(`.curate-bar ${key}, .curate-more ${key}`);
  };

  // A key pressed while a step is being saved is meant for what comes after it.
  const waiting = [];
  let saving = false;
  const answer = () => {
    while (waiting.length && !saving) {
      const key = waiting.shift();
      if (key in MOVES) { step(MOVES[key]); continue; }
      const button = buttonOf(key);
      if (!button) continue;
      button.click();
      if (button.matches("summary")) $("textarea", button.parentElement).focus();
    }
  };
  document.addEventListener("htmx:beforeRequest", () => { saving = true; });
  document.addEventListener("htmx:afterRequest", (event) => {
    saving = false;
    // After a refusal, and where words are asked for, they would say something else.
    const typing = document.activeElement?.matches("input, textarea, select");
    if (!event.detail.successful || typing) waiting.length = 0;
    answer();
  });

  document.addEventListener("click", (event) => {
    const words = event.target.closest("#text [data-mention]");
    const card = words && $(`#mention-${words.dataset.mention}`);
    if (card) { event.preventDefault(); if (getSelection().isCollapsed) choose(card); return; }
    const own = event.target.closest(".curate-card");
    if (own && !own.classList.contains("on") && !event.target.closest("a, button")) choose(own, false);
  });

  /* ---- After a step: the focus goes to the open form, else to the next to decide */
  let scrolled = 0;
  let asked = null;
  document.addEventListener("htmx:beforeRequest", () => { say("Saving …"); });
  document.addEventListener("htmx:beforeSwap", (event) => {
    const status = event.detail.xhr.status;
    scrolled = $("#list")?.scrollTop || 0;
    if (status !== 409 && status !== 422) return;
    event.detail.shouldSwap = true;
    event.detail.isError = false;
  });
  document.addEventListener("htmx:sendError", () => { say("Not saved: the site does not answer. Try again.", true); });
  document.addEventListener("htmx:responseError", () => { say("Not saved: the site could not take this step.", true); });
  document.addEventListener("htmx:afterRequest", (event) => {
    if (event.detail.successful && event.detail.requestConfig.verb === "post") forget(event.detail.elt);
  });
  document.addEventListener("htmx:afterSettle", (event) => {
    if (event.detail.elt.id !== "curating") return;
    $("#list").scrollTop = scrolled;
    for (const version of all('#toolbar [name="version"]')) version.value = $("#curating").dataset.version;
    hideToolbar();
    remember();
    goOn();
  });
  const FIRST = ".curate-choices button, .curate-card.on :is(textarea, select, input:not([type=hidden])), .curate-search input[type=search]";
  const goOn = () => {
    const first = $('[data-key="Escape"], [id^="work-"].on') && ($("[data-first]", $("#list")) || $(FIRST, $("#list")));
    choose(chosen(), !first);
    if (!first) return;
    first.focus({ preventScroll: true });
    first.scrollIntoView({ block: "nearest" });
  };
  const say = (text, bad = false) => {
    const saved = $("#saved");
    saved.textContent = text;
    saved.classList.toggle("bad", bad);
  };

  /* ---- Words that were typed and not sent outlive a reload and a sign-in */
  const drafts = `footing-draft${location.pathname}`;
  const draft = (form) => `${drafts}${form.dataset.draft}`;
  const keep = (name, value) => {
    try {
      if (value) sessionStorage.setItem(name, value);
      else sessionStorage.removeItem(name);
    } catch { /* nothing to keep it in */ }
  };
  document.addEventListener("input", (event) => {
    const form = event.target.closest("form[data-draft]");
    if (form && event.target.matches("textarea")) keep(`${draft(form)}-${event.target.name}`, event.target.value);
  });
  document.addEventListener("click", (event) => {
    const cancel = event.target.closest('[data-key="Escape"]');
    if (cancel) forget(cancel.closest("form"));
  });
  const remember = () => {
    for (const field of all("form[data-draft] textarea")) {
      let kept = "";
      try { kept = sessionStorage.getItem(`${draft(field.form)}-${field.name}`); } catch { /* none */ }
      if (kept) field.value = kept;
    }
  };
  const forget = (form) => {
    if (!form.dataset?.draft) return;
    for (const field of all("textarea", form)) keep(`${draft(form)}-${field.name}`, "");
  };

  /* ---- Words selected in the text: offsets are code points of the article's text */
  const toolbar = $("#toolbar");
  const hideToolbar = () => { toolbar.hidden = true; };

  /** Code points of a block's own text before a point of it; numbers beside it do not count. */
  const offset = (node, at) => {
    const element = node.nodeType === Node.TEXT_NODE ? node.parentElement : node;
    const block = element.closest("#text [data-start]");
    if (!block) return null;
    const before = document.createRange();
    before.setStart(block, 0);
    before.setEnd(node, at);
    let count = 0;
    const walker = document.createTreeWalker(block, NodeFilter.SHOW_TEXT);
    for (let text = walker.nextNode(); text; text = walker.nextNode()) {
      if (text.parentElement.closest("[data-not-text]")) continue;
      if (text === node) return { block, place: Number(block.dataset.start) + count + [...text.data.slice(0, at)].length };
      if (before.comparePoint(text, 0) > 0 || !before.intersectsNode(text)) break;
      count += [...text.data].length;
    }
    return { block, place: Number(block.dataset.start) + count };
  };

  const selected = () => {
    const selection = getSelection();
    if (!selection.rangeCount || selection.isCollapsed || !selection.toString().trim()) return null;
    const range = selection.getRangeAt(0);
    const text = $("#text");
    if (!text.contains(range.startContainer) || !text.contains(range.endContainer)) return null;
    const start = offset(range.startContainer, range.startOffset);
    const end = offset(range.endContainer, range.endOffset);
    return start && end && end.place > start.place ? { start: start.place, end: end.place, box: range.getBoundingClientRect() } : null;
  };

  const offer = () => {
    if (toolbar.contains(document.activeElement)) return;
    const span = selected();
    if (!span) { hideToolbar(); return; }
    $("[name=start]", toolbar).value = span.start;
    $("[name=end]", toolbar).value = span.end;
    toolbar.hidden = false;
    const left = Math.min(span.box.left, document.documentElement.clientWidth - toolbar.offsetWidth - 12);
    toolbar.style.left = `${Math.max(12, left) + scrollX}px`;
    toolbar.style.top = `${span.box.bottom + scrollY + 10}px`;
  };
  document.addEventListener("selectionchange", () => { clearTimeout(asked); asked = setTimeout(offer, 150); });
  toolbar.addEventListener("mousedown", (event) => { if (!event.target.closest("select")) event.preventDefault(); });

  // What was swapped answers to keys at once, not after a moment.
  if (window.htmx) htmx.config.defaultSettleDelay = 0;
  document.documentElement.classList.add("curates");
  remember();
  if (/[?&](at|after|work)=/.test(location.search)) goOn();
})();
