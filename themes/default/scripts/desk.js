// The copy desk: copies items, alone or together, as the mail tool wants them. Nothing is sent.
const desk = document.querySelector("[data-desk]");
const find = (name, inside = desk) => inside.querySelector(`[data-${name}]`);
const all = (name) => [...desk.querySelectorAll(`[data-${name}]`)];
const [list, tool, status, clip] = ["items", "tool", "status", "clip"].map((name) => find(name));
const words = status.dataset;
const picked = () => [...list.children].filter((item) => find("pick", item).checked);
const wanted = () => tool.selectedOptions[0].dataset;
const escaped = (text) => text.replaceAll("&", "&amp;").replaceAll('"', "&quot;");
const bytes = (text) => new TextEncoder().encode(text).length;
const size = (count) => (count / 1000).toFixed(1).replace(".", words.point);
// Without a view there is no mark: a lone # would scroll to the frame.
const seen = () => all("view").filter((box) => box.checked).map((box) => box.value).join("").replace(/^./, "#$&");
const number = () => words.count.replace("{n}", picked().length);

// Some mail tools mark links themselves; for them the site's marks go.
function marked(text) {
  return wanted().marks ? text : text.replace(/(?:&amp;|&|\?)utm_source=[^\s"'#<>)]*/g, "");
}

function source(chosen, form) {
  const texts = chosen.map((item) => marked(find(`form="${form}"`, item).value));
  return texts.join(/t|m/.test(form[0]) ? "\n" : "");
}

function say(text, blanks) {
  status.textContent = text.replace(/\{(\w+)\}/g, (blank, name) => blanks[name] ?? blank);
}

// The event of copying keeps every byte; the newer clipboard rewrites links; then Ctrl+C.
async function put(data, what) {
  const plain = data["text/plain"];
  let done = false;
  const fill = (event) => {
    event.preventDefault();
    event.stopImmediatePropagation();
    for (const type in data) event.clipboardData.setData(type, data[type]);
    done = true;
  };
  document.addEventListener("copy", fill, true);
  try {
    document.execCommand("copy");
  } catch {}
  document.removeEventListener("copy", fill, true);
  if (!done) {
    try {
      const blob = ([type, text]) => [type, new Blob([text], { type })];
      const item = new ClipboardItem(Object.fromEntries(Object.entries(data).map(blob)));
      await navigator.clipboard.write([item]);
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
  const data = { "text/plain": source(chosen, form === "formatted" ? "text" : form) };
  if (form === "formatted") data["text/html"] = source(chosen, form);
  put(data, `${what} (${words[form]})`);
}

// Puts in what a tool replaces, or takes its line out.
function mail() {
  const { unsubscribe, web, address } = wanted();
  const letter = find("letter");
  let text = marked(letter.value);
  const parts = { unsubscribe, address, web: web || marked(letter.dataset.letter) };
  for (const name in parts) {
    const value = parts[name];
    text = value
      ? text.replace(`lerend:${name}`, () => escaped(value))
      : text.replace(RegExp(`^.*lerend:${name}.*\n`, "m"), "");
  }
  return text;
}

function refresh() {
  const total = +list.dataset.items + bytes(source(picked(), "code"));
  find("count").textContent = number();
  find("meter").value = total;
  find("size").textContent = find("size").dataset.size.replace("{size}", size(total));
  find("say").textContent = wanted().hint;
  const edition = find("edition");
  const blocks = picked().map((item) => item.dataset.block);
  edition.value = edition.dataset.edition + blocks.join("") + edition.dataset.tail;
}

function move(item, by, button) {
  const other = by < 0 ? item.previousElementSibling : item.nextElementSibling;
  other?.[by < 0 ? "before" : "after"](item);
  button.focus();
  refresh();
  const order = [...list.children];
  say(words.moved, { title: item.dataset.title, n: order.indexOf(item) + 1, of: order.length });
}

function save(name, text) {
  const link = document.createElement("a");
  link.href = URL.createObjectURL(new Blob([text], { type: "text/markdown" }));
  link.download = name;
  link.click();
}

desk.addEventListener("click", ({ target }) => {
  const button = target.closest("button");
  if (!button) return;
  const item = button.closest("[data-block]");
  const { copy: form, move: by, field, save: name, tick, whole } = button.dataset;
  const edition = find("edition").value;
  if (form !== undefined) copy(item ? [item] : picked(), form, item?.dataset.title ?? number());
  else if (by) move(item, +by, button);
  else if (field) put({ "text/plain": marked(find("value", button.parentElement).textContent) }, field);
  else if (whole !== undefined) put({ "text/plain": mail() }, words.mail);
  else if (name === "copy") put({ "text/plain": edition }, words.saved);
  else if (name) save(name, edition);
  else if (tick !== undefined) {
    for (const box of all("pick")) box.checked = tick;
    refresh();
  }
});

desk.addEventListener("change", ({ target }) => {
  try {
    if (target === tool) localStorage.setItem("lerend:desk", tool.value);
  } catch {}
  if (target.matches("[data-view]")) for (const own of all("from")) own.src = own.dataset.from + seen();
  refresh();
});

// Loads what is near, when all else is there, as high as its content: from disk nobody can tell.
function show(box) {
  const frame = document.createElement("iframe");
  const fit = () => {
    const height = frame.contentDocument?.body?.scrollHeight;
    if (height) frame.style.height = `${height + 2}px`;
  };
  frame.dataset.from = box.dataset.preview;
  Object.assign(frame, { title: box.dataset.name, onload: fit, src: box.dataset.preview + seen() });
  near.unobserve(box);
  box.append(frame);
  new ResizeObserver(fit).observe(frame);
}
const near = new IntersectionObserver((boxes) => {
  for (const { target, isIntersecting } of boxes) if (isIntersecting) show(target);
}, { rootMargin: "1200px" });
addEventListener("load", () => all("preview").forEach((box) => near.observe(box)));

try {
  const kept = localStorage.getItem("lerend:desk");
  if ([...tool.options].some((own) => own.value === kept)) tool.value = kept;
} catch {}
for (const own of all("js")) own.hidden = false;
find("nojs").hidden = true;
if (list) refresh();
