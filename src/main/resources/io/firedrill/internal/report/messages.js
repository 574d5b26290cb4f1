"use strict";

// Notifications as a person would read them. A card for each kind that has a look of its own.

const SHOWN_MESSAGES = 12;

const SLACK_COLORS = {good: "#2eb67d", warning: "#ecb22e", danger: "#e01e5a"};

const CARDS = {
  slack: chatCard,
  mattermost: chatCard,
  rocketchat: chatCard,
  email: mailCard,
  pagerduty: incidentCard,
  opsgenie: opsgenieCard,
  webhook: webhookCard,
};

function messageList(test) {
  const list = el("ol", {class: "messages"});
  const add = (from, to) => test.notifications.slice(from, to)
    .forEach((notification, i) => list.append(el("li", {id: test.id + "-n" + (from + i), tabindex: "-1"}, messageCard(test, notification))));
  add(0, SHOWN_MESSAGES);
  const rest = test.notifications.length - SHOWN_MESSAGES;
  if (rest <= 0) {
    return {list, all: () => {}, more: null};
  }
  const more = el("button", {type: "button", class: "more"}, "Show " + counted(rest, "more message"));
  const all = () => {
    if (more.isConnected) {
      const focused = document.activeElement === more;
      more.remove();
      add(SHOWN_MESSAGES, test.notifications.length);
      if (focused) {
        list.children[SHOWN_MESSAGES].focus();
      }
    }
  };
  more.addEventListener("click", all);
  return {list, all, more};
}

function messageCard(test, notification) {
  const card = CARDS[notification.integration] || genericCard;
  const raw = disclosure("Raw request", () => el("pre", {class: "raw", tabindex: "0"}, pretty(notification.body)));
  return el("article", {class: "message", "aria-label": notification.integration + " to " + notification.receiver + " at " + offsetText(notification.at)},
    el("p", {class: "meta"},
      el("time", {datetime: dateText(Date.parse(test.start) + notification.at * 1000)}, offsetText(notification.at)),
      " ", el("span", {class: "kind"}, notification.integration), " to ", el("strong", {}, notification.receiver), " ", badge(notification.status)),
    card(notification),
    el("p", {class: "quiet"}, notification.group === "{}" ? "" : "group " + notification.group + ", ", counted(notification.alerts.length, "alert")),
    raw.button, raw.panel);
}

function pretty(body) {
  try {
    return JSON.stringify(JSON.parse(body), null, 2);
  } catch (e) {
    return body;
  }
}

/** The fields but for these, as a list; nothing where there are none. */
function fieldList(fields, without) {
  const rest = Object.entries(fields).filter(([name]) => !without.some((w) => w === name || (w.endsWith(".") && name.startsWith(w))));
  if (rest.length === 0) {
    return null;
  }
  return el("dl", {}, rest.map(([name, value]) => el("div", {}, el("dt", {}, name), el("dd", {}, value))));
}

/** Slack's fields: fields.0.title, fields.0.value. */
function shortFields(fields) {
  const items = [];
  for (let i = 0; fields["fields." + i + ".title"] !== undefined || fields["fields." + i + ".value"] !== undefined; i++) {
    items.push(el("div", {}, el("dt", {}, fields["fields." + i + ".title"] || ""), el("dd", {}, fields["fields." + i + ".value"] || "")));
  }
  return items.length === 0 ? null : el("dl", {class: "short"}, items);
}

/** Slack's markup: *bold*, `code`, <address|words>; all else is text. Addresses are not links here. */
function chatText(text) {
  const parts = text.split(/(\*[^*\n]+\*|`[^`\n]+`|<[^<>|\s]+\|[^<>]*>|<[a-z]+:[^<>|\s]+>)/);
  return parts.map((part, i) => {
    if (i % 2 === 0) {
      return part;
    }
    if (part.startsWith("*")) {
      return el("strong", {}, part.slice(1, -1));
    }
    if (part.startsWith("`")) {
      return el("code", {}, part.slice(1, -1));
    }
    const bar = part.indexOf("|");
    return bar < 0
      ? el("span", {class: "address"}, part.slice(1, -1))
      : el("span", {class: "address", title: part.slice(1, bar)}, part.slice(bar + 1, -1));
  });
}

function chatCard(notification) {
  const fields = notification.fields;
  const color = SLACK_COLORS[fields.color] || (/^#[0-9a-fA-F]{3,8}$/.test(fields.color || "") ? fields.color : "#8a8a8a");
  const attachment = el("div", {class: "attachment"},
    fields.pretext ? el("p", {}, chatText(fields.pretext)) : null,
    el("p", {class: "headline"}, notification.title),
    el("p", {class: "body"}, chatText(notification.text)),
    shortFields(fields),
    fields.footer ? el("p", {class: "quiet"}, fields.footer) : null);
  attachment.style.borderLeftColor = color;
  return el("div", {class: "card chat"},
    el("p", {}, el("strong", {}, fields.username || "Alertmanager"), " ", el("span", {class: "quiet"}, fields.channel || "")),
    fields.message_text ? el("p", {class: "body"}, chatText(fields.message_text)) : null,
    attachment);
}

function mailCard(notification) {
  const fields = notification.fields;
  const html = fields.html;
  const plain = el("pre", {class: "mailtext", tabindex: "0", role: "group", "aria-label": "The mail's plain text"}, notification.text);
  return el("div", {class: "card mail"},
    el("dl", {},
      ["from", "to"].map((name) => fields[name] && el("div", {}, el("dt", {}, name[0].toUpperCase() + name.slice(1)), el("dd", {}, fields[name]))),
      el("div", {}, el("dt", {}, "Subject"), el("dd", {class: "headline"}, notification.title))),
    html ? [mailFrame(notification, html), parts(disclosure("Plain text", () => plain))] : plain,
    parts(disclosure("All fields", () => fieldList(fields, ["html"]) || el("p", {}, "none"))));
}

function parts(shown) {
  return [shown.button, " ", shown.panel];
}

/** Nothing in the frame can run, load or go anywhere: an empty sandbox, and the page's own policy. */
function mailFrame(notification, html) {
  return el("iframe", {class: "mailbody", sandbox: "", title: "Mail: " + notification.title, srcdoc: html, loading: "lazy"});
}

function incidentCard(notification) {
  const fields = notification.fields;
  const resolved = fields.event_action === "resolve";
  return el("div", {class: "card incident " + (resolved ? "done" : "")},
    el("p", {}, badge(resolved ? "resolved" : "triggered"), " ", fields.severity ? el("span", {class: "badge"}, fields.severity) : null),
    el("p", {class: "headline"}, notification.title),
    fieldList(fields, ["event_action", "severity", "custom_details.", "images.", "links."]),
    parts(disclosure("Details", () => fieldList(fields, Object.keys(fields).filter((f) => !/^(custom_details|images|links)\./.test(f))) || el("p", {}, "none"))));
}

function opsgenieCard(notification) {
  const fields = notification.fields;
  const tags = Object.entries(fields).filter(([name]) => name.startsWith("tags.")).map(([, value]) => value);
  return el("div", {class: "card incident " + (fields.action === "close" ? "done" : "")},
    el("p", {}, fields.priority ? el("span", {class: "badge"}, fields.priority) : null, " ", badge(fields.action === "close" ? "closed" : "open"),
      tags.map((tag) => [" ", el("span", {class: "badge"}, tag)])),
    el("p", {class: "headline"}, notification.title || "(" + (fields.action || "no message") + ")"),
    notification.text ? el("p", {class: "body"}, notification.text) : null,
    fieldList(fields, ["action", "priority", "tags."]));
}

/** Programs read webhooks; a person sees the alerts in them. */
function webhookCard(notification) {
  return el("div", {class: "card"}, notification.alerts.map((alert) =>
    el("div", {class: "alert"},
      el("p", {}, badge(alert.status), " ", el("strong", {}, alert.name)),
      alert.annotations.summary ? el("p", {class: "body"}, alert.annotations.summary) : null,
      fieldList(alert.annotations, ["summary"]),
      el("p", {class: "labels"}, alert.labels))));
}

function genericCard(notification) {
  return el("div", {class: "card"},
    notification.title ? el("p", {class: "headline"}, notification.title) : null,
    notification.text ? el("p", {class: "body"}, notification.text) : null,
    parts(disclosure("All fields", () => fieldList(notification.fields, []) || el("p", {}, "none"))));
}
