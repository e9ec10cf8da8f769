//! English words for the area `yaml`.

use crate::diag::Words;
use crate::diag::problem::Yaml;

pub(in crate::diag::text) fn yaml(problem: &Yaml) -> Words {
    match problem {
        Yaml::UnquotedColon { quoted } => Words::new("this text holds a colon and a space, and has no quotes around it")
            .help(format!("put the text in quotes: {quoted}")),
        Yaml::Tab => Words::new("this line begins with a tab; only spaces are allowed here")
            .help("replace the tab with two spaces"),
        Yaml::NeedsQuotes { character, quoted } => {
            let words = if *character == '"' {
                Words::new("this value goes on after its closing quote")
            } else {
                Words::new(format!("a value that begins with `{character}` needs quotes"))
            };
            let quoted = quoted.as_deref().unwrap_or("\"…\"");
            words.help(format!("put the whole value in quotes: {quoted}"))
        }
        Yaml::HashInText { lost } => Words::new(format!("`{lost}` counts as a comment and is not on the site"))
            .help("put the whole value in quotes, or a space after the hash if it is a comment"),
        Yaml::Unclosed { what } => Words::new(format!("`{what}` is opened and not closed"))
            .help("put the closing character at the end of the value"),
        Yaml::StrayComma => Words::new("this is a comma too many: nothing stands before it")
            .help("remove the comma, or fill in what belongs before it"),
        Yaml::Indentation => Words::new("this line is indented differently from the lines it belongs to")
            .help("put fields that belong together straight below each other, with spaces before them"),
        Yaml::NotAField { key: Some(key) } => Words::new(format!("a space is missing after `{key}:`"))
            .help(format!("write `{key}: value`")),
        Yaml::NotAField { key: None } => Words::new("this line is not a field and belongs to no text above it")
            .help("write `name: value`, or indent by two spaces if the line belongs to the text above"),
        Yaml::GluedDash { item } => Words::new("a space is missing after the dash")
            .help(format!("begin each line of the list with a dash and a space: `- {item}`")),
        Yaml::OddSpace { key } => Words::new(format!("after `{key}:` stands a no-break space, which does not count as a space here"))
            .help(format!("remove it and type an ordinary space: `{key}: value`")),
        Yaml::OddIndent => Words::new("this line begins with a no-break space, which does not count as a space here")
            .help("remove it and type ordinary spaces; look at the lines below too"),
        Yaml::Syntax => Words::new("from here on the fields cannot be read")
            .help("check the quotes, colons and indentation of this line and the one above"),
        Yaml::SecondStart => Words::new("nothing below this line `---` is read")
            .help("remove the line"),
        Yaml::DuplicateKey { key } => {
            Words::new(format!("the field `{key}` is here twice")).help("keep one of them")
        }
        Yaml::TooComplex => Words::new("these fields are too many or nested too deeply to read")
            .help("use fewer levels, and no references with `&` and `*`"),
        Yaml::UnclosedFrontMatter => Words::new("the fields begin with `---`, but there is no `---` below them")
            .help("put a line with only `---` between the fields and the text"),
        Yaml::NoFrontMatter => Words::new("this document does not begin with fields")
            .help("begin the file with a line `---`, then the fields, such as `title: …`, then `---` again"),
        Yaml::NotAMapping => Words::new("fields are expected here, such as `title: …`")
            .help("write each field as `name: value` on a line of its own"),
    }
}
