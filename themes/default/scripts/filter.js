// Filters and order of a list. Without scripts every choice is a link or a list that opens.
for (const [at, form] of [...document.querySelectorAll("[data-filters]")].entries()) {
  // A list in a text has filters of its own.
  const part = form.closest("[data-filtered]") ?? document;
  const items = [...part.querySelectorAll("[data-facets]")];
  const count = form.querySelector("[data-count]");
  const filters = [...form.querySelectorAll("[data-filter]")];
  const order = form.querySelector("[data-order]");
  const reset = form.querySelector("[data-reset]");
  const fields = order ? [...filters, order] : filters;
  const listed = new Map(items.map((item, at) => [item, at]));
  const date = (item) => item.querySelector("time")?.dateTime ?? "";
  const title = (item) => item.querySelector("h2, h3, h4")?.textContent.trim() ?? "";
  const orders = {
    new: (a, b) => date(b).localeCompare(date(a)),
    old: (a, b) => date(a).localeCompare(date(b)),
    title: (a, b) => title(a).localeCompare(title(b), document.documentElement.lang),
  };

  function apply() {
    const wanted = filters.filter((field) => field.value).map((field) => `${field.name}:${field.value}`);
    let shown = 0;
    let madeUp = 0;
    for (const item of items) {
      const facets = item.dataset.facets.split(" ");
      item.hidden = !wanted.every((facet) => facets.includes(facet));
      if (item.hidden) continue;
      shown += 1;
      if (facets.includes("sample")) madeUp += 1;
    }
    for (const group of part.querySelectorAll("[data-group]")) {
      group.hidden = !group.querySelector("[data-facets]:not([hidden])");
    }
    reset.hidden = fields.every((field) => !field.value);
    const text = shown === 1 ? count.dataset.one : count.dataset.many;
    const behind = madeUp > 0 && count.dataset.sample ? count.dataset.sample : "";
    count.textContent = text.replace("{n}", String(shown)) + behind.replace("{n}", String(madeUp));
  }

  function sort() {
    const compare = orders[order?.value] ?? (() => 0);
    if (order) for (const list of new Set(items.map((item) => item.parentElement))) {
      const own = [...list.children].filter((item) => listed.has(item));
      own.sort((a, b) => compare(a, b) || listed.get(a) - listed.get(b));
      list.append(...own);
    }
  }

  // Each list of a page has names of its own in the address; the first has those without a number.
  const key = (field) => (at ? `${field.name}-${at + 1}` : field.name);

  // The address holds what was chosen, so that it can be shared and gone back to. What others put
  // there stays.
  function remember() {
    const query = new URLSearchParams(location.search);
    for (const field of fields) {
      if (field.value) query.set(key(field), field.value);
      else query.delete(key(field));
    }
    const text = query.toString();
    history.replaceState(null, "", `${text ? `?${text}` : location.pathname}${location.hash}`);
  }

  function restore() {
    const query = new URLSearchParams(location.search);
    for (const field of fields) {
      const value = query.get(key(field)) ?? "";
      field.value = [...field.options].some((option) => option.value === value) ? value : "";
    }
  }

  function change() {
    remember();
    sort();
    apply();
  }

  if (order && !items.some(date)) {
    for (const value of ["new", "old"]) order.querySelector(`[value="${value}"]`)?.remove();
  }
  form.addEventListener("change", change);
  reset.addEventListener("click", () => {
    for (const field of fields) field.value = "";
    change();
    fields[0]?.focus();
  });
  restore();
  sort();
  apply();
  form.classList.remove("scripted");
  if (form.nextElementSibling?.matches(".unscripted")) form.nextElementSibling.remove();
}
