/* What was typed outlives a session that ended: a form marked data-typed keeps it in the
   browser, for its account alone, until it arrived or seven days are over. A form whose
   fields the server makes of what is sent is brought back by the step of data-again;
   data-unstored says that what it shows was sent and not stored. The page works without
   it. Loaded on every page, for any may be what an answer leads to. */
"use strict";

(() => {
  const START = "footing-typed-";
  const KEPT = 7 * 24 * 3600 * 1000;
  const account = document.body.dataset.account;
  const read = (place) => {
    try { return JSON.parse(localStorage.getItem(place)); } catch { return null; }
  };
  const write = (place, entry) => {
    try { localStorage.setItem(place, JSON.stringify(entry)); } catch { /* full, or off */ }
  };
  const drop = (place) => {
    try { localStorage.removeItem(place); } catch { /* off */ }
  };
  const places = () => {
    try { return Object.keys(localStorage).filter((name) => name.startsWith(START)); } catch { return []; }
  };

  /* What was sent has arrived where its answer is a page for the same person, and not a
     refusal or the page for signing in. Which page is the answer is told by where it was
     sent from: without a connection, any other may be the next that opens. */
  const pathOf = (place) => place.slice(place.indexOf("/"), place.lastIndexOf("#"));
  const came = performance.getEntriesByType("navigation")[0] ?? {};
  const from = document.referrer && new URL(document.referrer);
  const answers = (place) => came.type !== "back_forward" && from
    && from.origin === location.origin && from.pathname === pathOf(place);
  const isRefusal = (came.responseStatus ?? 200) >= 400;
  const refused = new Set();  // whose answer is a form that shows all that was typed
  for (const place of places()) {
    const entry = read(place);
    if (!entry || Date.now() - entry.at > KEPT) drop(place);
    else if (!entry.sent) continue;
    else if (answers(place) && entry.account === account && !isRefusal) drop(place);
    else if (answers(place) || pathOf(place) === location.pathname) {
      write(place, { ...entry, sent: false });
      if (answers(place) && isRefusal) refused.add(place);
    }
  }
  /* A page that says what failed may send all of it once more. */
  for (const form of document.querySelectorAll("form[data-sends-again]")) {
    form.addEventListener("submit", () => {
      for (const place of places()) {
        if (pathOf(place) === location.pathname) write(place, { ...read(place), sent: true });
      }
    });
  }
  if (!account) return;

  const placeOf = (form) => `${START}${account}-${location.pathname}#${form.dataset.typed}`;
  const OURS = ["csrfmiddlewaretoken", "do", "next"];
  const typed = (form) => [...new FormData(form)].filter(
    ([name, value]) => typeof value === "string" && !OURS.includes(name),
  );
  const keep = (form, sent) => write(
    placeOf(form), { at: Date.now(), account, sent, fields: typed(form) },
  );

  const fill = (form, fields) => {
    const left = new Map();
    for (const [name, value] of fields) left.set(name, [...left.get(name) ?? [], value]);
    for (const field of form.elements) {
      if (!field.name || OURS.includes(field.name)) continue;
      const values = left.get(field.name) ?? [];
      if (field.matches("[type=checkbox], [type=radio]")) field.checked = values.includes(field.value);
      else if (field.matches("select[multiple]")) {
        for (const option of field.options) option.selected = values.includes(option.value);
      } else if (values.length && field.matches("input:not([type=file]), select, textarea")) {
        field.value = values.shift();
      }
      field.dispatchEvent(new Event("input", { bubbles: true }));
    }
    form.dispatchEvent(new Event("change", { bubbles: true }));
  };

  /** Has the server make the form anew, of what was typed. */
  const send = (form, fields) => {
    const token = form.elements.csrfmiddlewaretoken;
    const sent = Object.assign(document.createElement("form"), {
      method: "post", action: form.action, hidden: true,
    });
    const all = [...fields, [token.name, token.value], ["do", form.dataset.again]];
    for (const [name, value] of all) {
      sent.append(Object.assign(document.createElement("textarea"), { name, value }));
    }
    document.body.append(sent);
    sent.submit();
  };

  const button = (words, act) => {
    const made = Object.assign(document.createElement("button"), { type: "button", textContent: words });
    made.addEventListener("click", act);
    return made;
  };
  // The revision that was seen comes back too, so that a race shows both.
  const said = (fields) => JSON.stringify(fields.filter(([name]) => name !== "revision"));
  /** Offers what waits, where it is not what the form shows anyway. */
  const offer = (form, entry) => {
    const bar = Object.assign(document.createElement("div"), { className: "callout warn" });
    bar.setAttribute("role", "status");
    bar.append(Object.assign(document.createElement("p"), {
      textContent: "What you typed here before was not stored.",
    }));
    const line = Object.assign(document.createElement("p"), { className: "bar-line" });
    line.append(
      button("Bring it back", () => {
        if (form.dataset.again) send(form, entry.fields);
        else fill(form, entry.fields);
        bar.remove();
      }),
      button("Drop it", () => { drop(placeOf(form)); bar.remove(); }),
    );
    bar.append(line);
    form.before(bar);
  };

  for (const form of document.querySelectorAll("form[data-typed]")) {
    const entry = read(placeOf(form));
    const isShown = "unstored" in form.dataset || refused.has(placeOf(form));
    if (isShown) keep(form, false);
    else if (entry && said(entry.fields) !== said(typed(form))) offer(form, entry);
    form.addEventListener("input", () => keep(form, false));
    form.addEventListener("change", () => keep(form, false));
    form.addEventListener("submit", () => keep(form, true));
    if (form.dataset.again) continue;
    // A draft that was kept on the server waits there, unless one typed on meanwhile.
    let sent = "";
    form.addEventListener("htmx:beforeRequest", () => { sent = said(typed(form)); });
    form.addEventListener("htmx:afterRequest", ({ detail }) => {
      const there = detail.xhr && new URL(detail.xhr.responseURL || location, location).pathname;
      const arrived = detail.successful && there === location.pathname
        && !detail.xhr.getResponseHeader("HX-Redirect");
      if (arrived && said(typed(form)) === sent) drop(placeOf(form));
    });
  }
})();
