//! Writing a value as an editor would: groups as blocks, lists of words on one line.

use super::Form;

/// The text of the fields or the list of a file.
pub fn yaml(form: &Form) -> String {
    match form {
        Form::Fields(entries) if entries.is_empty() => "{}\n".to_owned(),
        Form::List(items) if items.is_empty() => "[]\n".to_owned(),
        Form::Fields(_) => block(form, 0),
        Form::List(items) => items.iter().map(|item| listed(item, 0)).collect(),
        Form::Word(text) => scalar(text) + "\n",
        Form::Nothing => String::new(),
    }
}

/// Fields, each on lines of its own.
fn block(form: &Form, indent: usize) -> String {
    let Form::Fields(entries) = form else { return flow(form) };
    let entry = |(key, value): &(String, Form)| {
        let start = format!("{}{}:", " ".repeat(indent), scalar(key));
        match value {
            Form::Nothing => start + "\n",
            Form::Fields(inner) if !inner.is_empty() => {
                format!("{start}\n{}", block(value, indent + 2))
            }
            Form::List(items) if items.iter().any(|item| matches!(item, Form::Fields(_))) => {
                let items: String = items.iter().map(|item| listed(item, indent + 2)).collect();
                format!("{start}\n{items}")
            }
            _ => format!("{start} {}\n", flow(value)),
        }
    };
    entries.iter().map(entry).collect()
}

/// An item behind its dash.
fn listed(item: &Form, indent: usize) -> String {
    let dash = format!("{}- ", " ".repeat(indent));
    match item {
        Form::Fields(entries) if !entries.is_empty() => {
            dash + block(item, indent + 2).trim_start()
        }
        _ => format!("{dash}{}\n", flow(item)),
    }
}

fn flow(form: &Form) -> String {
    match form {
        Form::Word(text) => scalar(text),
        Form::Nothing => "~".to_owned(),
        Form::List(items) => {
            format!("[{}]", items.iter().map(flow).collect::<Vec<_>>().join(", "))
        }
        Form::Fields(entries) => {
            let entry =
                |(key, value): &(String, Form)| format!("{}: {}", scalar(key), flow(value));
            format!("{{{}}}", entries.iter().map(entry).collect::<Vec<_>>().join(", "))
        }
    }
}

/// Plain where that is safe everywhere, otherwise in quotes.
fn scalar(text: &str) -> String {
    let inside =
        |c: char| c.is_alphanumeric() || matches!(c, ' ' | '-' | '_' | '.' | '/' | ':');
    let is_plain = text.starts_with(char::is_alphanumeric)
        && text.ends_with(|c: char| c.is_alphanumeric() || matches!(c, '/' | '.'))
        && text.chars().all(inside)
        && !text.contains(": ")
        && text != "null";
    if is_plain {
        return text.to_owned();
    }
    format!("\"{}\"", text.replace('\\', "\\\\").replace('"', "\\\"").replace('\n', "\\n"))
}
