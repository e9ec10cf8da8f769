// Films that stand elsewhere play in the page, and pictures of a gallery open over it. Without
// this script both are links.

for (const link of document.querySelectorAll("a[data-player]")) {
  link.addEventListener("click", (event) => {
    if (event.ctrlKey || event.metaKey || event.shiftKey || event.button !== 0) return;
    event.preventDefault();
    const player = document.createElement("iframe");
    player.src = link.dataset.player;
    player.title = link.dataset.title;
    player.allow = "autoplay; fullscreen; picture-in-picture";
    player.referrerPolicy = "strict-origin-when-cross-origin";
    player.className = "film-player";
    link.closest(".film-facade").replaceWith(player);
    player.focus();
  });
}

for (const gallery of document.querySelectorAll(".gallery")) {
  const links = [...gallery.querySelectorAll("a.enlarge")];
  if (links.length > 0 && typeof HTMLDialogElement === "function") lightbox(links);
}

function lightbox(links) {
  const box = document.createElement("dialog");
  box.className = "lightbox";
  const picture = document.createElement("img");
  const words = document.createElement("p");
  const labels = document.documentElement.lang.startsWith("nl")
    ? ["Vorige", "Volgende", "Sluiten"]
    : ["Previous", "Next", "Close"];
  const [back, on, close] = labels.map((label) => {
    const button = document.createElement("button");
    button.type = "button";
    button.textContent = label;
    return button;
  });
  const bar = document.createElement("div");
  bar.className = "lightbox-bar";
  bar.append(...(links.length > 1 ? [back, on, close] : [close]));
  box.append(picture, words, bar);
  document.body.append(box);
  let at = 0;

  function show(next) {
    at = (next + links.length) % links.length;
    const link = links[at];
    picture.src = link.href;
    picture.alt = link.querySelector("img").alt;
    const below = link.parentElement.querySelectorAll("figcaption > .caption, figcaption > .credit");
    words.textContent = [...below].map((line) => line.textContent).join(" · ");
  }

  links.forEach((link, index) => {
    link.addEventListener("click", (event) => {
      if (event.ctrlKey || event.metaKey || event.shiftKey || event.button !== 0) return;
      event.preventDefault();
      show(index);
      box.showModal();
      close.focus();
    });
  });
  back.addEventListener("click", () => show(at - 1));
  on.addEventListener("click", () => show(at + 1));
  close.addEventListener("click", () => box.close());
  box.addEventListener("keydown", (event) => {
    if (event.key === "ArrowLeft") show(at - 1);
    if (event.key === "ArrowRight") show(at + 1);
  });
  box.addEventListener("click", (event) => {
    if (event.target === box) box.close();
  });
  box.addEventListener("close", () => links[at].focus());
}
