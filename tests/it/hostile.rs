//! What somebody could write to bring the build down: it is answered, with a message or with a
//! page, and never with a crash. Limits are counts, so nothing here is measured in seconds.

use lerend::diag::{Language, Severity};

use crate::site::{Outcome, site};

const MEGABYTE: usize = 1 << 20;
/// For the many: a thirtieth of it, as tests run without optimisation.
const PART: usize = 1 << 15;

/// Builds the base site with one page more.
fn with_page(text: &str) -> Outcome {
    site().file("content/pages/a.md", text).build()
}

/// A page with this text below its fields.
fn with_body(body: &str) -> Outcome {
    with_page(&format!("---\ntitle: A\n---\n{body}\n"))
}

fn problems(outcome: &Outcome) -> String {
    outcome.problems(Severity::Warning, Language::En)
}

#[test]
fn brackets_without_end_in_fields_are_told_once() {
    let outcome = with_page(&format!("---\ntitle: {}\n---\n", "[".repeat(100_000)));
    assert_eq!(
        problems(&outcome),
        "content/pages/a.md:2:263: error[yaml/too-complex]: these fields are too many or nested too deeply to read\n"
    );
    assert!(outcome.built.output.is_none());
}

#[test]
fn lists_in_lists_without_end_are_told_once() {
    let outcome =
        with_page(&format!("---\ntitle: A\nchanges:\n{}\n---\n", "- ".repeat(100_000)));
    assert_eq!(
        problems(&outcome),
        "content/pages/a.md:4:127: error[yaml/too-complex]: these fields are too many or nested too deeply to read\n"
    );
}

#[test]
fn references_that_multiply_are_told_once() {
    let mut fields = "---\ntitle: A\na0: &a0 [x, x, x, x, x, x, x, x, x, x]\n".to_owned();
    for level in 1..100 {
        let copies = vec![format!("*a{}", level - 1); 10].join(", ");
        fields.push_str(&format!("a{level}: &a{level} [{copies}]\n"));
    }
    let outcome = with_page(&format!("{fields}---\n"));
    assert_eq!(
        problems(&outcome),
        "content/pages/a.md:6:40: error[yaml/too-complex]: these fields are too many or nested too deeply to read\n"
    );
}

#[test]
fn a_megabyte_of_quotes_in_quotes_is_a_page() {
    let outcome = with_body(&">".repeat(MEGABYTE));
    assert_eq!(
        problems(&outcome),
        "content/pages/a.md:4:64: warning[markdown/too-deep]: more than 64 lists, quotes or emphases are nested here; anything deeper becomes plain text\n"
    );
    let depth = outcome.main("a/index.html").matches("<blockquote").count();
    assert!(depth <= 64, "{depth} quotes in quotes");
}

#[test]
fn any_mark_without_end_is_answered() {
    let marks = [
        "[", "]", "![", "*", "**a ", "_", "`", "``a", "~", "|", "- ", "1. ", "#", "<", "<a ",
        "&", "\\", "[a](", "[^", "[a]: b\n", "$", "\t", "\r", ": ", "\u{feff}", "\u{301}",
        "<!--", "\n\n> - ",
    ];
    for mark in marks {
        let outcome = with_body(&mark.repeat(PART / mark.len()));
        let found = problems(&outcome);
        // A list of everything that is wrong has an end too.
        assert!(found.lines().count() <= 200, "{mark:?}: {} problems", found.lines().count());
        assert!(
            outcome.built.output.is_some() || found.contains(": error["),
            "{mark:?}: no page and no reason"
        );
    }
}

#[test]
fn any_mark_without_end_in_fields_is_answered() {
    let marks = [
        "a",
        "{",
        "}",
        "]",
        "\"",
        "'",
        "&a ",
        "*a ",
        "!",
        "? ",
        "- ",
        ": ",
        "a: ",
        "|\n",
        "#",
        "%",
        "a: b\n",
        "\t",
        "\n",
        "\r",
        "\u{feff}",
        "@",
        "\\",
        "a: &a [*a]\n",
        "---\n",
    ];
    for mark in marks {
        let fields = mark.repeat(PART / mark.len());
        for text in [format!("---\ntitle: {fields}\n---\n"), format!("---\n{fields}\n---\n")] {
            let outcome = with_page(&text);
            let found = problems(&outcome);
            assert!(found.lines().count() <= 200, "{mark:?}: {} lines", found.lines().count());
            assert!(
                outcome.built.output.is_some() || found.contains(": error["),
                "{mark:?}: no page and no reason"
            );
        }
    }
}

#[test]
fn no_script_of_an_author_runs() {
    let outcome = with_page(
        "---\n\
         title: <script>alert(1)</script> & \"><img src=x onerror=alert(2)>\n\
         summary: </script><script>alert(3)</script> en nog wat woorden om lang genoeg te zijn\n\
         ---\n\
         <script>alert(4)</script> en <img src=x onerror=alert(5)>\n\n\
         ## <b onclick=alert(6)>kop</b>\n\n\
         ```js\n</script><script>alert(7)</script>\n```\n\n\
         `<script>alert(8)</script>` [x](<https://elders.example/\"onmouseover=alert(9)>)\n",
    );
    let pages = outcome.all_bytes();
    let pages =
        pages.iter().filter(|(path, _)| path.ends_with(".html") || path.ends_with(".xml"));
    for (path, bytes) in pages {
        let text = String::from_utf8_lossy(bytes);
        for live in
            ["<script>alert", "<img src=x", "<b onclick", "\"onmouseover", "</script><script>a"]
        {
            assert!(!text.contains(live), "`{path}` holds `{live}`");
        }
    }
    assert!(outcome.main("a/index.html").contains("&lt;script&gt;alert(4)"));
}

#[test]
fn a_link_that_runs_code_publishes_nothing() {
    let outcome = with_body("[plan](javascript:alert(1)) ![](data:text/html,x)");
    assert!(outcome.built.output.is_none());
    assert_eq!(
        problems(&outcome),
        "content/pages/a.md:4:8: error[unsafe/link-scheme]: a link with `javascript:` can run code in the reader's browser and is not allowed\n\
         content/pages/a.md:4:33: error[unsafe/link-scheme]: a link with `data:` can run code in the reader's browser and is not allowed\n"
    );
}
