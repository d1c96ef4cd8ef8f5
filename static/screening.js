/* Screening: the next record without a page load; every button and link works without
   this. htmx swaps the record, this file moves the focus; its keys are keys.js's. The
   records that follow are fetched ahead, so that a step shows the next at once; steps are
   sent behind it one after another, each with the record that it was taken on. */
"use strict";

(() => {
  const AHEAD = 3;
  const HEADERS = { "HX-Request": "true" };
  const $ = (selector, part = document) => part.querySelector(selector);
  const say = (text) => { $("#saved").textContent = text; };
  const shown = () => $("#screening");
  const recordOf = (part) => $(".deciding input[name=record]", part)?.value;

  const drawn = () => {
    $("#record-title")?.focus({ preventScroll: true });
    shown().scrollIntoView({ block: "nearest" });
  };
  const show = (part) => {
    shown().replaceWith(part);
    htmx.process(part);
    drawn();
  };

  /* ---- the records that follow */
  let ahead = []; // parts of the page, in order
  let asked = 0; // what was asked before this is of a state that passed
  let isAsking = false;
  const stepped = new Set(); // records decided here: one that was fetched before is old

  const parsed = (text) => $("#screening", new DOMParser().parseFromString(text, "text/html"));
  const ask = async (address, sent = {}) => {
    const answer = await fetch(address, { headers: HEADERS, ...sent }).catch(() => null);
    return { answer, part: answer && parsed(await answer.text().catch(() => "")) };
  };
  const isNew = (part) => {
    const record = part && recordOf(part);
    return record && !stepped.has(record) && ![shown(), ...ahead].some((each) => recordOf(each) === record);
  };
  const askAhead = async () => {
    if (isAsking) return;
    isAsking = true;
    for (let mine = asked; ahead.length < AHEAD; mine = asked) {
      const address = $('.deciding [data-key="s"]', ahead.at(-1) ?? shown())?.href;
      const { answer, part } = address ? await ask(address) : {};
      if (mine !== asked) continue;
      if (!answer?.ok || !isNew(part)) break;
      ahead.push(document.adoptNode(part));
    }
    isAsking = false;
  };
  const askAnew = () => {
    asked += 1;
    ahead = [];
    askAhead();
  };

  /* ---- the steps */
  let sending = Promise.resolve();
  let onTheirWay = 0;
  let failed = false; // a step, after which no other is sent

  const failedAt = (part, { answer, part: told }) => {
    failed = true;
    stepped.clear();
    show(answer?.status === 422 && told ? told : part);
    const more = onTheirWay > 1 ? `Steps after it that were not sent: ${onTheirWay - 1}.` : "";
    say(told ? more : `Not saved: the site does not answer. Try again. ${more}`);
    askAnew();
  };
  const send = (form, submitter) => {
    const part = shown();
    const body = new FormData(form, submitter);
    stepped.add(body.get("record"));
    onTheirWay += 1;
    sending = sending.then(async () => {
      const told = failed ? null : await ask(form.action, { method: "POST", body, keepalive: true });
      if (told?.answer?.ok && told.part) {
        const soFar = document.adoptNode($(".so-far", told.part));
        $(".so-far").replaceWith(soFar);
        htmx.process(soFar);
      } else if (told) failedAt(part, told);
      onTheirWay -= 1;
      if (!onTheirWay) failed = false;
    });
  };

  // What is typed is sent by htmx: its words stay until they are stored.
  const isAtOnce = (form) => form.closest(".deciding") && !$("input:not([type=hidden])", form);
  document.addEventListener("submit", (event) => {
    const { target: form, submitter } = event;
    if (!form.closest("#screening")) return;
    if (ahead.length && isAtOnce(form)) {
      event.preventDefault();
      event.stopPropagation();
      send(form, submitter);
      const next = ahead.shift();
      $(".so-far", next).replaceWith($(".so-far"));
      show(next);
      askAhead();
    } else if (onTheirWay) wait(event, submitter);
  }, true);
  document.addEventListener("click", (event) => {
    const link = event.target.closest("#screening a[hx-get]");
    if (link && onTheirWay) wait(event, link);
  }, true);
  let isWaiting = false;
  const wait = (event, pressed) => { // for the steps before it
    event.preventDefault();
    event.stopPropagation();
    if (isWaiting) return;
    isWaiting = true;
    const isUndo = pressed.dataset.key === "u"; // of whichever step is the last by then
    sending.then(() => {
      isWaiting = false;
      const meant = isUndo ? $('#screening [data-key="u"]') : pressed;
      if (meant?.isConnected) meant.click();
    });
  };

  document.addEventListener("htmx:beforeSwap", (event) => {
    if (event.detail.xhr.status !== 422) return;
    event.detail.shouldSwap = true;
    event.detail.isError = false;
  });
  document.addEventListener("htmx:afterSettle", () => {
    say("");
    drawn();
    askAnew();
  });
  for (const failure of ["htmx:sendError", "htmx:responseError"]) {
    document.addEventListener(failure, () => { say("Not saved: the site does not answer. Try again."); });
  }
  if (window.htmx) {
    htmx.config.defaultSettleDelay = 0;
    askAhead();
  }
})();
