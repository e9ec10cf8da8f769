//! SARIF 2.1.0, which many hosts and editors read.

use std::collections::BTreeSet;

use serde_json::{Value, json};

use super::place::{Located, Spot};
use crate::base::encode_path;
use crate::diag::Severity;

/// The log, one JSON object.
pub(super) fn draw(found: &[Located<'_>]) -> String {
    let codes: BTreeSet<&str> = found.iter().map(Located::code).collect();
    let rules: Vec<Value> = codes.into_iter().map(|code| json!({ "id": code })).collect();
    let results: Vec<Value> = found.iter().map(result).collect();
    let log = json!({
        "$schema": "https://json.schemastore.org/sarif-2.1.0.json",
        "version": "2.1.0",
        "runs": [{
            "tool": { "driver": {
                "name": env!("CARGO_PKG_NAME"),
                "version": env!("CARGO_PKG_VERSION"),
                "rules": rules,
            } },
            "columnKind": "unicodeCodePoints",
            "results": results,
        }],
    });
    format!("{log}\n")
}

fn result(located: &Located<'_>) -> Value {
    let text = match &located.words.help {
        Some(help) => format!("{}\n{help}", located.words.message),
        None => located.words.message.clone(),
    };
    let mut result = json!({
        "ruleId": located.code(),
        "level": match located.diag.severity {
            Severity::Error => "error",
            Severity::Warning => "warning",
            Severity::Hint | Severity::Off => "note",
        },
        "message": { "text": text },
        "locations": location(&located.spot),
    });
    let related: Vec<Value> = located.related.iter().flat_map(location).collect();
    if let (false, Some(result)) = (related.is_empty(), result.as_object_mut()) {
        result.insert("relatedLocations".to_owned(), Value::Array(related));
    }
    result
}

fn location(spot: &Spot) -> Vec<Value> {
    if spot.path.is_empty() {
        return Vec::new();
    }
    vec![json!({ "physicalLocation": {
        "artifactLocation": { "uri": encode_path(&spot.path) },
        "region": {
            "startLine": spot.start.line,
            "startColumn": spot.start.column,
            "endLine": spot.end.line,
            "endColumn": spot.end.column,
        },
    } })]
}
