// Films that stand elsewhere play in the page, and pictures of a gallery open over it. Without
// this script both are links.

// The document listens, so that it also works for text that came later.
document.addEventListener("click", (event) => {
  if (event.ctrlKey || event.metaKey || event.shiftKey || event.button !== 0) return;
  const film = event.target.closest("a[data-player]");
  const picture = event.target.closest(".gallery a.enlarge");
  if (film) play(film);
  else if (picture && typeof HTMLDialogElement === "function") enlarge(picture);
  else return;
  event.preventDefault();
});

function play(link) {
  const player = document.createElement("iframe");
  player.src = link.dataset.player;
  player.title = link.dataset.title;
  player.allow = "autoplay; fullscreen; picture-in-picture";
  player.referrerPolicy = "strict-origin-when-cross-origin";
  player.className = "film-player";
  link.closest(".film-facade").replaceWith(player);
  player.focus();
}

function enlarge(link) {
  const links = [...link.closest(".gallery").querySelectorAll("a.enlarge")];
  lightbox(links, links.indexOf(link));
}

// Opens a dialog at one of the pictures; it goes when it is closed.
function lightbox(links, first) {
  const box = document.createElement("dialog");
  box.className = "lightbox";
  const picture = document.createElement("img");
  const words = document.createElement("p");
  // Heard when another picture takes the place of the last one, while the focus stays on its button.
  words.setAttribute("role", "status");
  const [name, of, ...labels] = document.documentElement.lang.startsWith("nl")
    ? ["Afbeelding", "van", "Vorige", "Volgende", "Sluiten"]
    : ["Picture", "of", "Previous", "Next", "Close"];
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
  let at = first;

  function show(next) {
    at = (next + links.length) % links.length;
    const link = links[at];
    picture.src = link.href;
    picture.alt = link.querySelector("img").alt;
    const below = link.parentElement.querySelectorAll("figcaption > .caption, figcaption > .credit");
    const place = links.length > 1 ? [`${at + 1} ${of} ${links.length}`] : [];
    box.setAttribute("aria-label", [name, ...place].join(" "));
    words.textContent = [...place, ...[...below].map((line) => line.textContent)].join(" · ");
  }

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
  box.addEventListener("close", () => {
    box.remove();
    links[at].focus();
  });
  show(at);
  box.showModal();
  close.focus();
}
