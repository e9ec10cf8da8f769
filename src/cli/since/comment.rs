//! What a change does to the site, in plain words, as Markdown for a comment under it.

use std::collections::BTreeSet;
use std::fmt::Write as _;

use crate::base::{OutPath, encode_path};
use crate::diag::draw::{self, Format, Style};
use crate::diag::{Diag, Language};
use crate::output::{Changes, Kind, Output};
use crate::pipeline::Built;

/// So many pages or mistakes are named; the rest is counted.
const NAMED: usize = 25;

/// The first line, by which a service finds the comment to renew.
const MARK: &str = "<!-- lerend -->";

/// A comment under a change.
#[derive(Clone, Copy)]
pub(super) struct Comment<'a> {
    /// The site after it.
    pub(super) built: &'a Built,
    /// Where a preview of that is.
    pub(super) base_url: Option<&'a str>,
    /// The files that the change touches: their pages are named first.
    pub(super) touched: &'a BTreeSet<String>,
    pub(super) language: Language,
}

/// What there was before a change.
#[derive(Clone, Copy)]
pub(super) enum Before<'a> {
    /// No site: the change makes the first.
    NoSite,
    /// A site with errors, which cannot be made.
    Broken,
    /// This site.
    Site(&'a Output),
}

impl Comment<'_> {
    /// Whether a page is that of a file that the change touches.
    fn is_own(self, site: &Output, path: &OutPath) -> bool {
        let claimed = site.get(path.as_str()).and_then(|(_, file)| file.claimed_by);
        let source = claimed.and_then(|span| self.built.sources.path(span.file));
        source.is_some_and(|source| self.touched.contains(source.as_str()))
    }

    /// What it says, with what there was before the change.
    pub(super) fn text(self, before: Before<'_>) -> String {
        let mut out = format!("{MARK}\n");
        self.mistakes(&mut out);
        let dutch = self.language == Language::Nl;
        match (before, self.built.output.as_deref()) {
            (Before::Site(before), Some(after)) => self.pages(&mut out, before, after),
            (Before::NoSite, Some(after)) => {
                out.push_str(if dutch {
                    "\nDit is het begin van de site: alle pagina's zijn nieuw.\n"
                } else {
                    "\nThis is the beginning of the site: all pages are new.\n"
                });
                self.pages(&mut out, &Output::default(), after);
            }
            (Before::Broken, Some(_)) => out.push_str(if dutch {
                "\nDe vorige versie had fouten. Daarom is niet te zeggen welke pagina's veranderen.\n"
            } else {
                "\nThe version before had errors, so it cannot be told which pages change.\n"
            }),
            (_, None) => out.push_str(if dutch {
                "\nZolang er fouten zijn, is er geen voorbeeld van de site.\n"
            } else {
                "\nAs long as there are errors there is no preview of the site.\n"
            }),
        }
        self.as_is(&mut out);
        out
    }

    fn mistakes(self, out: &mut String) {
        let Self { built, language, .. } = self;
        let (diags, stands) = (&built.diags, built.output.is_some());
        let errors: Vec<Diag> = diags.iter().filter(|diag| diag.is_error()).cloned().collect();
        let others = diags.len() - errors.len();
        let dutch = language == Language::Nl;
        let _ = match (errors.len(), dutch) {
            // Those that are in the way were there before.
            (0, true) if !stands => writeln!(
                out,
                "**Geen nieuwe fouten.** Er stonden al fouten die deze wijziging niet raakt. Zolang die \
                 er zijn, wordt de site niet vernieuwd."
            ),
            (0, false) if !stands => writeln!(
                out,
                "**No new errors.** There were errors before that this change does not touch. As long \
                 as they are there, the site is not renewed."
            ),
            (0, true) => writeln!(out, "**Geen fouten.** Deze wijziging kan op de site."),
            (1, true) => writeln!(
                out,
                "**Eén fout.** Verbeter die eerst; dan kan deze wijziging op de site."
            ),
            (n, true) => writeln!(
                out,
                "**{n} fouten.** Verbeter die eerst; dan kan deze wijziging op de site."
            ),
            (0, false) => writeln!(out, "**No errors.** This change can go onto the site."),
            (1, false) => writeln!(
                out,
                "**One error.** Mend it first; then this change can go onto the site."
            ),
            (n, false) => writeln!(
                out,
                "**{n} errors.** Mend them first; then this change can go onto the site."
            ),
        };
        if !errors.is_empty() {
            let style = Style { format: Format::Full, language, colour: false, width: 100 };
            let named = errors.get(..NAMED.min(errors.len())).unwrap_or_default();
            // A fence longer than any in the text.
            let _ = writeln!(
                out,
                "\n``````text\n{}``````",
                draw::all(named, &built.sources, &style)
            );
            more(out, errors.len(), dutch);
        }
        if others > 0 {
            let _ = if dutch {
                writeln!(
                    out,
                    "\nEr zijn ook waarschuwingen of tips ({others}). Ze staan bij de regels waar het om gaat."
                )
            } else {
                writeln!(
                    out,
                    "\nThere are warnings or hints too ({others}). They stand beside the lines they are about."
                )
            };
        }
    }

    fn pages(self, out: &mut String, before: &Output, after: &Output) {
        let changes = Changes::between(before, after);
        let dutch = self.language == Language::Nl;
        let lists = [
            (("Nieuwe pagina's", "New pages"), &changes.added, after),
            (("Veranderde pagina's", "Changed pages"), &changes.changed, after),
            (("Pagina's die verdwijnen", "Pages that disappear"), &changes.removed, before),
        ];
        let mut any = false;
        for ((nl, en), paths, site) in lists {
            let mut titled: Vec<(&OutPath, String)> =
                paths.iter().filter_map(|path| Some((path, title(site, path)?))).collect();
            let is_other = |path: &OutPath| !self.is_own(site, path);
            titled.sort_by_key(|(path, _)| std::ptr::eq(site, before) || is_other(path));
            if titled.is_empty() {
                continue;
            }
            any = true;
            let _ = writeln!(out, "\n### {} ({})\n", if dutch { nl } else { en }, titled.len());
            for (path, title) in titled.iter().take(NAMED) {
                let address = encode_path(path.as_str().trim_end_matches("index.html"));
                let base_url = self.base_url.filter(|_| !std::ptr::eq(site, before));
                let _ = match base_url.map(|url| url.trim_end_matches('/')) {
                    Some(url) => writeln!(out, "- [{title}]({url}/{address})"),
                    None => writeln!(out, "- {title} (`/{address}`)"),
                };
            }
            more(out, titled.len(), dutch);
            if std::ptr::eq(site, before) {
                out.push_str(moved(dutch));
            }
        }
        if !changes.replaced.is_empty() {
            any = true;
            out.push_str(if dutch {
                "\nHet uiterlijk van alle pagina's verandert.\n"
            } else {
                "\nThe look of all pages changes.\n"
            });
        }
        if !any {
            out.push_str(if dutch {
                "\nEr verandert geen pagina.\n"
            } else {
                "\nNo page changes.\n"
            });
        }
    }
}

impl Comment<'_> {
    /// The files that are published as they are: nobody but who reads this looks at them.
    fn as_is(self, out: &mut String) {
        let all: Vec<&String> =
            self.touched.iter().filter(|path| path.starts_with("content/files/")).collect();
        if all.is_empty() {
            return;
        }
        out.push_str(match self.language {
            Language::Nl => "\nDeze bestanden komen op de site zoals ze zijn, of gaan eraf. Kijk ze zelf na:\n\n",
            Language::En => "\nThese files come on the site as they are, or leave it. Look at them yourself:\n\n",
        });
        for path in &all {
            let _ = writeln!(out, "- `{path}`");
        }
    }
}

/// What to do about pages that disappear, so that links elsewhere go on working.
fn moved(dutch: bool) -> &'static str {
    if dutch {
        "\nStaat zo'n pagina nu op een ander adres? Zet het oude adres dan bij `oude-adressen` in het \
         nieuwe document, zonder de eerste `/`. Anders breken links op andere sites, in mails en in \
         bladwijzers.\n"
    } else {
        "\nDoes such a page stand at another address now? Then put the old one at `aliases` in the new \
         document, without the first `/`. Otherwise links on other sites, in mails and in bookmarks \
         break.\n"
    }
}

fn more(out: &mut String, all: usize, dutch: bool) {
    if let Some(rest) = all.checked_sub(NAMED).filter(|rest| *rest > 0) {
        let _ = if dutch {
            writeln!(out, "\nEn nog {rest}.")
        } else {
            writeln!(out, "\nAnd {rest} more.")
        };
    }
}

/// The title of a page for readers; `None` for other files.
fn title(site: &Output, path: &OutPath) -> Option<String> {
    let (_, file) = site.get(path.as_str())?;
    let markup = file.facts.markup.as_ref()?;
    let name = path.as_str().rsplit('/').next().unwrap_or_default();
    // Mails and pieces to paste are no pages, and redirects have nothing to see.
    let is_page = markup.kind == Kind::Page && name == "index.html" && !markup.redirects;
    let title = markup.title.as_deref().filter(|_| is_page)?;
    // The name of the site stands behind the title of each of its pages.
    let home =
        site.get("index.html").and_then(|(_, home)| home.facts.markup.as_ref()?.title.as_ref());
    let title = home
        .and_then(|home| title.strip_suffix(home.as_ref())?.strip_suffix(" – "))
        .unwrap_or(title);
    // What acts in Markdown is said as it is.
    Some(title.chars().fold(String::new(), |mut out, c| {
        if "\\[]`*_<>|".contains(c) {
            out.push('\\');
        }
        out.push(c);
        out
    }))
}
