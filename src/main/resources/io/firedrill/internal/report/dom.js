"use strict";

// Elements, and the times and numbers in them. Data only ever becomes text: nothing here, or in what
// uses it, reads data as HTML.

const UNITS = [["d", 86400], ["h", 3600], ["m", 60], ["s", 1]];

/** An element: what it is, its attributes (on...: a listener), and what is in it. */
function el(name, attributes, ...children) {
  const element = document.createElement(name);
  for (const [key, value] of Object.entries(attributes || {})) {
    if (key.startsWith("on")) {
      element.addEventListener(key.slice(2), value);
    } else if (value === true) {
      element.setAttribute(key, "");
    } else if (value !== false && value !== null && value !== undefined) {
      element.setAttribute(key, value);
    }
  }
  element.append(...children.flat(Infinity).filter((child) => child !== null && child !== undefined && child !== ""));
  return element;
}

/** Seconds since the start, as scenario files write them: 4h20m30s. */
function offsetText(seconds) {
  let rest = Math.round(seconds * 1000) / 1000;
  let text = "";
  for (const [unit, size] of UNITS) {
    const count = unit === "s" ? rest : Math.floor(rest / size);
    if (count > 0) {
      text += Math.round(count * 1000) / 1000 + unit;
      rest -= count * size;
    }
  }
  return text || "0s";
}

/** The same with its date, unless the test starts at 1970. */
function timeText(test, seconds) {
  const start = Date.parse(test.start);
  return start === 0 ? offsetText(seconds) : offsetText(seconds) + " (" + dateText(start + seconds * 1000) + ")";
}

function dateText(millis) {
  const date = new Date(millis);
  return Number.isNaN(date.getTime()) ? "" : date.toISOString().replace(".000Z", "Z");
}

function numberText(value) {
  return value === null ? "none" : String(Number(value.toPrecision(6)));
}

function counted(count, one, many) {
  return count + " " + (count === 1 ? one : many || one + "s");
}

/** A button that shows and hides what is made when it is first opened. */
function disclosure(title, make, open) {
  const id = "d" + ++disclosure.made;
  const panel = el("div", {id, class: "panel", hidden: true});
  let filled = false;
  const show = (shown) => {
    if (shown && !filled) {
      filled = true;
      panel.append(...[make()].flat(Infinity));
    }
    panel.hidden = !shown;
    button.setAttribute("aria-expanded", String(shown));
  };
  const button = el("button", {type: "button", class: "disclosure", "aria-controls": id, onclick: () => show(panel.hidden)}, title);
  show(Boolean(open));
  return {button, panel, show};
}
disclosure.made = 0;

function table(caption, heads, rows) {
  return el("div", {class: "scroll", tabindex: "0", role: "group", "aria-label": caption},
    el("table", {},
      el("caption", {}, caption),
      el("thead", {}, el("tr", {}, heads.map((head) => el("th", {scope: "col"}, head)))),
      el("tbody", {}, rows.map((row) => el("tr", {},
        row.map((cell, i) => el(i === 0 ? "th" : "td", i === 0 ? {scope: "row"} : {}, cell)))))));
}

function badge(word) {
  return el("span", {class: "badge " + (/^[a-z]+$/.test(word) ? word : "")}, word);
}
