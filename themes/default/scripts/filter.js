// Filters above a list: without scripts the whole list is shown.
for (const form of document.querySelectorAll("[data-filters]")) {
  const items = [...document.querySelectorAll("[data-facets]")];
  const count = form.querySelector("[data-count]");

  function apply() {
    const wanted = [...form.querySelectorAll("select")]
      .filter((select) => select.value)
      .map((select) => `${select.name}:${select.value}`);
    let shown = 0;
    for (const item of items) {
      const facets = item.dataset.facets.split(" ");
      item.hidden = !wanted.every((facet) => facets.includes(facet));
      if (!item.hidden) shown += 1;
    }
    for (const group of document.querySelectorAll("[data-group]")) {
      group.hidden = !group.querySelector("[data-facets]:not([hidden])");
    }
    const text = shown === 1 ? count.dataset.one : count.dataset.many;
    count.textContent = text.replace("{n}", String(shown));
  }

  form.addEventListener("change", apply);
  form.querySelector("[data-reset]").addEventListener("click", () => {
    for (const select of form.querySelectorAll("select")) select.value = "";
    apply();
  });
  form.hidden = false;
  apply();
}
