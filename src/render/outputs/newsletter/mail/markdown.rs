//! The edition as Markdown, for tools that take it.

use crate::render::outputs::newsletter::EditionView;
use crate::render::outputs::newsletter::item::push_item_markdown;
use crate::render::outputs::newsletter::markdown_text::{escape, heading, link, paragraph};

/// The edition as Markdown: title, text, items. It has no placeholder and no footer.
pub fn mail_markdown(view: &EditionView) -> String {
    let web = view.address(&view.web_url, "web");
    let mut parts = vec![
        heading(1, &escape(&view.title)),
        paragraph(&escape(&view.dateline())),
        link(&escape(&view.setting.words.web_version), web.as_deref()),
        view.intro.markdown(view.passage("intro")),
    ];
    for (rubric, block) in view.under_rubrics() {
        parts.extend(rubric.map(|rubric| format!("**{}**", escape(rubric))));
        push_item_markdown(&mut parts, block, &view.setting);
    }
    parts.push(view.closing.markdown(view.passage("closing")));
    parts.retain(|part| !part.is_empty());
    format!("{}\n", parts.join("\n\n"))
}
