// Lists of fifty per section and per term, newest first.
import footnote from "markdown-it-footnote";
import markdownIt from "markdown-it";

const SIZE = 50;
const two = (number) => String(number).padStart(2, "0");
const slug = (text) => text.toLowerCase().replace(/[^a-z0-9]+/g, "-");

function pieces(name, base, items) {
  const total = Math.ceil(items.length / SIZE);
  const url = (at) => (at === 0 ? base : `${base}page/${at + 1}/`);
  return Array.from({ length: total }, (_, at) => ({
    name,
    url: url(at),
    number: at + 1,
    items: items.slice(at * SIZE, (at + 1) * SIZE),
    earlier: at > 0 ? url(at - 1) : null,
    later: at + 1 < total ? url(at + 1) : null,
  }));
}

export default function (config) {
  config.setLibrary("md", markdownIt({ html: true }).use(footnote));
  config.addFilter("slug", slug);
  config.addFilter("iso", (date) => date.toISOString().slice(0, 10));
  config.addFilter("shown", (date) =>
    `${two(date.getUTCDate())}-${two(date.getUTCMonth() + 1)}-${date.getUTCFullYear()}`);
  config.addFilter("head", (items, count) => items.slice(0, count));
  const newest = (api, glob) => api.getFilteredByGlob(glob).sort((a, b) => b.date - a.date);
  for (const section of ["factsheets", "stories"]) {
    const own = (api) => newest(api, `content/${section}/*.md`);
    config.addCollection(section, own);
    config.addCollection(`${section}List`, (api) => pieces(section, `/${section}/`, own(api)));
  }
  for (const kind of ["regions", "topics"]) {
    config.addCollection(`${kind}List`, (api) => {
      const terms = new Map();
      for (const page of newest(api, "content/*/*.md")) {
        for (const term of page.data[kind] || []) {
          if (!terms.has(term)) terms.set(term, []);
          terms.get(term).push(page);
        }
      }
      return [...terms].flatMap(([name, items]) => pieces(name, `/${kind}/${slug(name)}/`, items));
    });
  }
  return {
    dir: { input: "content", includes: "../includes", output: "out" },
    markdownTemplateEngine: false,
    htmlTemplateEngine: "njk",
  };
}
