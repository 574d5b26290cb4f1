"use strict";

// The page: cards of scenarios, filters, coverage, theme.

const DATA = JSON.parse(document.getElementById("data").textContent);
const OPEN_AT_FIRST = 10;
const byId = (id) => document.getElementById(id);
const pictures = new Set();

/** Calls back once an element comes near the window: what nobody looks at is not drawn. */
const near = new IntersectionObserver((entries) => entries.filter((e) => e.isIntersecting).forEach((e) => {
  near.unobserve(e.target);
  e.target.onNear();
}), {rootMargin: "600px 0px"});

function whenNear(element, act) {
  element.onNear = act;
  near.observe(element);
}

class Card {
  constructor(test) {
    this.test = test;
    this.words = null;
    const fired = test.alerts.filter((alert) => alert.spans.some((span) => span[2] === "firing")).length;
    this.detail = disclosure([badge(test.verdict), " ", el("span", {class: "name"}, test.name)], () => this.body(), false);
    const failures = test.failures.map((failure) => failureText(test, failure));
    this.element = el("article", {class: "scenario " + test.verdict, id: test.id},
      el("h3", {}, this.detail.button),
      el("p", {class: "quiet where"}, el("code", {}, test.file + ":" + test.line), " · ", timeText(test, test.length), " · ",
        counted(fired, "alert"), " fired · ", counted(test.notifications.length, "notification")),
      test.error ? el("div", {class: "failure"}, el("p", {class: "what"}, test.error.where), el("pre", {tabindex: "0", role: "group", "aria-label": "Error of " + test.name}, test.error.text)) : null,
      failures,
      this.detail.panel);
  }

  body() {
    const test = this.test;
    if (test.verdict === "error" && test.length === 0) {
      return el("p", {class: "quiet"}, "The run did not come to its end: there is nothing to draw.");
    }
    const messages = messageList(test);
    const host = el("div", {class: "picture", role: "img", "aria-label": "Timeline: " + counted(test.alerts.length, "alert") + ", " + counted(test.notifications.length, "notification")
      + ", " + counted(test.actions.length, "action") + ", " + offsetText(test.length) + ". The tables below say the same."});
    this.picture = new Picture(test, host, (index) => {
      messages.all();
      const target = byId(test.id + "-n" + index);
      target.scrollIntoView({block: "nearest"});
      target.focus({preventScroll: true});
    });
    const more = el("button", {type: "button", class: "more", hidden: true, onclick: () => {
      this.picture.all = !this.picture.all;
      this.picture.draw();
      more.textContent = this.picture.all ? "Show fewer charts" : moreCharts(test);
    }}, moreCharts(test));
    const tables = disclosure("Picture as tables", () => pictureTables(test));
    whenNear(host, () => {
      this.picture.draw();
      pictures.add(this.picture);
      more.hidden = this.picture.hidden === 0;
    });
    return el("div", {class: "columns"},
      el("figure", {}, el("figcaption", {}, legend()), host, more, test.undrawn > 0 ? el("p", {class: "quiet"}, "Not drawn: " + test.undrawn + " series") : null, tables.button, tables.panel),
      el("section", {"aria-label": "Messages of " + test.name},
        el("h4", {}, "Messages"),
        test.notifications.length === 0 ? el("p", {class: "quiet"}, "No notifications.") : [messages.list, messages.more]));
  }

  get receivers() {
    return new Set([...this.test.notifications, ...this.test.attempts].map((n) => n.receiver));
  }

  get alertnames() {
    return new Set([...this.test.alerts.map((a) => a.name), ...this.test.notifications.flatMap((n) => n.alerts.map((a) => a.name))]);
  }

  matches(filter) {
    if (filter.verdict && (filter.verdict === "passed") !== (this.test.verdict === "passed")) {
      return false;
    }
    if (filter.receiver && !this.receivers.has(filter.receiver)) {
      return false;
    }
    if (filter.alert && !this.alertnames.has(filter.alert)) {
      return false;
    }
    return filter.words.every((word) => this.text().includes(word));
  }

  /** All that can be searched for, without the series' numbers. */
  text() {
    if (this.words === null) {
      const t = this.test;
      this.words = strings([t.name, t.file + ":" + t.line, t.failures, t.error, t.alerts, t.notifications, t.attempts, t.actions, t.charts.map((c) => [c.title, c.lines.map((l) => l.name)])])
        .join("\n").toLowerCase();
    }
    return this.words;
  }
}

function strings(value) {
  return typeof value === "string" ? [value] : value && typeof value === "object" ? Object.values(value).flatMap(strings) : [];
}

function moreCharts(test) {
  return "Show all " + test.charts.length + " charts";
}

function legend() {
  return [["firing", "firing"], ["pending", "pending"], ["told", "notified: firing"], ["ended", "notified: resolved"], ["failed", "failed attempt"], ["done", "action"]].map(([look, text]) =>
    el("span", {class: "key"}, el("span", {class: "swatch " + look, "aria-hidden": "true"}), text));
}

/** The failure's own text, its lines marked as they are there: - expected, + actual. */
function failureText(test, failure) {
  const lines = failure.text.split("\n");
  const pre = el("pre", {tabindex: "0", role: "group", "aria-label": failure.summary}, lines.map((line, i) => {
    const sign = /^\s{2,}([-+]) /.exec(line);
    return sign ? el("span", {class: sign[1] === "-" ? "expected" : "actual"}, line) : line + (i === lines.length - 1 ? "" : "\n");
  }));
  return el("div", {class: "failure"},
    el("h4", {}, failure.summary),
    el("p", {class: "quiet"}, el("code", {}, failure.where), failure.rule ? [" · rule ", el("code", {}, failure.rule)] : null),
    pre,
    failure.traces.map((trace) => {
      const tree = disclosure("What each part of " + trace.alert + " returned at " + timeText(test, trace.at), () => el("ul", {class: "parts"}, partItem(trace.expr)));
      return [tree.button, tree.panel];
    }));
}

/** A part of an expression, what it returned, and the parts below. */
function partItem(part) {
  return el("li", {},
    el("code", {}, part.text), el("span", {class: "quiet"}, " ", part.where),
    el("pre", {class: part.returned === "nothing" ? "none" : "some", tabindex: "0", role: "group", "aria-label": part.text + " returned"}, part.returned),
    part.parts.length > 0 ? el("ul", {class: "parts"}, part.parts.map(partItem)) : null);
}

function pictureTables(test) {
  const at = (seconds) => timeText(test, seconds);
  const tables = [table("Alerts", ["Alert", "State", "From", "To"],
    test.alerts.flatMap((alert) => alert.spans.map(([from, to, state]) => [alert.labels, state, at(from), at(to)])))];
  if (test.notifications.length + test.attempts.length > 0) {
    const rows = [...test.notifications.map((n) => [n.at, at(n.at), n.receiver, n.integration, n.status, n.title || n.group]),
      ...test.attempts.map((a) => [a.at, at(a.at), a.receiver, a.integration, a.status, "failed: " + a.failure])];
    tables.push(table("Notifications", ["Time", "Receiver", "By", "Status", "What"], rows.sort((a, b) => a[0] - b[0]).map((row) => row.slice(1))));
  }
  if (test.actions.length > 0) {
    tables.push(table("Actions", ["Time", "What"], test.actions.map((a) => [at(a.at), a.text])));
  }
  const series = test.charts.flatMap((chart) => chart.lines.map((line) => {
    const values = pairs(line.points).map((p) => p[1]).filter((v) => v !== null);
    const text = (v) => (values.length === 0 ? "" : numberText(v));
    const least = values.reduce((a, b) => Math.min(a, b), Infinity);
    const most = values.reduce((a, b) => Math.max(a, b), -Infinity);
    return [chart.title, line.name, text(values[0]), text(least), text(most), text(values[values.length - 1])];
  }));
  if (series.length > 0) {
    tables.push(table("Series", ["Chart", "Series", "First", "Least", "Most", "Last"], series));
  }
  return tables;
}

function fillSelect(select, values) {
  [...values].sort().forEach((value) => select.append(el("option", {value}, value)));
}

function totals(tests) {
  const count = (verdict) => tests.filter((t) => t.verdict === verdict).length;
  const parts = [["failed", count("failed")], ["error", count("error")], ["passed", count("passed")]].filter(([, n]) => n > 0);
  byId("totals").append(...parts.map(([verdict, n]) => el("span", {class: "badge big " + verdict}, verdict === "error" ? counted(n, "error") : n + " " + verdict)));
  document.title = "Firedrill: " + (parts.map(([verdict, n]) => n + " " + verdict).join(", ") || "no scenarios");
  byId("servers").textContent = DATA.servers;
}

/** What lets nothing fail, but may not be meant so. */
function warnings(list) {
  if (list.length === 0) {
    return;
  }
  const section = byId("warnings");
  section.hidden = false;
  section.append(...list.map((warning) => el("div", {class: "warning"},
    el("h3", {}, warning.summary),
    el("p", {class: "quiet"}, el("code", {}, warning.where)),
    el("pre", {tabindex: "0", role: "group", "aria-label": warning.summary}, warning.text))));
}

function coverage(data) {
  if (!data) {
    return;
  }
  const section = byId("coverage");
  section.hidden = false;
  section.append(el("p", {}, data.summary), table("By kind", ["Kind", "Items", "Covered"], data.kinds.map((kind) => [kind.name, String(kind.items), kind.share])));
  const open = data.items.filter((item) => item.state !== "covered");
  const rows = (items) => items.map((item) => [item.name, item.kind, badge(item.state), el("code", {}, item.file + ":" + item.line), item.reason]);
  const heads = ["What", "Kind", "State", "Where", "Why"];
  if (open.length > 0) {
    section.append(table("Not covered", heads, rows(open)));
  }
  const rest = disclosure("All " + data.items.length, () => table("All rules, routes and receivers", heads, rows(data.items)));
  section.append(rest.button, rest.panel);
}

function theme() {
  const button = byId("theme");
  const order = ["", "light", "dark"];
  let at = 0;
  try {
    at = Math.max(0, order.indexOf(localStorage.getItem("firedrill-theme") || ""));
  } catch (e) {
    // A page from a file may have no storage.
  }
  const apply = () => {
    if (order[at]) {
      document.documentElement.dataset.theme = order[at];
    } else {
      delete document.documentElement.dataset.theme;
    }
    button.textContent = "Theme: " + (order[at] || "system");
    pictures.forEach((picture) => picture.draw());
  };
  button.addEventListener("click", () => {
    at = (at + 1) % order.length;
    try {
      localStorage.setItem("firedrill-theme", order[at]);
    } catch (e) {
      // As above.
    }
    apply();
  });
  matchMedia("(prefers-color-scheme: dark)").addEventListener("change", apply);
  apply();
}

function filters(cards) {
  const form = byId("filters");
  fillSelect(byId("receiver"), new Set(cards.flatMap((card) => [...card.receivers])));
  fillSelect(byId("alert"), new Set(cards.flatMap((card) => [...card.alertnames])));
  const apply = () => {
    const filter = {
      verdict: byId("verdict").value, receiver: byId("receiver").value, alert: byId("alert").value,
      words: byId("text").value.toLowerCase().split(/\s+/).filter(Boolean),
    };
    const shown = cards.filter((card) => {
      const match = card.matches(filter);
      card.element.hidden = !match;
      return match;
    });
    ["failed", "passed"].forEach((id) => {
      byId(id).hidden = !shown.some((card) => card.section === id);
    });
    byId("count").textContent = shown.length + " of " + counted(cards.length, "scenario");
  };
  form.addEventListener("input", apply);
  form.addEventListener("change", apply);
  form.addEventListener("submit", (event) => event.preventDefault());
  form.addEventListener("reset", () => setTimeout(apply));
  apply();
}

// On paper, nothing comes near.
window.addEventListener("beforeprint", () => document.querySelectorAll(".picture:empty").forEach((host) => host.offsetParent && host.onNear()));

const cards = DATA.tests.map((test) => new Card(test));
cards.forEach((card, i) => {
  card.section = card.test.verdict === "passed" ? "passed" : "failed";
  byId(card.section).append(card.element);
});
cards.filter((card) => card.section === "failed").slice(0, OPEN_AT_FIRST).forEach((card) => whenNear(card.element, () => card.detail.show(true)));
totals(DATA.tests);
warnings(DATA.warnings);
coverage(DATA.coverage);
filters(cards);
theme();
if (cards.length === 1) {
  cards[0].detail.show(true);
}
