"use strict";

// A scenario as a picture: lanes of alerts, receivers and actions above charts of series, all on one
// axis of virtual time.

const LANE = 36;
const CHART = 96;
const CHART_HEAD = 44;
const LEFT = 52;
const RIGHT = 18;
const SHOWN_CHARTS = 5;
const SHOWN_ALERTS = 40;
const CROSS = "path://M2,0L5,3L8,0L10,2L7,5L10,8L8,10L5,7L2,10L0,8L3,5L0,2Z";
const STEPS = [1, 2, 5, 10, 15, 30, 60, 120, 300, 600, 900, 1800, 3600, 7200, 10800, 21600, 43200, 86400, 172800, 604800, 1209600, 2592000];

/** The page's colors, as they are in the theme of the moment. */
function palette(host) {
  const probe = el("span", {});
  host.append(probe);
  const color = (name) => {
    probe.style.color = "var(--" + name + ")";
    return getComputedStyle(probe).color;
  };
  const colors = {lines: []};
  ["text", "quiet", "line", "panel", "firing", "pending", "resolved", "action"].forEach((name) => { colors[name] = color(name); });
  for (let i = 0; i < 8; i++) {
    colors.lines.push(color("line-" + i));
  }
  probe.remove();
  return colors;
}

/** What has a lane: alerts, then receivers, then what was done. */
function lanesOf(test) {
  const lanes = test.alerts.slice(0, SHOWN_ALERTS).map((alert) => ({label: alert.labels, spans: alert.spans, marks: []}));
  if (test.alerts.length > SHOWN_ALERTS) {
    lanes.push({label: "and " + counted(test.alerts.length - SHOWN_ALERTS, "more alert") + ", in the tables below", spans: [], marks: []});
  }
  const byReceiver = new Map();
  const receiver = (event) => {
    const key = event.integration + " to " + event.receiver;
    if (!byReceiver.has(key)) {
      byReceiver.set(key, {label: key, spans: [], marks: []});
    }
    return byReceiver.get(key).marks;
  };
  test.notifications.forEach((n, index) => receiver(n).push({at: n.at, look: n.status, index,
    lines: [n.status + " " + (n.title || n.group), n.integration + " to " + n.receiver]}));
  test.attempts.forEach((a) => receiver(a).push({at: a.at, look: "attempt",
    lines: ["failed: " + a.failure, a.integration + " to " + a.receiver]}));
  lanes.push(...byReceiver.values());
  if (test.actions.length > 0) {
    lanes.push({label: "actions", spans: [], marks: test.actions.map((a) => ({at: a.at, look: "action", lines: [a.text]}))});
  }
  return lanes;
}

function step(length, width) {
  const least = length / Math.max(2, Math.floor(width / 80));
  return STEPS.find((s) => s >= least) || Math.ceil(least / 2592000) * 2592000;
}

function tip(test, at, lines) {
  return el("div", {class: "tip"}, el("strong", {}, timeText(test, at)), lines.map((line) => el("div", {}, line)));
}

function shortened(text, width) {
  return echarts.format.truncateText(text, width, "11px sans-serif", "…");
}

/** The charts that are shown at first: not those of what stays as it is, unless there is nothing else. */
function tellingCharts(test) {
  const telling = test.charts.filter((chart) => chart.about !== "STEADY");
  return (telling.length > 0 ? telling : test.charts.slice(0, 2)).slice(0, SHOWN_CHARTS);
}

/** ECharts' option for a test, and the height that it needs. */
function pictureOption(test, width, colors, all) {
  const lanes = lanesOf(test);
  const charts = all ? test.charts : tellingCharts(test);
  const length = Math.max(1, test.length);
  const inner = width - LEFT - RIGHT;
  const grids = [];
  const titles = [];
  const legends = [];
  const series = [];
  let top = 4;

  grids.push({left: LEFT, right: RIGHT, top, height: Math.max(1, lanes.length) * LANE, tooltip: {trigger: "item"}});
  series.push(labelSeries(lanes, colors, inner), barSeries(test, lanes, colors), markSeries(test, lanes, colors));
  top += Math.max(1, lanes.length) * LANE + 26;

  charts.forEach((chart, i) => {
    titles.push({text: shortened(chart.title, inner), left: LEFT, top, padding: 0, textStyle: {fontSize: 12, fontWeight: "bold", color: colors.text}});
    legends.push({type: "scroll", left: LEFT, right: RIGHT, top: top + 17, padding: 0, itemWidth: 12, itemHeight: 3, itemGap: 12, icon: "rect", selectedMode: false,
      data: chart.lines.map((line, j) => lineName(i, j)),
      formatter: (name) => shortened(chart.lines[Number(name.split(".")[1])].name, Math.min(inner - 60, 340)),
      textStyle: {fontSize: 11, color: colors.quiet}, pageTextStyle: {color: colors.quiet}, pageIconColor: colors.quiet, pageIconInactiveColor: colors.line, pageIconSize: 10});
    grids.push({left: LEFT, right: RIGHT, top: top + CHART_HEAD, height: CHART, tooltip: {trigger: "axis", formatter: (points) => chartTip(test, chart, points)}});
    series.push(...chartSeries(chart, i, length, colors));
    top += CHART_HEAD + CHART + 14;
  });
  top += charts.length === 0 ? 0 : 14;

  const option = {
    animation: false,
    backgroundColor: "transparent",
    textStyle: {fontFamily: "sans-serif"},
    tooltip: {trigger: "item", confine: true, backgroundColor: colors.panel, borderColor: colors.line, textStyle: {color: colors.text, fontSize: 12}},
    axisPointer: {link: [{xAxisIndex: "all"}], lineStyle: {color: colors.quiet}},
    title: titles,
    legend: legends,
    grid: grids,
    xAxis: grids.map((grid, i) => xAxis(i, i === 0 || i === grids.length - 1, length, inner, colors)),
    yAxis: grids.map((grid, i) => (i === 0 ? laneAxis(lanes, colors) : valueAxis(i, charts[i - 1], colors))),
    dataZoom: [{type: "slider", xAxisIndex: grids.map((grid, i) => i), filterMode: "none", left: LEFT, right: RIGHT, top, height: 16, brushSelect: false, showDataShadow: false,
      borderColor: colors.line, fillerColor: "transparent", handleStyle: {color: colors.quiet}, moveHandleStyle: {color: colors.line}, textStyle: {color: colors.quiet, fontSize: 10},
      labelFormatter: (value) => offsetText(Math.round(value))}],
    series,
  };
  return {option, height: top + 26, hidden: test.charts.length - charts.length};
}

function lineName(chart, line) {
  return chart + "." + line;
}

function xAxis(index, labelled, length, width, colors) {
  return {type: "value", gridIndex: index, min: 0, max: length, interval: step(length, width),
    axisLabel: {show: labelled, color: colors.quiet, fontSize: 11, hideOverlap: true, formatter: (value) => offsetText(Math.round(value))},
    axisLine: {show: true, onZero: false, lineStyle: {color: colors.line}}, axisTick: {show: labelled},
    splitLine: {lineStyle: {color: colors.line, opacity: 0.6}},
    axisPointer: {show: index > 0, label: {show: false}}};
}

function laneAxis(lanes, colors) {
  return {type: "value", gridIndex: 0, min: 0, max: Math.max(1, lanes.length), interval: 1, inverse: true, axisLabel: {show: false}, axisTick: {show: false}, axisLine: {show: false},
    splitLine: {lineStyle: {color: colors.line}}};
}

function valueAxis(index, chart, colors) {
  const limits = chart.thresholds.map((threshold) => threshold.value);
  const reach = (range, sign) => {
    const low = Math.min(range.min, ...limits);
    const high = Math.max(range.max, ...limits);
    const room = (high - low) * 0.12 || Math.abs(high) * 0.1 || 1;
    return limits.length > 0 && Number.isFinite(room) ? (sign < 0 ? low - room : high + room) : null;
  };
  const show = limits.length === 0;
  return {type: "value", gridIndex: index, scale: true, splitNumber: 3, min: (range) => reach(range, -1), max: (range) => reach(range, 1),
    axisLabel: {color: colors.quiet, fontSize: 10, formatter: shortNumber, showMinLabel: show, showMaxLabel: show},
    splitLine: {lineStyle: {color: colors.line, opacity: 0.6}}};
}

function shortNumber(value) {
  const size = Math.abs(value);
  const units = [["T", 1e12], ["G", 1e9], ["M", 1e6], ["k", 1e3]];
  const unit = units.find(([, factor]) => size >= factor * 10);
  return unit ? numberText(value / unit[1]) + unit[0] : numberText(value);
}

function labelSeries(lanes, colors, width) {
  return {type: "custom", silent: true, clip: false, tooltip: {show: false}, data: lanes.map((lane, i) => [0, i]),
    encode: {x: -1, y: 1},
    renderItem: (params, api) => ({type: "text", style: {
      text: lanes[api.value(1)].label, x: params.coordSys.x, y: params.coordSys.y + api.value(1) * LANE + 4,
      width, overflow: "truncate", ellipsis: "…", fontSize: 11, fill: colors.text}})};
}

/** Firing is a full bar, pending a thin one: they differ without color, too. */
function barSeries(test, lanes, colors) {
  const data = lanes.flatMap((lane, i) => lane.spans.map(([from, to, state]) => ({value: [i, from, to], state})));
  return {type: "custom", clip: true, data, encode: {x: [1, 2], y: 0},
    tooltip: {formatter: (item) => tip(test, item.value[1], [lanes[item.value[0]].label, item.data.state + " until " + timeText(test, item.value[2])])},
    renderItem: (params, api) => {
      const from = api.coord([api.value(1), api.value(0)]);
      const to = api.coord([api.value(2), api.value(0)]);
      const firing = data[params.dataIndex].state === "firing";
      const left = Math.max(from[0], params.coordSys.x);
      const right = Math.min(to[0], params.coordSys.x + params.coordSys.width);
      return right < params.coordSys.x || left > params.coordSys.x + params.coordSys.width ? null : {type: "rect",
        shape: {x: left, y: from[1] + (firing ? 19 : 23), width: Math.max(2, right - left), height: firing ? 14 : 6, r: 2},
        style: {fill: firing ? colors.firing : colors.pending}};
    }};
}

function markSeries(test, lanes, colors) {
  const looks = {
    firing: {symbol: "triangle", color: colors.firing},
    resolved: {symbol: "circle", color: colors.resolved},
    attempt: {symbol: CROSS, color: colors.firing},
    action: {symbol: "diamond", color: colors.action},
  };
  const data = lanes.flatMap((lane, i) => lane.marks.map((mark) => {
    const look = looks[mark.look] || {symbol: "rect", color: colors.quiet};
    return {value: [mark.at, i + 26 / LANE], symbol: look.symbol, itemStyle: {color: look.color, opacity: 1}, mark};
  }));
  return {type: "scatter", symbolSize: 13, data, z: 5,
    tooltip: {formatter: (item) => tip(test, item.data.mark.at, item.data.mark.lines)},
    markLine: {symbol: "none", silent: true, animation: false, label: {show: false}, lineStyle: {color: colors.action, type: "dashed", opacity: 0.8}, data: test.actions.map((a) => ({xAxis: a.at}))}};
}

function chartSeries(chart, index, length, colors) {
  const lines = chart.lines.map((line, j) => ({
    type: "line", name: lineName(index, j), xAxisIndex: index + 1, yAxisIndex: index + 1, step: "end", showSymbol: pairs(line.points).length === 1, symbolSize: 5, connectNulls: false,
    data: pairs(line.points), lineStyle: {width: 1.5}, color: colors.lines[j % colors.lines.length], emphasis: {disabled: true}}));
  if (chart.thresholds.length > 0) {
    lines.push({type: "line", xAxisIndex: index + 1, yAxisIndex: index + 1, data: [], silent: true, markLine: {symbol: "none", silent: true, animation: false,
      lineStyle: {color: colors.firing, type: "dashed", width: 1.2},
      data: chart.thresholds.map((threshold) => ({yAxis: threshold.value, label: {position: "insideStartTop", formatter: threshold.op + " " + threshold.text, color: colors.firing, backgroundColor: colors.panel, padding: [1, 3], fontSize: 11}}))}});
  }
  return lines;
}

function pairs(points) {
  const result = [];
  for (let i = 0; i < points.length; i += 2) {
    result.push([points[i], points[i + 1]]);
  }
  return result;
}

function chartTip(test, chart, points) {
  const named = points.filter((point) => point.seriesName.includes(".") && point.value);
  return named.length === 0 ? "" : tip(test, named[0].value[0],
    named.map((point) => chart.lines[Number(point.seriesName.split(".")[1])].name + ": " + numberText(point.value[1])));
}

/** Draws into an element, and again when its width or the theme changes. */
class Picture {
  constructor(test, host, onMark) {
    this.test = test;
    this.host = host;
    this.onMark = onMark;
    this.all = false;
    this.chart = null;
    this.width = 0;
    this.observer = new ResizeObserver(() => {
      if (this.chart && Math.abs(this.host.clientWidth - this.width) > 1) {
        this.draw();
      }
    });
  }

  draw() {
    this.width = this.host.clientWidth;
    const {option, height, hidden} = pictureOption(this.test, this.width, palette(this.host), this.all);
    this.hidden = hidden;
    this.host.style.height = height + "px";
    if (this.chart) {
      this.chart.dispose();
    }
    this.chart = echarts.init(this.host, null, {renderer: "svg", width: this.width, height});
    this.chart.setOption(option);
    this.chart.on("click", (event) => {
      if (event.data && event.data.mark && event.data.mark.index !== undefined) {
        this.onMark(event.data.mark.index);
      }
    });
    this.chart.on("datazoom", () => {
      const zoom = this.chart.getOption().dataZoom[0];
      const interval = step(zoom.endValue - zoom.startValue, this.width - LEFT - RIGHT);
      this.chart.setOption({xAxis: option.xAxis.map(() => ({interval}))});
    });
    this.observer.observe(this.host);
  }

  dispose() {
    this.observer.disconnect();
    if (this.chart) {
      this.chart.dispose();
      this.chart = null;
    }
  }
}
