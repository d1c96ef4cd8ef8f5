/* A form marked data-autosave is kept on the server as a draft while it is filled in.
   htmx sends it: hx-post, hx-trigger="change delay:500ms, input delay:750ms",
   hx-sync="this:queue last". The answer brings the next `revision`, and fills the form's
   [data-saved] by _components/_saved.html; this file says what the server cannot say.
   Without it the form has its button. */
"use strict";

(() => {
  const stateOf = (form) => form.querySelector("[data-saved]");
  const isConflict = (form) => Boolean(form.querySelector("[data-conflict]"));

  const say = (form, words, ...more) => stateOf(form).replaceChildren(words, ...more);
  /** A button behind a failure, that sends the form as it stands. */
  const again = (form) => {
    const button = Object.assign(document.createElement("button"), {
      type: "button", className: "link", textContent: "Try again",
    });
    button.addEventListener("click", () => htmx.trigger(form, "change"));
    return button;
  };
  const failed = (form, why) => say(form, `Not saved: ${why} `, again(form));

  /* Whoever was signed out goes on typing; typed.js keeps what they type. */
  const signedOut = (form, address) => say(
    form, "Not saved: you are signed out. What you typed waits in this browser. ",
    Object.assign(document.createElement("a"), { href: address, textContent: "Sign in" }),
  );

  /* Signing in anew makes the token of every earlier page worth nothing. A page goes on
     with the new one where the same person signed in. */
  const parsed = (text) => new DOMParser().parseFromString(text, "text/html");
  const TOKEN = "[name=csrfmiddlewaretoken]";
  const renewed = new WeakSet(); // forms that tried it, until they are saved
  const goOnSignedIn = async (form) => {
    say(form, "Saving …");
    const answer = await fetch(location.href).catch(() => null);
    if (!answer) { failed(form, "the server did not answer."); return; }
    const page = parsed(await answer.text());
    const { account } = page.body.dataset;
    const token = page.querySelector(TOKEN);
    if (!account) signedOut(form, answer.url);
    else if (!token) failed(form, "the page has no such form any more.");
    else if (account !== document.body.dataset.account) {
      say(form, "Not saved: somebody else signed in here. What you typed waits in this browser for you.");
    } else {
      for (const field of document.querySelectorAll(TOKEN)) field.value = token.value;
      htmx.trigger(form, "change");
    }
  };
  const refused = (form, xhr) => {
    const page = parsed(xhr.responseText);
    const why = page.querySelector("[data-refusal]")?.textContent.trim();
    if (page.querySelector("[data-too-old]") && !renewed.has(form)) {
      renewed.add(form);
      goOnSignedIn(form);
    } else failed(form, why ?? "the server could not take it.");
  };

  /** The server's moment, by the clock of whoever reads it. */
  const localise = (form) => {
    const time = stateOf(form).querySelector("time");
    if (!time) return;
    time.textContent = new Date(time.dateTime).toLocaleTimeString([], {
      hour: "2-digit", minute: "2-digit", hour12: false,
    });
  };

  const watch = (form) => {
    // One thing at a time: what is handed in waits for the draft on its way, and no draft
    // follows it. Each says which state it was typed on, so they must not overtake.
    let saving = false;
    let leaving = false;
    let waiting = null;
    let stuck = false;
    const own = (act) => (event) => { if (event.detail.elt === form) act(event); };

    form.addEventListener("htmx:beforeRequest", own((event) => {
      // What another window wrote is not overwritten until somebody chose.
      if (leaving || isConflict(form)) { event.preventDefault(); return; }
      saving = true;
      say(form, "Saving …");
    }));
    form.addEventListener("htmx:beforeOnLoad", own((event) => {
      const address = event.detail.xhr.getResponseHeader("HX-Redirect");
      if (!address) return;
      event.preventDefault();
      signedOut(form, address);
    }));
    form.addEventListener("htmx:beforeSwap", (event) => {
      if (event.detail.xhr.status !== 409) return;
      event.detail.shouldSwap = true;
      event.detail.isError = false;
    });
    form.addEventListener("htmx:afterRequest", own((event) => {
      saving = false;
      stuck = !event.detail.successful;
      if (!stuck) renewed.delete(form);
      const button = waiting;
      waiting = null;
      if (button) setTimeout(() => form.requestSubmit(button), 0);
    }));
    form.addEventListener("htmx:afterSettle", () => localise(form));
    for (const event of ["htmx:sendError", "htmx:timeout"]) {
      form.addEventListener(event, own(() => failed(form, "the server did not answer.")));
    }
    form.addEventListener("htmx:responseError", own(({ detail }) => refused(form, detail.xhr)));
    window.addEventListener("online", () => { if (stuck) htmx.trigger(form, "change"); });

    form.addEventListener("submit", (event) => {
      if (saving) {
        event.preventDefault();
        waiting = event.submitter;
        return;
      }
      leaving = true;
      setTimeout(() => { leaving = false; }, 10000);
    });
    window.addEventListener("pageshow", () => { leaving = false; });
  };

  document.querySelectorAll("form[data-autosave]").forEach(watch);
})();
