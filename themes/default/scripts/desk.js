// Copies items, alone or together, as the mail tool wants them. Nothing is sent.
const desk = document.querySelector("[data-desk]");
const find = (name, inside = desk) => inside.querySelector(`[data-${name}]`);
const all = (name) => [...desk.querySelectorAll(`[data-${name}]`)];
const [list, tool, status, clip, edition] = ["items", "tool", "status", "clip", "edition"].map((name) => find(name));
const words = status?.dataset;
const picked = () => [...list.children].filter((item) => find("pick", item).checked);
const wanted = () => tool.selectedOptions[0].dataset;
const bytes = (text) => new Blob([text]).size;
const size = (count) => (count / 1000).toFixed(1).replace(".", words.point);
// A lone # would scroll to the frame.
const seen = () => all("view").filter((box) => box.checked).map((box) => box.value).join("").replace(/^./, "#$&");
const titled = (item) => item.querySelector("h3").textContent;
const parsed = (box) => new DOMParser().parseFromString(box.textContent, "text/html").body;
// Forms stand in the page from when their part opens: a browser looks at each field of a page that starts.
const forms = new Map(all("forms").map((box) => [box.closest("li"), parsed(box)]));
const codes = [...forms.values()].map((own) => find('form="code"', own));
const number = () => words.count.replace("{n}", picked().length);

// Some tools mark links themselves. Links elsewhere may have marks of their own: ours are all four.
const marks = /(?:&amp;|&|\?)utm_source=[^\s"'#<>)&]*(?:&(?:amp;)?utm_(?:medium|campaign|content)=[^\s"'#<>)&]*){3}/g;
const marked = (text) => (wanted().marks ? text : text.replace(marks, ""));

function source(chosen, form) {
  return chosen.map((item) => marked(find(`form="${form}"`, forms.get(item)).value)).join(/^[tm]/.test(form) ? "\n" : "");
}

function say(text, blanks) {
  status.textContent = text.replace(/\{(\w+)\}/g, (blank, name) => blanks[name] ?? blank);
}

// The event keeps every byte; the newer clipboard rewrites links; then Ctrl+C.
async function put(data, what) {
  const plain = data["text/plain"];
  let done = false;
  const fill = (event) => {
    event.preventDefault();
    event.stopImmediatePropagation();
    for (const type in data) event.clipboardData.setData(type, data[type]);
    done = true;
  };
  addEventListener("copy", fill, true);
  try {
    document.execCommand("copy");
  } catch {}
  removeEventListener("copy", fill, true);
  if (!done) {
    try {
      const blobs = {};
      for (const type in data) blobs[type] = new Blob([data[type]], { type });
      await navigator.clipboard.write([new ClipboardItem(blobs)]);
      done = true;
    } catch {}
  }
  clip.hidden = done;
  if (!done) {
    clip.value = plain;
    clip.focus();
    clip.select();
  }
  say(done ? words.copied : words.manual, { what, size: size(bytes(data["text/html"] ?? plain)) });
}

function copy(chosen, asked, what) {
  const form = asked || wanted().paste;
  if (!chosen.length) return say(words.none);
  const rich = form === "formatted";
  const data = { "text/plain": source(chosen, rich ? "text" : form) };
  if (rich) data["text/html"] = source(chosen, form);
  put(data, `${what} (${words[form]})`);
}

// Puts in the items and what a tool replaces, or takes its line out.
function mail() {
  const letter = find("letter");
  let text = marked(letter.value.replace(/lerend:(\d+)\n/g, (_, at) => codes[at].value));
  for (const name of ["unsubscribe", "address", "web"]) {
    const value = wanted()[name] || (name === "web" && marked(letter.dataset.letter));
    text = value
      ? text.replace(`lerend:${name}`, () => value.replaceAll("&", "&amp;").replaceAll('"', "&quot;"))
      : text.replace(RegExp(`^.*lerend:${name}.*\n`, "m"), "");
  }
  return text;
}

// What nobody wrote yet is of the day on which it is saved, not of that on which the site was made.
const today = new Date().toLocaleDateString("sv");
const fresh = edition && find("taken");
function dated(name) {
  if (!fresh) return name;
  const month = today.slice(0, 7);
  const taken = fresh.dataset.taken.split(" ");
  let id = month;
  for (let n = 2; taken.includes(id); n++) id = `${month}-${n}`;
  return name.replace(/^[^.]*/, id);
}

// What was chosen on other pages of the newest goes into the file too, as long as the tab is open.
const shelf = `lerend:desk:${document.documentElement.lang}`;
const block = (item) => item.dataset.block;
let elsewhere = [];
function restore() {
  try {
    if (find("letter")) return;
    const kept = JSON.parse(sessionStorage[shelf]);
    const here = [...list.children];
    for (const item of here) find("pick", item).checked = kept.includes(block(item));
    elsewhere = kept.filter((own) => !here.map(block).includes(own));
  } catch {}
}

function refresh() {
  const chosen = [...elsewhere, ...picked().map(block)];
  const total = +list.dataset.items + bytes(source(picked(), "code"));
  const text = find("size");
  find("count").textContent = number() + (elsewhere.length ? words.elsewhere.replace("{n}", elsewhere.length) : "");
  find("meter").value = total;
  text.textContent = text.dataset.size.replace("{size}", size(total));
  find("say").textContent = wanted().hint;
  const { edition: before, tail } = edition.dataset;
  edition.value = (fresh ? before.replace(/^date: .*/m, `date: ${today}`) : before) + chosen.join("") + tail;
  try {
    if (!find("letter")) sessionStorage[shelf] = JSON.stringify(chosen);
  } catch {}
}

// How much is chosen is seen beside the buttons, and heard here.
function tell() {
  refresh();
  say(`${find("count").textContent}, ${find("size").textContent}`, {});
}

function move(item, by, button) {
  const other = by < 0 ? item.previousElementSibling : item.nextElementSibling;
  if (!other) return;
  if (by < 0) other.before(item);
  else other.after(item);
  button.focus();
  refresh();
  say(words.moved, { title: titled(item), n: [...list.children].indexOf(item) + 1, of: list.childElementCount });
}

function save(download) {
  const href = URL.createObjectURL(new Blob([edition.value], { type: "text/markdown" }));
  Object.assign(document.createElement("a"), { href, download }).click();
}

desk.addEventListener("click", ({ target }) => {
  const button = target.closest("button");
  if (!button) return;
  const item = button.closest("[data-block]");
  const { copy: form, move: by, field, save: name, tick, whole } = button.dataset;
  if (field) put({ "text/plain": marked(find("value", button.parentElement).textContent) }, field);
  else if (form !== undefined) copy(item ? [item] : picked(), form, item ? titled(item) : number());
  else if (by) move(item, +by, button);
  else if (whole !== undefined) put({ "text/plain": mail() }, words.mail);
  else if (name === "copy") put({ "text/plain": edition.value }, words.saved);
  else if (name) save(dated(name));
  else if (tick !== undefined) {
    for (const box of all("pick")) box.checked = tick;
    if (!tick) elsewhere = [];
    tell();
  }
});

desk.addEventListener("change", ({ target }) => {
  try {
    if (target === tool) localStorage["lerend:desk"] = tool.value;
  } catch {}
  if (target.matches("[data-view]")) for (const own of all("from")) own.src = own.dataset.from + seen();
  if (target.matches("[data-pick]")) tell();
  else refresh();
});

// Loads what is near, as high as its content: from disk nobody can tell.
function show(box) {
  const frame = parsed(box).firstChild;
  const fit = () => {
    const height = frame.contentDocument?.body?.scrollHeight;
    if (height) frame.style.height = `${height + 2}px`;
  };
  frame.dataset.from = frame.getAttribute("src");
  Object.assign(frame, { onload: fit, src: frame.dataset.from + seen() });
  near.unobserve(box);
  box.append(frame);
  new ResizeObserver(fit).observe(frame);
}
const near = new IntersectionObserver((boxes) => boxes.forEach((box) => box.isIntersecting && show(box.target)), { rootMargin: "1200px" });
addEventListener("load", () => all("preview").forEach(near.observe, near));

// What opens for the first time gets its forms, and a button behind each name of a form and each field.
desk.addEventListener("toggle", ({ target: part }) => {
  const box = find("forms", part);
  if (find("form", box)) return;
  box.replaceChildren(...forms.get(part.closest("li")).cloneNode(true).children);
  for (const own of part.querySelectorAll("[data-form],[data-value]")) {
    const { form } = own.dataset;
    const label = own.parentElement.querySelector("b");
    const field = label.textContent;
    const button = find("copy").cloneNode(true);
    button.className = "button";
    button.ariaLabel = `${button.textContent}: ${field}`;
    Object.assign(button.dataset, form ? { copy: form } : { copy: field, field });
    (form ? label : own).after(button);
  }
}, true);

// What gets the focus comes to stand above the bar, however high that is now.
const bar = status?.parentElement;
const above = () => { document.documentElement.style.scrollPaddingBottom = `${bar.offsetHeight + 12}px`; };
if (bar) new ResizeObserver(above).observe(bar);

try {
  const kept = localStorage["lerend:desk"];
  if (tool.querySelector(`[value="${kept}"]`)) tool.value = kept;
} catch {}
if (list) {
  restore();
  refresh();
}
for (const own of desk.querySelectorAll(".unscripted")) own.remove();
for (const own of desk.querySelectorAll(".scripted")) own.classList.remove("scripted");
