// The cart on a phone. What is tapped is kept in localStorage until the hub says that it has it, so neither a dead spot
// nor a closed page loses it; the hub takes a step once, however often it is sent. What is shown is the cart as the hub
// drew it last, with the steps on top that were not in it then.
"use strict";

(() => {
  const KEPT = "vitrine.step.";
  const CLOCK = "vitrine.clock";
  const MOST_AT_ONCE = 100;
  const FEW_SECONDS = 10_000;
  const LONG_POLL = 40_000;
  const LONGEST_BREAK = 4_000; // all devices agree within 5 s of the network's return

  const page = document.querySelector("main");
  const notice = document.getElementById("notice");
  const said = document.getElementById("said");
  const heading = document.querySelector("h1");
  const cart = () => document.getElementById("cart");

  let clockOffset = 0; // how far the hub's clock is ahead of this phone's, ms
  let isOffline = false;
  let complaint = "";
  let delivered = []; // steps that the hub has, until a drawing of the cart has them too
  let drawings = 0; // asked for
  let isSending = false;
  let following = null;

  // --- What is kept ---------------------------------------------------------------------------------------------------

  function kept() {
    const steps = [];
    for (let index = 0; index < localStorage.length; index++) {
      const key = localStorage.key(index);
      if (key.startsWith(KEPT)) steps.push(JSON.parse(localStorage.getItem(key)));
    }
    return steps.sort((one, other) => one.wall_ms - other.wall_ms || one.counter - other.counter);
  }

  function forget(step) {
    localStorage.removeItem(KEPT + step.id);
  }

  // --- Steps ----------------------------------------------------------------------------------------------------------

  // A hybrid logical clock: near the hub's time, and later than all that this phone did or saw.
  function tick() {
    const seen = [cart().dataset, JSON.parse(localStorage.getItem(CLOCK) || "{}")].map((stamp) => [
      Number(stamp.wallMs || 0),
      Number(stamp.counter || 0),
    ]);
    const [wall, counter] = seen.sort((one, other) => one[0] - other[0] || one[1] - other[1])[1];
    const now = Date.now() + clockOffset;
    const stamp = now > wall ? { wallMs: now, counter: 0 } : { wallMs: wall, counter: counter + 1 };
    localStorage.setItem(CLOCK, JSON.stringify(stamp));
    return stamp;
  }

  // A UUID of version 7 (RFC 9562): 48 bits of time, the others random.
  function uuid(wallMs) {
    const bytes = crypto.getRandomValues(new Uint8Array(16));
    for (let index = 0; index < 6; index++) bytes[index] = Math.floor(wallMs / 2 ** (8 * (5 - index))) % 256;
    bytes[6] = 0x70 | (bytes[6] & 0x0f);
    bytes[8] = 0x80 | (bytes[8] & 0x3f);
    const hex = Array.from(bytes, (byte) => byte.toString(16).padStart(2, "0")).join("");
    return hex.replace(/^(.{8})(.{4})(.{4})(.{4})/, "$1-$2-$3-$4-");
  }

  function act(action) {
    try {
      const stamp = tick();
      const id = uuid(stamp.wallMs);
      const step = { id, cart: cart().dataset.cart, wall_ms: stamp.wallMs, counter: stamp.counter, action };
      localStorage.setItem(KEPT + id, JSON.stringify(step));
    } catch (error) {
      complain(page.dataset.notKept);
      throw error;
    }
    complaint = "";
    paint();
    send();
  }

  function removal(sku) {
    return { kind: "remove", sku, observed: JSON.parse(cart().dataset.observed) };
  }

  // --- What is shown --------------------------------------------------------------------------------------------------

  function onTop() {
    const drawn = new Set(cart().dataset.own.split(" "));
    const steps = [...delivered, ...kept()];
    return steps.filter((step) => step.cart === cart().dataset.cart && !drawn.has(step.id));
  }

  function quantity(line, steps) {
    let shown = Number(line.dataset.quantity);
    for (const { action } of steps) {
      if (action.sku !== line.dataset.sku) continue;
      if (action.kind === "add") shown += action.quantity;
      if (action.kind === "take") shown -= action.quantity;
      if (action.kind === "remove") shown = 0;
    }
    return Math.max(0, shown);
  }

  function paint() {
    const steps = onTop();
    for (const line of document.querySelectorAll(".line[data-quantity]")) {
      const shown = quantity(line, steps);
      const output = line.querySelector("output");
      if (output && output.textContent !== String(shown)) output.textContent = shown;
      for (const box of line.querySelectorAll("[data-option]")) {
        const choices = steps.filter(({ action }) => action.sku === line.dataset.sku && action.name === box.dataset.option);
        box.checked = choices.length ? choices.pop().action.value !== "" : box.defaultChecked;
      }
      const hadFocus = line.contains(document.activeElement);
      line.hidden = shown === 0;
      if (line.hidden && hadFocus) heading.focus();
    }
    page.classList.toggle("waiting", steps.length > 0);
    const unsent = kept().length;
    const words = [complaint];
    if (isOffline) words.push(page.dataset.offline);
    if (isOffline && unsent) words.push(page.dataset.unsent.replace("{count}", unsent));
    const text = words.filter(Boolean).join(" ");
    if (notice.textContent !== text) notice.textContent = text;
  }

  function complain(words) {
    complaint = words;
    paint();
  }

  // Make the cart on the page what a new drawing of it is. What stays is the same element as before: a button that is
  // being pressed or has the focus, and a field that is being typed into.
  function draw(html, number) {
    const drawing = new DOMParser().parseFromString(html, "text/html").getElementById("cart");
    const { cart: id, version, total } = cart().dataset;
    if (drawing.dataset.cart === id && Number(drawing.dataset.version) < Number(version)) return;
    const focused = document.activeElement;
    morph(cart(), drawing);
    if (!focused.isConnected) heading.focus({ preventScroll: true });
    delivered = delivered.filter((step) => step.before >= number); // what was asked for later has them
    if (cart().dataset.total !== total) said.textContent = page.dataset.nowTotal.replace("{price}", cart().dataset.total);
    paint();
  }

  function morph(old, fresh) {
    if (old.nodeType !== Node.ELEMENT_NODE) {
      if (old.data !== fresh.data) old.data = fresh.data;
      return;
    }
    const isUntouched = old.value === old.defaultValue;
    for (const { name } of [...old.attributes]) if (!fresh.hasAttribute(name)) old.removeAttribute(name);
    for (const { name, value } of fresh.attributes) if (old.getAttribute(name) !== value) old.setAttribute(name, value);
    if (old.nodeName === "INPUT" && isUntouched) old.value = old.defaultValue;
    const left = [...old.childNodes];
    const pairs = [...fresh.childNodes].map((child) => {
      const index = left.findIndex((node) => isSame(node, child));
      return [index < 0 ? null : left.splice(index, 1)[0], child];
    });
    for (const node of left) node.remove();
    let place = old.firstChild;
    for (const [node, child] of pairs) {
      if (node === place && node) place = node.nextSibling;
      else old.insertBefore(node || child, place);
      if (node) morph(node, child);
    }
  }

  function isSame(node, other) {
    if (node.nodeName !== other.nodeName) return false;
    return node.nodeType !== Node.ELEMENT_NODE || (node.id === other.id && node.dataset.sku === other.dataset.sku);
  }

  // --- To the hub and back --------------------------------------------------------------------------------------------

  async function ask(path, patience, options = {}) {
    const abort = new AbortController();
    const timer = setTimeout(() => abort.abort(), patience);
    following = options.method ? following : abort;
    try {
      const answer = await fetch(path, { ...options, cache: "no-store", credentials: "same-origin", signal: abort.signal });
      if (answer.status === 404 || answer.status === 410) return location.reload(); // the page there says why
      const isRefused = answer.status === 422 && options.method === "POST"; // for good, whatever is tried again
      if (!answer.ok && !isRefused) throw new Error(`the hub answers ${answer.status}`);
      const body = await answer.text();
      clockOffset = Number(answer.headers.get("Vitrine-Now-Ms") || Date.now()) - Date.now();
      setOffline(false);
      return { isRefused, body };
    } finally {
      clearTimeout(timer);
    }
  }

  function setOffline(value) {
    if (isOffline === value) return;
    isOffline = value;
    paint();
  }

  // After a failure: longer each time, and never all phones at once.
  function pause(failures) {
    const longest = Math.min(LONGEST_BREAK, 500 * 2 ** failures);
    return new Promise((resume) => {
      setTimeout(resume, longest / 2 + (Math.random() * longest) / 2);
      addEventListener("online", resume, { once: true });
    });
  }

  async function send() {
    if (isSending) return;
    isSending = true;
    let failures = 0;
    for (let steps = kept(); steps.length; steps = kept()) {
      try {
        const body = JSON.stringify({ operations: steps.slice(0, MOST_AT_ONCE) });
        const headers = { "Content-Type": "application/json", "Vitrine-Page": "cart" };
        const answer = await ask("/cart/operations", FEW_SECONDS, { method: "POST", headers, body });
        if (!answer) break;
        const refused = () => steps.slice(0, MOST_AT_ONCE).map(({ id }) => ({ id, status: "refused" }));
        settle(steps, answer.isRefused ? refused() : JSON.parse(answer.body).results);
        failures = 0;
      } catch {
        setOffline(true);
        await pause(failures++);
      }
    }
    isSending = false;
    paint();
  }

  function settle(steps, results) {
    for (const { id, status } of results) {
      const step = steps.find((one) => one.id === id);
      forget(step);
      if (status === "refused") complaint = page.dataset.refused;
      else delivered.push({ ...step, before: drawings });
    }
    paint();
  }

  async function follow() {
    let failures = 0;
    for (;;) {
      if (document.hidden) await new Promise((seen) => addEventListener("visibilitychange", seen, { once: true }));
      try {
        const { cart: id, version } = cart().dataset;
        const number = ++drawings;
        const answer = await ask(`/cart/contents?cart=${id}&after=${isOffline ? -1 : version}`, LONG_POLL);
        if (!answer) return;
        draw(answer.body, number);
        failures = 0;
      } catch {
        if (document.hidden) continue;
        setOffline(true);
        await pause(failures++);
      }
    }
  }

  // --- Taps -----------------------------------------------------------------------------------------------------------

  page.addEventListener("click", (event) => {
    const button = event.target.closest("[data-do], [data-coupon]");
    if (!button) return;
    if (button.dataset.coupon) return act({ kind: "coupon", code: button.dataset.coupon, applied: false });
    const line = button.closest(".line");
    const { sku, minor, currency } = line.dataset;
    const left = quantity(line, onTop());
    if (button.dataset.do === "add" && left < 99)
      act({ kind: "add", sku, quantity: 1, price_seen: { minor: Number(minor), currency } });
    else if (button.dataset.do === "take" && left > 1) act({ kind: "take", sku, quantity: 1 });
    else if (button.dataset.do !== "add") act(removal(sku));
  });

  page.addEventListener("change", (event) => {
    const { option } = event.target.dataset;
    if (!option) return;
    const value = event.target.checked ? "yes" : "";
    act({ kind: "option", sku: event.target.closest(".line").dataset.sku, name: option, value });
  });

  page.addEventListener("submit", (event) => {
    const field = event.target.querySelector("input");
    if (event.target.id === "coupon") {
      event.preventDefault();
      const code = field.value.trim().toUpperCase();
      if (!/^[A-Z0-9-]{1,40}$/.test(code)) return field.select();
      field.value = "";
      act({ kind: "coupon", code, applied: true });
    } else if (event.target.id === "note") {
      event.preventDefault();
      field.defaultValue = field.value;
      // What a keyboard adds and no screen shows is left out.
      act({ kind: "note", text: field.value.replace(/\p{Zs}/gu, " ").replace(/\p{C}/gu, "").trim() });
    } else if (event.target.matches(".leave")) {
      localStorage.clear();
    }
  });

  addEventListener("storage", paint); // another tab of this phone
  document.addEventListener("visibilitychange", () => document.hidden && following && following.abort());

  try {
    kept();
  } catch {
    notice.textContent = page.dataset.notKept; // and the page stays one to be read
    return;
  }
  page.classList.add("live");
  paint();
  send();
  follow();
})();
