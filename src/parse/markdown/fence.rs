//! The word after the fence of a code block: a component, a slip of the pen, or a language.

use crate::base::nearest_within;

/// What a fenced block is.
#[derive(Debug, PartialEq, Eq)]
pub(super) enum Fence {
    /// The component of this name.
    Component(&'static str),
    /// No language that is known, and nearly the component of this name.
    Slip(&'static str),
    /// Code in a language; empty when none was named.
    Code(String),
}

/// Sorts a block by the words after its fence.
pub(super) fn sort(info: &str, components: &'static [&'static str]) -> Fence {
    let word = word(info);
    if let Some(name) = components.iter().find(|name| **name == word) {
        return Fence::Component(name);
    }
    let folded = word.to_lowercase();
    if folded.is_empty() || LANGUAGES.split(' ').any(|known| known == folded) {
        return Fence::Code(folded);
    }
    let dutch = DUTCH.iter().find(|(own, _)| *own == folded).map(|(_, name)| *name);
    if let Some(name) = components.iter().find(|name| dutch == Some(**name)) {
        return Fence::Slip(name);
    }
    // No name is nearly this long; the distance to a long word would take long too.
    let near = (folded.len() <= 40)
        .then(|| nearest_within(2, &folded, components.iter().copied()))
        .flatten()
        .and_then(|near| components.iter().find(|name| **name == near));
    near.map_or(Fence::Code(folded), |name| Fence::Slip(name))
}

/// The word itself, as written.
pub(super) fn word(info: &str) -> &str {
    info.trim_start().split([' ', '\t', '{', ',']).next().unwrap_or_default()
}

/// What editors call a component in Dutch.
const DUTCH: &[(&str, &str)] = &[
    ("kaart", "map"),
    ("landkaart", "map"),
    ("kaartje", "map"),
    ("grafiek", "chart"),
    ("diagram", "chart"),
    ("staafdiagram", "chart"),
    ("lijndiagram", "chart"),
    ("taartdiagram", "chart"),
    ("staafgrafiek", "chart"),
    ("lijngrafiek", "chart"),
    ("citaat", "quote"),
    ("quotes", "quote"),
    ("cijfer", "figures"),
    ("cijfers", "figures"),
    ("kerncijfer", "figures"),
    ("kerncijfers", "figures"),
    ("galerij", "gallery"),
    ("beelden", "gallery"),
    ("foto's", "gallery"),
    ("fotos", "gallery"),
    ("tabel", "table"),
    ("tijdlijn", "timeline"),
    ("tijdslijn", "timeline"),
    ("lijst", "items"),
    ("overzicht", "items"),
    ("stukken", "items"),
    ("vragenlijst", "questionnaire"),
    ("enquete", "questionnaire"),
    ("enquête", "questionnaire"),
];

/// Words that name a language on code hosts. A word that is missing here is still
/// code, unless it is nearly the name of a component.
const LANGUAGES: &str = "\
    abap ada agda apache apacheconf apl applescript arduino asciidoc asm asp astro awk bash \
    basic bat batch bibtex bicep brainfuck c c# c++ cfg clj clojure cmake cmd cobol coffee \
    coffeescript conf config console cpp crystal cs csharp css csv cuda d dart delphi diff \
    docker dockerfile dot dotenv edn ejs elisp elixir elm erb erl erlang ex exs f# fish \
    fortran fs fsharp gdscript gherkin git gitignore glsl gml gnuplot go golang gradle \
    graphql groovy h haml handlebars haskell hbs hcl hpp hs html http hx ini io java \
    javascript jinja jinja2 jl js json json5 jsonc jsonl jsp jsx julia katex kotlin kql kt \
    latex less liquid lisp log lua m make makefile markdown math mathml matlab md mdx \
    mermaid mk ml mm nasm nginx nim nix none objc objective-c ocaml octave org output pascal \
    patch perl pgsql php pl plain plaintext plantuml plist po postcss powershell prolog \
    properties proto protobuf ps ps1 pug puml puppet py pycon python qml r razor rb rd regex \
    rego rest rhtml rkt robot rs rst ruby rust sas sass scala scheme scm scss sed sh shell \
    shell-session smarty sml solidity sparql sql stan stata styl stylus svelte svg swift \
    systemverilog tcl template tera terraform tex text textile tf toml ts tsv tsx twig txt \
    typescript typst v vala vb vbnet verilog vhdl vim vue wasm wat wgsl wiki x86asm xhtml \
    xml xquery xsl xslt yaml yml zig zsh";

#[cfg(test)]
mod tests {
    use super::*;

    const COMPONENTS: &[&str] = &["chart", "items", "map", "quote", "table"];

    #[test]
    fn a_word_is_a_component_a_slip_or_a_language() {
        assert_eq!(sort("chart", COMPONENTS), Fence::Component("chart"));
        assert_eq!(sort(" map  title", COMPONENTS), Fence::Component("map"));
        assert_eq!(sort("Chart", COMPONENTS), Fence::Slip("chart"));
        assert_eq!(sort("chrat", COMPONENTS), Fence::Slip("chart"));
        assert_eq!(sort("Kaart", COMPONENTS), Fence::Slip("map"));
        assert_eq!(sort("diagram", COMPONENTS), Fence::Slip("chart"));
        assert_eq!(sort("tabel", COMPONENTS), Fence::Slip("table"));
        assert_eq!(sort("mappy", COMPONENTS), Fence::Slip("map"));
        assert_eq!(sort("dart", COMPONENTS), Fence::Code("dart".to_owned()));
        assert_eq!(sort("Rust,ignore", COMPONENTS), Fence::Code("rust".to_owned()));
        assert_eq!(sort("onbekend", COMPONENTS), Fence::Code("onbekend".to_owned()));
        assert_eq!(sort("", COMPONENTS), Fence::Code(String::new()));
    }
}
