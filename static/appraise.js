/* Appraising from the keyboard: questions appear where the answers lead to them, the next
   open one gets the focus, and words selected in a text become a quote. The page works
   without it: Save shows what is asked next. */
"use strict";

(() => {
  const form = document.getElementById("appraisal-form");
  if (!form) return;
  const all = (selector, within = form) => [...within.querySelectorAll(selector)];
  const questions = all("[data-question]");
  const isShown = (element) => element.getClientRects().length > 0;
  const answerOf = (question) => question.querySelector("input:checked")?.value ?? "";

  /* ---- What is asked: by the conditions that the server wrote beside each question */
  const byId = new Map(questions.map((each) => [each.dataset.question, each]));
  const holds = (sets) => sets.some((each) => Object.entries(each).every(([id, allowed]) => {
    const other = byId.get(id);
    return other && !other.hidden && allowed.split(" ").includes(answerOf(other));
  }));
  const ask = () => {
    const asksOfSeveral = document.querySelector("[data-asks-several]");
    for (const question of questions) {
      if ("several" in question.dataset) question.hidden = !asksOfSeveral;
      else if (question.dataset.askedIf) question.hidden = !holds(JSON.parse(question.dataset.askedIf));
    }
  };
  form.addEventListener("change", ask);
  document.addEventListener("htmx:afterSettle", ask);
  ask();

  /* ---- Where one is */
  let last = questions[0];
  form.addEventListener("focusin", (event) => {
    last = event.target.closest("[data-question]") ?? last;
    showWhatFor();
  });
  const rows = () => questions.filter(isShown);
  const here = () => {
    const active = document.activeElement;
    // Done, or judging: a key too many changes no answer.
    if (active?.closest(".actionbar, .override")) return null;
    return active?.closest("[data-question]") ?? (isShown(last) ? last : rows()[0]);
  };
  const land = (question) => {
    if (!question) return;
    (question.querySelector("input:checked") ?? question.querySelector("input"))?.focus();
    question.scrollIntoView({ block: "nearest" });
  };
  const go = (step) => {
    const shown = rows();
    const at = here() ? shown.indexOf(here()) : shown.indexOf(last) - Math.min(0, step);
    land(shown[Math.min(shown.length - 1, Math.max(0, at + step))]);
  };
  /** The next question without an answer, from here on and then from the top. */
  const goOn = (from) => {
    const shown = rows();
    const at = shown.indexOf(from);
    const next = [...shown.slice(at + 1), ...shown.slice(0, at)].find((each) => !answerOf(each));
    if (next) land(next);
    else document.getElementById("appraisal-submit").focus();
  };

  const choose = (radio) => {
    const question = radio.closest("[data-question]");
    if (!radio.checked) radio.click();
    goOn(question);
  };
  /** A digit among the judgements of a domain, while one is in them. */
  const judgeAs = (fieldset, key) => {
    const radio = /^[1-9]$/.test(key) && all("input[type=radio]", fieldset)[Number(key) - 1];
    if (!radio) return false;
    radio.focus();
    if (!radio.checked) radio.click();
    return true;
  };
  const answer = (key) => {
    const judging = document.activeElement?.closest("[data-judge]");
    if (judging) return judgeAs(judging, key);
    const question = here();
    const radios = question ? all("input[type=radio]", question) : [];
    const radio = radios.find((each) => each.dataset.press === key)
      ?? (/^[1-9]$/.test(key) ? radios[Number(key) - 1] : null);
    if (radio) choose(radio);
    return Boolean(radio);
  };

  const note = () => {
    const judging = document.activeElement?.closest(".override");
    const words = judging?.querySelector("textarea") ?? here()?.querySelector(".note");
    words?.classList.add("open");
    words?.focus();
  };
  const domain = () => document.activeElement?.closest("[data-domain]")
    ?? here()?.closest("[data-domain]") ?? form.querySelector("[data-domain]");
  const judge = () => {
    const active = document.activeElement;
    const whole = active?.closest(".actionbar") && document.getElementById("overall");
    const details = (whole ?? active?.closest(".domain") ?? domain())?.querySelector(".override");
    if (!details) return;
    details.open = true;
    details.querySelector("input:checked")?.focus();
  };

  /** Out of a field: back to its question, or on from where one was. */
  const leave = (field) => {
    const question = field.closest("[data-question]");
    if (question) land(question);
    else goOn(last);
  };

  /* ---- Words selected in a text: its places are counted in characters */
  const bar = document.getElementById("quote-bar");
  const showWhatFor = () => {
    const words = document.getElementById("quote-for");
    if (words) words.textContent = domain()?.dataset.name ?? "";
  };
  const selected = () => {
    const selection = getSelection();
    if (!selection.rangeCount || !selection.toString().trim()) return null;
    const { startContainer, startOffset, endContainer } = selection.getRangeAt(0);
    const text = startContainer.parentElement?.closest("[data-text]");
    if (!text || !text.contains(endContainer) || startContainer !== text.firstChild) return null;
    const words = selection.toString();
    const before = startContainer.data.slice(0, startOffset);
    return {
      text: text.dataset.text,
      quote: words.trim(),
      start: [...before].length + [...words].length - [...words.trimStart()].length,
    };
  };
  document.addEventListener("selectionchange", () => { if (bar) bar.hidden = !selected(); });
  const quote = () => {
    const found = selected();
    if (!found) return false;
    const list = domain().querySelector("[data-quotes]");
    const empty = list.lastElementChild;
    const made = empty.cloneNode(true);
    const set = (name, value) => { made.querySelector(`[name=quote_${name}]`).value = value; };
    set("text", found.text);
    set("start", found.start);
    set("quote", found.quote);
    set("question", domain().contains(last) ? last.dataset.question : "");
    list.insertBefore(made, empty);
    list.closest("details").open = true;
    getSelection().removeAllRanges();
    made.querySelector("[name=quote_place]").focus();
    form.dispatchEvent(new Event("change", { bubbles: true }));
    return true;
  };
  document.getElementById("use-quote")?.addEventListener("mousedown", (event) => event.preventDefault());
  document.getElementById("use-quote")?.addEventListener("click", quote);
  // Words that were changed by hand are not those at that place any more.
  form.addEventListener("input", (event) => {
    if (!event.target.matches("[name=quote_quote]")) return;
    const row = event.target.closest("[data-quote]");
    for (const name of ["text", "start"]) row.querySelector(`[name=quote_${name}]`).value = "";
  });

  /* ---- Keys */
  const KEYS = { j: () => go(1), k: () => go(-1), w: note, o: judge, s: quote };
  document.addEventListener("keydown", (event) => {
    if (event.key === "Enter" && (event.ctrlKey || event.metaKey)) {
      event.preventDefault();
      form.requestSubmit(document.getElementById("appraisal-submit"));
      return;
    }
    if (event.key === "Escape" && event.target.closest("#appraisal-form textarea, .override, [data-quote]")) {
      leave(event.target);
      return;
    }
    if (!window.footing.isCommand(event) || event.shiftKey || event.repeat) return;
    const key = event.key.toLowerCase();
    if (answer(key)) event.preventDefault();
    else if (KEYS[key]) {
      event.preventDefault();
      KEYS[key]();
    }
  });

  const problems = document.getElementById("appraisal-problems");
  if (problems) problems.focus();
  else goOn(null);
})();
