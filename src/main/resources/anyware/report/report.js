
"use strict";
(() => {
  const byId = id => document.getElementById(id);
  const all = (selector, within = document) => [...within.querySelectorAll(selector)];
  const form = byId("filter"), search = byId("search"), count = byId("count");
  const choices = all("select", form);
  const NAMED = /^(?:\d+\.\d+\.\d+\.\d+|[0-9a-f]*:[0-9a-f:.]*)(?:\/\d+)?$/;

  // Addresses as numbers: the family's bits, the first and the last address.
  const number = text => {
    if (!text.includes(":")) {
      const parts = text.split(".").map(Number);
      return parts.length === 4 && parts.every(part => part >= 0 && part < 256)
        ? parts.reduce((sum, part) => sum * 256n + BigInt(part), 0n) : null;
    }
    const [head, tail] = text.split("::");
    const words = side => side ? side.split(":") : [];
    const before = words(head), after = words(tail ?? "");
    const gap = 8 - before.length - after.length;
    if (tail === undefined ? gap !== 0 : gap < 0) return null;
    const full = [...before, ...Array(Math.max(0, gap)).fill("0"), ...after];
    if (!full.every(word => /^[0-9a-f]{1,4}$/.test(word))) return null;
    return full.reduce((sum, word) => sum * 65536n + BigInt("0x" + word), 0n);
  };
  const range = text => {
    if (!NAMED.test(text)) return null;
    const [address, length] = text.split("/");
    const bits = address.includes(":") ? 128 : 32;
    const first = number(address);
    const prefix = length === undefined ? bits : Number(length);
    if (first === null || prefix > bits) return null;
    const size = 1n << BigInt(bits - prefix);
    return { bits, first: first / size * size, last: first / size * size + size - 1n };
  };
  const ranges = text => text.toLowerCase().split(/[\s,]+/).map(range).filter(Boolean);
  const sets = new Map(all(".addresses").map(set =>
    [set.id, all("code", set).map(code => range(code.textContent)).filter(Boolean)]));
  const listed = new Map(all(".addresses").map(set =>
    [set.id, all("code", set).map(code => code.textContent)]));

  const value = (row, label) => row.cells.get(label)?.textContent ?? "";
  const rows = all(".matrix tbody tr, .rules tbody tr").map(element => {
    const section = element.closest(".site");
    const cells = new Map([...element.cells].map(cell => [cell.dataset.label, cell]));
    const row = { element, section, cells, site: section.dataset.site, rule: cells.has("rule") };
    const other = cells.get(row.rule ? "other end" : "addresses");
    row.role = value(row, row.rule ? "machines" : "role");
    row.direction = value(row, "direction");
    row.text = [row.site, ...[...cells.values()].map(cell => cell.textContent)].join(" ").toLowerCase();
    row.traffic = value(row, row.rule ? "traffic" : "port");
    row.ports = [...row.traffic.matchAll(/(\d+)(?:-(\d+))?\/(\w+)/g)]
      .map(([, first, last, protocol]) => ({ first: +first, last: +(last ?? first), protocol }));
    row.every = /everything/.test(row.traffic);
    row.names = (other.dataset.sets ?? "").split(" ").filter(Boolean);
    row.ranges = row.names.length ? row.names.flatMap(name => sets.get(name) ?? []) : ranges(other.textContent);
    const wide = bits => row.ranges.filter(one => one.bits === bits)
      .reduce((sum, one) => sum + one.last - one.first + 1n, 0n) >= 1n << BigInt(bits - 3);
    row.internet = wide(32) || wide(128) || /\banyone\b|\binternet\b/i.test(other.textContent);
    row.number = value(row, "row").toLowerCase();
    return row;
  });

  const hasPort = (row, port, protocol) => row.every || row.ports.some(one =>
    one.first <= port && port <= one.last && (!protocol || one.protocol === protocol));
  const fits = (row, word) => {
    const port = /^(\d{1,5})\/([a-z]+)$/.exec(word);
    if (port) return hasPort(row, +port[1], port[2]);
    if (/^\d{1,5}$/.test(word)) return row.number === word || (!row.every && hasPort(row, +word));
    if (/^a\d+$/.test(word) && row.number) return row.number === word;
    if (word === "internet" || word === "anyone") return row.internet;
    const asked = range(word);
    if (asked) {
      return row.ranges.some(one => one.bits === asked.bits
        && one.first <= asked.first && asked.last <= one.last);
    }
    return row.text.includes(word);
  };

  let edge = null;
  const onEdge = row => {
    if (!edge) return true;
    const { edge: name, from, to, ports, sites } = edge.dataset;
    if (!sites.split(" ").includes(row.site)) return false;
    if (!row.rule) return row.element.dataset.edge === name;
    const own = row.direction === "inbound" ? to : from;
    return row.role === own && !row.every && ports.split(" ").some(port => {
      const [number, protocol] = port.split("/");
      return hasPort(row, +number, protocol);
    });
  };

  const sites = all(".site");
  const fold = (section, folded) => {
    const body = section.lastElementChild;
    body.classList.toggle("folded", folded);
    section.querySelector("h3 button").setAttribute("aria-expanded", String(!folded));
  };
  const foldAsMany = () => sites.forEach((section, index) => fold(section, sites.length > 3 || index > 0));
  const active = () => Boolean(search.value.trim() || edge || choices.some(choice => choice.value));
  const shown = () => rows.filter(row => !row.element.hidden);

  const apply = () => {
    const words = search.value.toLowerCase().split(/[\s,]+/).filter(Boolean);
    const chosen = Object.fromEntries(choices.map(choice => [choice.dataset.column, choice.value]));
    for (const row of rows) {
      row.element.hidden = !(onEdge(row)
        && words.every(word => fits(row, word))
        && (!chosen.site || row.site === chosen.site)
        && (!chosen.role || row.role === chosen.role)
        && (!chosen.direction || row.direction === chosen.direction)
        && (!chosen.protocol || row.every || row.ports.some(one => one.protocol === chosen.protocol)));
    }
    const left = shown();
    for (const section of sites) {
      const any = left.some(row => row.section === section);
      section.hidden = active() && !any;
      if (active()) fold(section, false);
      for (const table of all("table", section)) {
        table.hidden = active() && !left.some(row => row.section === section && table.contains(row.element));
      }
    }
    const lines = left.filter(row => !row.rule).length, allLines = rows.filter(row => !row.rule).length;
    count.textContent = lines + " of " + allLines + " lines, " + (left.length - lines) + " of "
      + (rows.length - allLines) + " rules";
    for (const part of all(".explanation")) part.classList.toggle("shown", part === edge);
    for (const arrow of all(".arrow")) {
      arrow.classList.toggle("chosen", edge !== null && arrow.getAttribute("href") === "#" + edge.id);
    }
  };

  // The filter is in the address, so that it can be handed on.
  const remember = () => {
    const state = new URLSearchParams();
    if (search.value.trim()) state.set("search", search.value.trim());
    for (const choice of choices) if (choice.value) state.set(choice.dataset.column, choice.value);
    if (edge) state.set("edge", edge.id);
    const text = state.toString();
    history.replaceState(null, "", text ? "#" + text : location.pathname + location.search);
  };
  const recall = () => {
    if (!location.hash.includes("=")) return false;
    const state = new URLSearchParams(location.hash.slice(1));
    search.value = state.get("search") ?? "";
    for (const choice of choices) {
      const wanted = state.get(choice.dataset.column) ?? "";
      choice.value = [...choice.options].some(option => option.value === wanted) ? wanted : "";
    }
    edge = all(".explanation").find(part => part.id === state.get("edge")) ?? null;
    return true;
  };
  const changed = () => { apply(); remember(); if (!active()) foldAsMany(); };

  const save = (name, type, text) => {
    const link = document.createElement("a");
    link.href = URL.createObjectURL(new Blob([text], { type }));
    link.download = name;
    link.click();
    setTimeout(() => URL.revokeObjectURL(link.href), 1000);
  };
  const object = row => Object.fromEntries([["site", row.site], ...[...row.cells].map(([label, cell]) =>
    [label, cell.dataset.sets && label !== "setting"
      ? cell.dataset.sets.split(" ").flatMap(name => listed.get(name) ?? []).join(", ") : cell.textContent])]);
  const csv = objects => {
    const titles = [...new Set(objects.flatMap(Object.keys))];
    const quoted = text => /[",\r\n]/.test(text) ? '"' + text.replaceAll('"', '""') + '"' : text;
    return [titles, ...objects.map(one => titles.map(title => one[title] ?? ""))]
      .map(line => line.map(quoted).join(",") + "\r\n").join("");
  };
  const stack = document.body.dataset.stack;
  const ports = () => shown().filter(row => !row.rule).map(object);
  const rules = () => shown().filter(row => row.rule).map(object);
  byId("save-ports").addEventListener("click", () => save("anyware-" + stack + "-ports.csv", "text/csv", csv(ports())));
  byId("save-rules").addEventListener("click", () => save("anyware-" + stack + "-rules.csv", "text/csv", csv(rules())));
  byId("save-json").addEventListener("click", () => save("anyware-" + stack + ".json", "application/json",
    JSON.stringify({ stack, filter: decodeURIComponent(location.hash.slice(1)), ports: ports(), rules: rules() }, null, 2)));

  for (const title of all(".fold")) {
    const button = document.createElement("button");
    button.type = "button";
    button.textContent = title.textContent;
    button.setAttribute("aria-controls", title.dataset.folds);
    title.replaceWith(button);
    const section = button.closest(".site");
    button.addEventListener("click", () => fold(section, button.getAttribute("aria-expanded") === "true"));
  }
  for (const link of all('a[href^="#x-"]')) {
    link.addEventListener("click", event => {
      event.preventDefault();
      const asked = byId(link.getAttribute("href").slice(1));
      edge = edge === asked ? null : asked;
      changed();
      if (edge) edge.focus({ preventScroll: true });
      if (edge) edge.scrollIntoView({ block: "nearest" });
    });
  }
  form.addEventListener("input", changed);
  form.addEventListener("submit", event => event.preventDefault());
  form.addEventListener("reset", () => setTimeout(() => { edge = null; changed(); }));
  window.addEventListener("hashchange", () => { if (recall()) apply(); });
  form.hidden = false;
  foldAsMany();
  recall();
  apply();
})();
