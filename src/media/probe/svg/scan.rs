//! The tags of an XML text, as far as is needed to look for dangers: no entities are
//! expanded, names lose their prefix.

/// A piece of XML.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(in crate::media) enum Token<'a> {
    /// An opening tag; its name without prefix in lower case, and as written.
    Open { name: String, written: &'a str, attributes: Vec<Attribute<'a>>, is_empty: bool },
    /// A closing tag.
    Close,
    /// Text between tags, as written.
    Text(&'a str),
    /// `<!DOCTYPE …>` and its kin.
    Declaration(&'a str),
    /// `<?…?>`.
    Instruction(&'a str),
    /// There is no more.
    End,
}

/// An attribute as written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(in crate::media) struct Attribute<'a> {
    pub(in crate::media) name: &'a str,
    pub(in crate::media) value: &'a str,
}

/// Reads a text from front to back.
#[derive(Debug)]
pub(in crate::media) struct Scanner<'a> {
    whole: usize,
    rest: &'a str,
}

impl<'a> Scanner<'a> {
    pub(in crate::media) fn new(text: &'a str) -> Self {
        Self { whole: text.len(), rest: text.trim_start_matches('\u{feff}') }
    }

    /// The offset of what comes next.
    pub(in crate::media) fn place(&self) -> usize {
        self.whole - self.rest.len()
    }

    /// The next piece; `None` when it is broken off or no XML.
    pub(in crate::media) fn token(&mut self) -> Option<Token<'a>> {
        if self.rest.is_empty() {
            return Some(Token::End);
        }
        if !self.rest.starts_with('<') {
            let text = self.rest.split('<').next().unwrap_or_default();
            self.rest = self.rest.strip_prefix(text)?;
            return Some(Token::Text(text));
        }
        if let Some(rest) = self.rest.strip_prefix("<!--") {
            self.rest = rest;
            self.until("-->")?;
            return self.token_after_comment();
        }
        if let Some(rest) = self.rest.strip_prefix("<![CDATA[") {
            self.rest = rest;
            return self.until("]]>").map(Token::Text);
        }
        if let Some(rest) = self.rest.strip_prefix("<?") {
            self.rest = rest;
            return self.until("?>").map(Token::Instruction);
        }
        if self.rest.starts_with("<!") {
            return self.until(">").map(Token::Declaration);
        }
        if self.rest.starts_with("</") {
            self.until(">")?;
            return Some(Token::Close);
        }
        self.rest = self.rest.strip_prefix('<')?;
        self.open()
    }

    /// An empty text in place of the comment: comments follow each other without end.
    fn token_after_comment(&self) -> Option<Token<'a>> {
        Some(Token::Text(self.rest.get(..0)?))
    }

    fn until(&mut self, end: &str) -> Option<&'a str> {
        let (before, after) = self.rest.split_once(end)?;
        self.rest = after;
        Some(before)
    }

    fn word(&mut self) -> &'a str {
        let ends =
            |c: char| c.is_whitespace() || matches!(c, '=' | '/' | '>' | '<' | '"' | '\'');
        let word = self.rest.split(ends).next().unwrap_or_default();
        self.rest = self.rest.strip_prefix(word).unwrap_or_default();
        word
    }

    fn open(&mut self) -> Option<Token<'a>> {
        let written = self.word();
        let name = written.rsplit(':').next().filter(|name| !name.is_empty())?;
        let name = name.to_ascii_lowercase();
        let mut attributes = Vec::new();
        loop {
            self.rest = self.rest.trim_start();
            if let Some(rest) = self.rest.strip_prefix('>') {
                self.rest = rest;
                return Some(Token::Open { name, written, attributes, is_empty: false });
            }
            if let Some(rest) = self.rest.strip_prefix("/>") {
                self.rest = rest;
                return Some(Token::Open { name, written, attributes, is_empty: true });
            }
            let attribute = self.word();
            let rest = self.rest.trim_start().strip_prefix('=')?.trim_start();
            let quote = rest.chars().next().filter(|c| matches!(c, '"' | '\''))?;
            let (value, rest) = rest.strip_prefix(quote)?.split_once(quote)?;
            self.rest = rest;
            if attribute.is_empty() {
                return None;
            }
            attributes.push(Attribute { name: attribute, value });
        }
    }
}

/// Text with its character references read; `None` when it holds an entity of the file's own.
pub(in crate::media) fn decoded(text: &str) -> Option<String> {
    let mut out = String::with_capacity(text.len());
    let mut rest = text;
    while let Some((before, after)) = rest.split_once('&') {
        out.push_str(before);
        let (name, after) = after.split_once(';')?;
        let c = match name {
            "amp" => '&',
            "lt" => '<',
            "gt" => '>',
            "quot" => '"',
            "apos" => '\'',
            _ => {
                let digits = name.strip_prefix('#')?;
                let code = match digits.strip_prefix('x') {
                    Some(hex) => u32::from_str_radix(hex, 16),
                    None => digits.parse(),
                };
                char::from_u32(code.ok()?)?
            }
        };
        out.push(c);
        rest = after;
    }
    out.push_str(rest);
    Some(out)
}
