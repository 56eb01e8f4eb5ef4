"use strict";
// One page of review: pictures that load when they are seen, words that show their boxes, citations.
const text = document.getElementById("text"), pictures = document.getElementById("pictures");
const tip = document.getElementById("tip"), body = document.body;
const pages = new Map(), pictureData = new Map();
for (const s of document.querySelectorAll("script.boxes")) pages.set(+s.dataset.page, { source: s });
for (const s of document.querySelectorAll("script.picture")) pictureData.set(+s.dataset.page, s);

function page(number) {
  const one = pages.get(number);
  if (one.source) Object.assign(one, JSON.parse(one.source.textContent), { source: null });
  return one;
}
const split = name => { const [p, i] = name.split("."); return [+p, +i]; };
const figure = number => document.getElementById("page-" + number);

// -- pictures and boxes, when a page comes near the window
const STRIDE = 5;                                   // left, top, right, bottom (tenths of a point), state
function box(one, i) { return one.boxes.slice(i * STRIDE, i * STRIDE + STRIDE); }
function outline([l, t, r, b], more = 8) {
  return `M${(l - more) / 10} ${(t - more) / 10}H${(r + more) / 10}V${(b + more) / 10}H${(l - more) / 10}Z`;
}
function path(cls, d) {
  const p = document.createElementNS("http://www.w3.org/2000/svg", "path");
  p.setAttribute("class", cls); p.setAttribute("d", d); return p;
}
function draw(number) {
  const sheet = figure(number), svg = sheet.querySelector("svg"), picture = pictureData.get(number);
  if (!svg) return;
  if (picture) sheet.querySelector("img").src = picture.textContent;
  const one = page(number), shapes = new Map();
  for (let i = 0; i < one.boxes.length / STRIDE; i++) {
    const b = box(one, i), cls = b[4] === 0 ? "kept" : b[4] === 1 ? "unsure" : "out s" + (b[4] - 2);
    shapes.set(cls, (shapes.get(cls) || "") + outline(b));
  }
  for (const [cls, d] of shapes) svg.append(path(cls, d));
}
const near = new IntersectionObserver(found => {
  for (const f of found) if (f.isIntersecting) { near.unobserve(f.target); draw(+f.target.id.slice(5)); }
}, { root: pictures, rootMargin: "100% 0px" });
for (const f of document.querySelectorAll(".sheet")) near.observe(f);

// -- from word to box and back
let byName = null;
function elements(name) {
  if (!byName) {
    byName = new Map();
    for (const e of text.querySelectorAll("[data-w]")) byName.set(e.dataset.w, [...(byName.get(e.dataset.w) || []), e]);
  }
  return byName.get(name) || [];
}
function toView(element, pane) {
  const r = element.getBoundingClientRect(), p = pane.getBoundingClientRect();
  if (r.top < p.top + 30 || r.bottom > p.bottom - 30) pane.scrollTop += (r.top + r.bottom - p.top - p.bottom) / 2;
}
function clear() { for (const e of document.querySelectorAll(".hit")) e.tagName === "path" ? e.remove() : e.classList.remove("hit"); }
function light(names, from) {
  clear();
  let first = null;
  const outlines = new Map();
  for (const name of names) {
    for (const e of elements(name)) { e.classList.add("hit"); if (from !== text && !first) { toView(e, text); first = e; } }
    const [p, i] = split(name), svg = figure(p).querySelector("svg");
    if (svg) outlines.set(p, (outlines.get(p) || "") + outline(box(page(p), i), 14));
    else for (const e of pictures.querySelectorAll(`[data-s="${name}"]`)) { e.classList.add("hit"); if (from === text) toView(e, pictures); }
  }
  let seen = false;
  for (const [p, d] of outlines) {
    const hit = path("hit", d);
    figure(p).querySelector("svg").append(hit);
    if (from === text && !seen) { toView(hit, pictures); seen = true; }
  }
}
function namesIn(element) {
  const names = element.dataset.w ? [element.dataset.w] : [];
  for (const e of element.querySelectorAll("[data-w]")) names.push(e.dataset.w);
  return names;
}

// -- what is told of a word
function place(name) {
  const [p, i] = split(name), one = page(p);
  let run = one.lines[0];
  for (const r of one.lines) if (r[0] <= i) run = r;
  return { page: p, line: run ? run[1] : null, folio: (run && run[2]) || String(p) };
}
function cited(first, last) {
  const a = place(first), b = place(last), same = a.page === b.page && a.folio === b.folio;
  if (a.line === null || b.line === null) return same ? a.folio : `${a.folio}-${b.folio}`;
  if (!same) return `${a.folio}:${a.line}-${b.folio}:${b.line}`;
  return a.line === b.line ? `${a.folio}:${a.line}` : `${a.folio}:${a.line}-${b.line}`;
}
function told(element) {
  const word = element.closest("[data-w]"), marked = element.closest("[data-why]"), says = [];
  if (marked) says.push(marked.dataset.why);
  if (word) {
    if (word.dataset.sure) says.push("confidence " + word.dataset.sure);
    says.push(cited(word.dataset.w, word.dataset.w));
  }
  return says.join(" · ");
}
function showTip(says, x, y) {
  tip.hidden = !says;
  tip.textContent = says;
  tip.style.left = Math.min(x + 14, innerWidth - tip.offsetWidth - 8) + "px";
  tip.style.top = Math.min(y + 18, innerHeight - tip.offsetHeight - 8) + "px";
}

// -- the pointer
text.addEventListener("pointermove", event => {
  const marked = event.target.closest("[data-w], [data-why]");
  if (!marked) { showTip("", 0, 0); return; }
  showTip(told(marked), event.clientX, event.clientY);
  const names = namesIn(marked);
  if (names.length && event.buttons === 0) light(names, text);
});
pictures.addEventListener("pointermove", event => {
  const run = event.target.closest("[data-s]");
  if (run) { light([run.dataset.s], pictures); showTip("", 0, 0); return; }
  const svg = event.target.closest("svg");
  const sheet = event.target.closest(".sheet");
  if (!svg || !sheet) { showTip("", 0, 0); return; }
  const number = +sheet.id.slice(5), one = page(number), r = svg.getBoundingClientRect();
  const x = (event.clientX - r.left) / r.width * one.size[0] * 10, y = (event.clientY - r.top) / r.height * one.size[1] * 10;
  for (let i = 0; i < one.boxes.length / STRIDE; i++) {
    const b = box(one, i);
    if (b[0] - 15 <= x && x <= b[2] + 15 && b[1] - 10 <= y && y <= b[3] + 10) {
      const name = number + "." + i, [word] = elements(name);
      light([name], pictures);
      showTip(word ? told(word) : cited(name, name), event.clientX, event.clientY);
      return;
    }
  }
  showTip("", 0, 0);
});
for (const pane of [text, pictures]) pane.addEventListener("pointerleave", () => showTip("", 0, 0));
addEventListener("keydown", event => { if (event.key === "Escape") { showTip("", 0, 0); clear(); } });

// -- citing what is selected
const citation = document.getElementById("citation"), copy = document.getElementById("copy"), quote = document.getElementById("quote");
let chosen = null;
function words(range) {
  return [...text.querySelectorAll("article [data-w]")].filter(e => !e.closest("del") && range.intersectsNode(e)
    && !(range.endContainer.contains(e) && range.endOffset === 0));
}
function selected() {
  const selection = getSelection();
  if (!selection.rangeCount || selection.isCollapsed || !text.contains(selection.anchorNode)) return;
  const range = selection.getRangeAt(0), found = words(range).filter(e => {
    const own = document.createRange(); own.selectNodeContents(e);
    return range.compareBoundaryPoints(Range.START_TO_END, own) > 0 && range.compareBoundaryPoints(Range.END_TO_START, own) < 0;
  });
  if (!found.length) return;
  const at = cited(found[0].dataset.w, found[found.length - 1].dataset.w);
  chosen = { at: body.dataset.ecf ? `ECF No. ${body.dataset.ecf} at ${at}` : at, words: kept(range) };
  citation.textContent = chosen.at;
  copy.disabled = quote.disabled = false;
  light(found.map(e => e.dataset.w), null);
}
function kept(range) {
  const part = range.cloneContents();
  for (const e of part.querySelectorAll("del, .page, .gap")) e.remove();
  return part.textContent.replace(/\s+/g, " ").trim();
}
let pause = 0;
document.addEventListener("selectionchange", () => { clearTimeout(pause); pause = setTimeout(selected, 120); });
async function put(value) {
  try { await navigator.clipboard.writeText(value); }
  catch {
    const area = document.createElement("textarea");
    area.value = value; body.append(area); area.select(); document.execCommand("copy"); area.remove();
  }
  citation.textContent = "Copied: " + value;
}
copy.addEventListener("click", () => put(chosen.at));
quote.addEventListener("click", () => put(`“${chosen.words}” ${chosen.at}`));

// -- going through
const walk = document.getElementById("walk"), where = document.getElementById("where");
let stand = -1;
function go(by) {
  const found = [...text.querySelectorAll(`article :is(${walk.value})`)].filter(e => e.getClientRects().length || !e.closest("del, .gap"));
  if (!found.length) { where.textContent = "none"; return; }
  stand = (stand + by + found.length) % found.length;
  const e = found[stand];
  toView(e, text);
  const names = namesIn(e);
  if (names.length) light(names, text); else if (e.dataset.page) { clear(); figure(+e.dataset.page).scrollIntoView(); }
  const says = e.dataset.page ? "page " + e.dataset.page : `${e.textContent.trim()}, ${told(e)}`;
  where.textContent = `${stand + 1} of ${found.length}`;
  where.setAttribute("aria-label", `${stand + 1} of ${found.length}: ${says}`);
  const r = e.getBoundingClientRect();
  showTip(e.dataset.page ? "" : told(e), r.left, r.bottom - 12);
}
document.getElementById("after").addEventListener("click", () => go(1));
document.getElementById("before").addEventListener("click", () => go(stand < 0 ? 0 : -1));
walk.addEventListener("change", () => { stand = -1; where.textContent = ""; });

// -- what is shown
document.getElementById("show-removed").addEventListener("change", e => body.classList.toggle("no-removed", !e.target.checked));
document.getElementById("show-boxes").addEventListener("change", e => body.classList.toggle("boxes-on", e.target.checked));
for (const step of document.querySelectorAll("input.step"))
  step.addEventListener("change", () => body.classList.toggle("hide-" + step.value.slice(1), !step.checked));
