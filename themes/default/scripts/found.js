// Words that were searched for are marked on the page that a result leads to (?mark=words).
{
const words = (new URLSearchParams(location.search).get("mark") ?? "")
  .split(/\s+/).filter((word) => word.length > 1).slice(0, 12);
const main = document.querySelector("main");
if (words.length > 0 && main) {
  const escaped = words.map((word) => word.replace(/[.*+?^${}()|[\]\\]/g, "\\$&"));
  const wanted = new RegExp(`(?<![\\p{L}\\p{N}])(?:${escaped.join("|")})(?![\\p{L}\\p{N}])`, "giu");
  const walker = document.createTreeWalker(main, NodeFilter.SHOW_TEXT, (node) =>
    node.parentElement.closest("svg, script, style, select, textarea, mark, h1")
      ? NodeFilter.FILTER_REJECT : NodeFilter.FILTER_ACCEPT);
  const texts = [];
  while (walker.nextNode()) texts.push(walker.currentNode);
  for (const text of texts) {
    const parts = [];
    let end = 0;
    for (const found of text.data.matchAll(wanted)) {
      const mark = document.createElement("mark");
      mark.textContent = found[0];
      parts.push(text.data.slice(end, found.index), mark);
      end = found.index + found[0].length;
    }
    if (end > 0) text.replaceWith(...parts, text.data.slice(end));
  }
}
}
