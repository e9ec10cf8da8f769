// Search: the index lies beside the site, nothing is asked of anybody else. Without scripts
// the page is an index from A to Z.
{
const form = document.querySelector("[data-search]");
// From disk a browser gives no script an index.
const isOnDisk = location.protocol === "file:";
if (form && isOnDisk) form.hidden = true;
else if (form) start(form);
}

function start(form) {
  const part = (name) => document.querySelector(`[data-search-${name}]`);
  const [facets, status, found, more] = ["facets", "status", "found", "more"].map(part);
  const results = document.createElement("ol");
  results.className = "plain results";
  more.parentElement.before(results);
  const names = ["type", "region", "topic", "year"];
  const field = (name) => form.elements[name];
  const { root } = form.dataset;
  const AT_ONCE = 10;
  // Of more words than these no page is looked for that has some of them.
  const MOST_WORDS = 8;
  let engine;
  let asked = 0;
  let hits = [];
  let shown = 0;

  // Fetched at the first word, not before.
  function load() {
    engine ??= open();
    return engine;
  }

  // The index of a large site is in parts, the oldest pages first. Their names are a filter, so that
  // one of them can be asked alone.
  async function open() {
    const folder = new URL(form.dataset.index, location.href).href;
    const parts = form.dataset.parts ? form.dataset.parts.split(" ") : [""];
    const { createInstance } = await import(`${folder}pagefind.js`);
    const settings = (part) => ({ excerptLength: 32, ...(part && { mergeFilter: { part } }) });
    const [first, ...others] = parts;
    // Its worker would need a policy of its own.
    const own = createInstance({ basePath: folder + first, noWorker: true, ...settings(first) });
    // Without these, an answer does not say what its facets are; and this says when the index is not
    // there, for which `mergeIndex` would wait.
    await own.filters();
    await Promise.all(others.map((part) => own.mergeIndex(folder + part, settings(part))));
    if (others.length > 0) await own.filters();
    const sort = { date: "desc" };
    return async (query, filters, isByDay) => {
      if (others.length === 0) return own.search(query, { filters, sort: isByDay ? sort : {} });
      const answer = await own.search(query, { filters });
      // Of two that fit as well, the newer.
      answer.results.reverse().sort((a, b) => b.score - a.score);
      if (isByDay) {
        const newest = [...parts].reverse().map((part) => own.search(query, { filters: { ...filters, part }, sort }));
        answer.results = (await Promise.all(newest)).flatMap((of) => of.results);
      }
      return answer;
    };
  }

  const words = () => field("q").value.trim();
  const chosen = () => names.filter((name) => field(name).value);

  async function search() {
    const own = ++asked;
    remember();
    if (!words() && chosen().length === 0) return clear();
    try {
      const find = await load();
      const filters = Object.fromEntries(chosen().map((name) => [name, field(name).value]));
      const isByDay = field("order").value === "date";
      const answer = await find(words() || null, filters, isByDay);
      const isWhole = answer.results.length > 0;
      const left = isWhole ? answer.results : await withMost(find, filters, isByDay);
      if (own !== asked) return;
      hits = left;
      shown = 0;
      results.replaceChildren();
      offer(answer.filters, answer.totalFilters);
      found.hidden = hits.length === 0;
      facets.hidden = false;
      say(hits.length, isWhole);
      await showMore(own);
    } catch (error) {
      // Another try may find the index there.
      engine = undefined;
      if (own !== asked) return;
      clear();
      status.textContent = status.dataset.failed;
      console.warn(error);
    }
  }

  // Where no page has all words: those that have most of them.
  async function withMost(find, filters, isByDay) {
    const each = [...new Set(words().toLowerCase().split(/\s+/))].slice(0, MOST_WORDS);
    if (each.length < 2) return [];
    const found = new Map();
    for (const answer of await Promise.all(each.map((word) => find(word, filters, false)))) {
      for (const hit of answer.results) {
        const own = found.get(hit.id) ?? { hit, count: 0, score: 0 };
        found.set(hit.id, { ...own, count: own.count + 1, score: own.score + hit.score });
      }
    }
    const most = Math.max(...[...found.values()].map((own) => own.count));
    const left = [...found.values()].filter((own) => own.count === most).sort((a, b) => b.score - a.score);
    if (!isByDay) return left.map((own) => own.hit);
    const days = new Map((await find(null, filters, true)).results.map((hit, at) => [hit.id, at]));
    return left.map((own) => own.hit).sort((a, b) => days.get(a.id) - days.get(b.id));
  }

  function say(count, isWhole) {
    const { none, one, many, some } = status.dataset;
    const text = count === 0 ? none : !isWhole ? some : count === 1 ? one : many;
    const what = [words(), ...chosen().map((name) => field(name).value)].filter(Boolean);
    status.textContent = text.replace("{n}", String(count)).replace("{words}", what.join(", "));
  }

  function clear() {
    hits = [];
    results.replaceChildren();
    found.hidden = facets.hidden = true;
    status.textContent = "";
  }

  // The values of each facet with how many pages have them; what is chosen stays.
  function offer(left, all) {
    for (const name of names) {
      const select = field(name);
      const counts = (chosen().length === 1 && select.value ? all : left)[name] ?? {};
      const value = select.value;
      const options = Object.keys(counts).filter((key) => counts[key] > 0 || key === value);
      options.sort((a, b) => (name === "year" ? b.localeCompare(a) : a.localeCompare(b)));
      if (value && !options.includes(value)) options.unshift(value);
      select.replaceChildren(select.options[0], ...options.map((key) => {
        const option = new Option(`${key} (${counts[key] ?? 0})`, key);
        option.selected = key === value;
        return option;
      }));
      select.closest("label").hidden = options.length === 0;
    }
  }

  async function showMore(own = asked) {
    const next = hits.slice(shown, shown + AT_ONCE);
    const data = await Promise.all(next.map((hit) => hit.data()));
    if (own !== asked) return [];
    shown += next.length;
    const items = data.map(item);
    results.append(...items);
    more.hidden = shown >= hits.length;
    return items;
  }

  function item({ raw_url: url, meta, excerpt, sub_results: parts }) {
    const element = document.createElement("li");
    const marked = new Set([excerpt, ...parts.map((own) => own.excerpt)].flatMap(wordsMarked));
    const address = (anchor) => {
      const [path, hash = ""] = url.split("#");
      const query = words() && marked.size ? `?mark=${encodeURIComponent([...marked].slice(0, 8).join(" "))}` : "";
      const at = anchor ?? hash;
      return `${root}${path}${query}${at ? `#${at}` : ""}`;
    };
    const kind = document.createElement("p");
    kind.className = "kind";
    kind.append([meta.kind, meta.region, meta.sample].filter(Boolean).join(" · "));
    if (meta.date) {
      const time = document.createElement("time");
      time.dateTime = meta.day;
      time.textContent = meta.date;
      kind.append(" · ", time);
    }
    const title = document.createElement("h3");
    title.append(link(address(), meta.title));
    const text = document.createElement("p");
    text.className = "excerpt";
    text.append(...pieces(excerpt));
    element.append(kind, title, text);
    const below = parts.filter((own) => own.anchor?.id && own.title !== meta.title).slice(0, 3);
    if (words() && below.length > 0) {
      const list = document.createElement("ul");
      for (const own of below) {
        const line = document.createElement("li");
        line.append(link(address(own.anchor.id), own.title));
        list.append(line);
      }
      element.append(list);
    }
    return element;
  }

  function link(href, text) {
    const element = document.createElement("a");
    element.href = href;
    element.textContent = text;
    return element;
  }

  const plain = (text) => text.replaceAll("&lt;", "<").replaceAll("&gt;", ">");

  // An excerpt is text with `mark` around what was found: every second piece.
  function pieces(excerpt) {
    return excerpt.split(/<\/?mark>/).map((piece, at) => {
      if (at % 2 === 0) return plain(piece);
      const mark = document.createElement("mark");
      mark.textContent = plain(piece);
      return mark;
    });
  }

  function wordsMarked(excerpt) {
    const marked = [...excerpt.matchAll(/<mark>(.*?)<\/mark>/g)].map((own) => plain(own[1]));
    return marked.map((word) => word.toLowerCase().replace(/^[^\p{L}\p{N}]+|[^\p{L}\p{N}]+$/gu, "")).filter(Boolean);
  }

  // The address holds what was asked, so that it can be shared and gone back to.
  function remember() {
    const query = new URLSearchParams();
    for (const name of ["q", ...names, "order"]) {
      const value = field(name).value.trim();
      if (value) query.set(name, value);
    }
    const text = query.toString();
    history.replaceState(null, "", text ? `?${text}` : location.pathname);
  }

  function restore() {
    const query = new URLSearchParams(location.search);
    field("q").value = query.get("q") ?? "";
    for (const name of [...names, "order"]) {
      const value = query.get(name);
      if (!value) continue;
      const select = field(name);
      if (![...select.options].some((option) => option.value === value)) select.add(new Option(value, value));
      select.value = value;
    }
  }

  let timer;
  field("q").addEventListener("input", () => {
    clearTimeout(timer);
    timer = setTimeout(search, 200);
  });
  field("q").addEventListener("focus", () => load().catch(() => { engine = undefined; }), { once: true });
  form.addEventListener("change", (event) => event.target !== field("q") && search());
  form.addEventListener("submit", async (event) => {
    event.preventDefault();
    clearTimeout(timer);
    await search();
    if (hits.length > 0) document.querySelector("#s_found").focus();
  });
  part("clear").addEventListener("click", () => {
    for (const name of ["q", ...names, "order"]) field(name).value = "";
    search();
    field("q").focus();
  });
  more.addEventListener("click", async () => {
    const items = await showMore();
    items[0]?.querySelector("a").focus();
  });

  // From the box down into the results and back, beside the Tab key.
  document.addEventListener("keydown", (event) => {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    const stops = [field("q"), ...results.querySelectorAll("h3 > a")];
    const at = stops.indexOf(document.activeElement);
    if (!step || at < 0 || event.altKey || event.ctrlKey || event.metaKey) return;
    const next = stops[at + step];
    if (!next) return;
    event.preventDefault();
    next.focus();
  });

  // On a narrow screen the results come first: what limits them is opened there by who wants it.
  const wide = matchMedia("(min-width: 48rem)");
  const unfold = () => { facets.open = wide.matches || chosen().length > 0; };
  wide.addEventListener("change", unfold);

  form.classList.remove("scripted");
  restore();
  unfold();
  if (location.search) search();
}
