// Part of `lerend serve`, never of a published site: shows the page anew when the site changes,
// keeps the place where the reader was, changes style sheets in place, and lays mistakes over
// the page.
(() => {
  "use strict";
  const { build } = document.currentScript?.dataset ?? {};
  let { version } = document.currentScript?.dataset ?? {};
  const place = "lerend-place";
  let source = null;
  let overlay = null;

  const styles = `
    .box { position: fixed; inset: auto 0 0 0; z-index: 2147483647; max-height: 60vh;
      overflow: auto; box-sizing: border-box; padding: 1rem 1.25rem; text-align: left;
      background: #fff; color: #1a1a1a; border-top: 0.375rem solid #b00020;
      font: 1rem/1.5 system-ui, sans-serif; }
    h2 { margin: 0 0 0.5rem; font-size: 1.125rem; }
    p { margin: 0 0 1rem; }
    pre { margin: 0 0 0.25rem; white-space: pre-wrap; overflow-wrap: anywhere;
      font: 0.9375rem/1.5 ui-monospace, monospace; }
    a { color: #0b4f8a; }
    button { font: inherit; min-height: 2.75rem; padding: 0 1rem; border: 2px solid #1a1a1a;
      background: #fff; color: inherit; cursor: pointer; }
    :focus-visible { outline: 3px solid #0b4f8a; outline-offset: 2px; }
    @media (prefers-color-scheme: dark) {
      .box { background: #1b1b1b; color: #f2f2f2; border-top-color: #ff8a80; }
      a { color: #9ecbff; }
      button { background: #1b1b1b; border-color: #f2f2f2; }
      :focus-visible { outline-color: #9ecbff; }
    }
    @media print { .box { display: none; } }`;

  function hide() {
    overlay?.remove();
    overlay = null;
  }

  async function show() {
    const answer = await fetch("/_lerend/problems", { cache: "no-store" });
    if (answer.status !== 200) return hide();
    const html = await answer.text();
    hide();
    overlay = document.createElement("lerend-problems");
    const root = overlay.attachShadow({ mode: "open" });
    // A constructed sheet works under a policy that forbids inline styles.
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(styles);
    root.adoptedStyleSheets = [sheet];
    document.body.append(overlay);
    root.innerHTML = html;
    root.querySelector("[data-close]")?.addEventListener("click", hide);
  }

  // The name of a style sheet without its fingerprint.
  const nameOf = (path) => path.replace(/\.[0-9a-f]{10}\.css$/, "");

  function restyle(styles) {
    for (const link of document.querySelectorAll('link[rel="stylesheet"]:not([data-old])')) {
      const own = new URL(link.href).pathname;
      const next = styles.find((path) => nameOf(path) === nameOf(own));
      if (!next || next === own) continue;
      // The old one stays until the new one is there, so that nothing flashes.
      const fresh = link.cloneNode();
      fresh.href = next;
      fresh.addEventListener("load", () => link.remove());
      link.dataset.old = "";
      link.after(fresh);
    }
  }

  function reload() {
    const here = { path: location.pathname, x: scrollX, y: scrollY };
    try {
      sessionStorage.setItem(place, JSON.stringify(here));
    } catch {
      // Without storage the browser's own memory has to do.
    }
    location.reload();
  }

  const own = document.currentScript?.src;

  // All of a page around its text, as far as it is shown, with the scripts that it needs.
  function around(page) {
    const body = page.body.cloneNode(true);
    body.querySelectorAll("main, script, lerend-problems").forEach((part) => part.remove());
    const needs = [...page.querySelectorAll("head link[href]:not([data-old]), script[src]")];
    const told = needs.filter(({ src }) => src !== own).map((part) => part.outerHTML);
    return [page.documentElement.lang, ...told, body.innerHTML].join();
  }

  // What a script may work on, and what has a state of its own. A script that listens on the
  // document says so with `data-delegated`, on itself and on what it works on.
  const controls = "script, button, input, select, textarea, form, dialog, audio, video";
  const isBound = (part) => !part.matches("[data-delegated]");
  const holds = (text) => [...text.querySelectorAll(controls)].some(isBound);

  // Puts the new text in place of the old one, which is faster than a page load. Not where a
  // script works in the text, nor where something else of the page changed.
  async function renew(to) {
    if (document.querySelector('script:is([data-page], [type="module"]):not([data-delegated])')) return reload();
    const answer = await fetch(location.href, { cache: "no-store" });
    if (!answer.ok) return reload();
    const fresh = new DOMParser().parseFromString(await answer.text(), "text/html");
    const next = fresh.querySelector("main");
    const text = document.querySelector("main");
    const fits = next && text && ![next, text].some(holds);
    if (!fits || around(fresh) !== around(document)) return reload();
    version = to;
    document.title = fresh.title;
    text.replaceWith(document.adoptNode(next));
    hide();
  }

  function restore() {
    try {
      const was = JSON.parse(sessionStorage.getItem(place));
      sessionStorage.removeItem(place);
      if (was?.path === location.pathname) scrollTo({ left: was.x, top: was.y, behavior: "instant" });
    } catch {
      // Nothing to go back to.
    }
  }

  function listen() {
    if (source) return;
    source = new EventSource("/_lerend/events");
    source.addEventListener("state", (event) => {
      const state = JSON.parse(event.data);
      // A page of the server itself shows what each build told.
      if (build !== undefined && String(state.build) !== build) return reload();
      if (state.version !== version) return renew(state.version).catch(reload);
      restyle(state.styles);
      // Such a page tells them itself: over it they would hide what it shows.
      if (state.problems && build === undefined) show();
      else hide();
    });
  }

  // A browser keeps only a few connections: pages that nobody sees give theirs up.
  function onVisibility() {
    if (document.visibilityState === "visible") return listen();
    source?.close();
    source = null;
  }

  document.addEventListener("visibilitychange", onVisibility);
  document.addEventListener("keydown", (event) => event.key === "Escape" && hide());
  addEventListener("pagehide", () => { source?.close(); source = null; });
  addEventListener("pageshow", onVisibility);
  if (document.readyState === "complete") restore();
  else addEventListener("load", restore);
})();
