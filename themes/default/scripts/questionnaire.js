// A questionnaire keeps its answers in this browser and hands them out as a Markdown file.
// Nothing is sent anywhere.
for (const form of document.querySelectorAll("[data-questionnaire]")) {
  const id = form.dataset.questionnaire;
  const key = `lerend:questionnaire:${id}`;
  const status = form.querySelector("[data-status]");

  function answers() {
    return Object.fromEntries(new FormData(form));
  }

  // Said once and not at every letter: a screen reader reads it aloud.
  function say(text) {
    if (status.textContent !== text) status.textContent = text;
  }

  function save() {
    try {
      localStorage.setItem(key, JSON.stringify(answers()));
      say(status.dataset.saved);
    } catch {
      // Storage is full or switched off: the answers stay on the page, as long as that is open.
      say(status.dataset.unsaved);
    }
  }

  function restore() {
    let kept = {};
    try {
      kept = JSON.parse(localStorage.getItem(key)) ?? {};
    } catch {
      return;
    }
    for (const field of form.elements) {
      if (!(field.name in kept)) continue;
      if (field.type === "radio") field.checked = field.value === kept[field.name];
      else field.value = kept[field.name];
    }
  }

  // The day where the reader is, as year, month and day.
  function today() {
    const now = new Date();
    const two = (number) => String(number).padStart(2, "0");
    return `${now.getFullYear()}-${two(now.getMonth() + 1)}-${two(now.getDate())}`;
  }

  function markdown() {
    const given = answers();
    const region = given._region ? [`region: ${given._region}`] : [];
    const lines = ["---", `questionnaire: ${id}`, ...region, `date: ${today()}`, "---", "", `# ${form.dataset.title}`, ""];
    for (const question of form.querySelectorAll("[data-question]")) {
      const legend = question.querySelector("legend").textContent.trim().replace(/\s+/g, " ");
      lines.push(`## ${legend} {#${question.dataset.question}}`, "");
      lines.push((given[question.dataset.question] ?? "").trim(), "");
    }
    return lines.join("\n");
  }

  // A field on paper does not scroll: what was written in it is printed as text.
  function print() {
    unprint();
    for (const field of form.querySelectorAll("textarea, input[type='text']")) {
      if (field.value.trim() === "") continue;
      const text = document.createElement("p");
      text.className = "printed";
      text.textContent = field.value;
      field.after(text);
      field.classList.add("on-screen");
    }
  }

  function unprint() {
    for (const text of form.querySelectorAll(".printed")) text.remove();
    for (const field of form.querySelectorAll(".on-screen")) field.classList.remove("on-screen");
  }

  window.addEventListener("beforeprint", print);
  window.addEventListener("afterprint", unprint);
  form.addEventListener("input", save);
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    const link = document.createElement("a");
    link.href = URL.createObjectURL(new Blob([markdown()], { type: "text/markdown" }));
    link.download = `${id}.md`;
    link.click();
    URL.revokeObjectURL(link.href);
  });
  form.querySelector("[data-print-form]").addEventListener("click", () => window.print());
  const clear = form.querySelector("[data-clear]");
  clear.addEventListener("click", () => {
    if (!window.confirm(clear.dataset.sure)) return;
    form.reset();
    try {
      localStorage.removeItem(key);
    } catch {}
    say("");
  });
  form.querySelector("[data-actions]").hidden = false;
  restore();
}
