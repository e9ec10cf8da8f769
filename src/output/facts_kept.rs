//! Facts as bytes, for the store.

use std::sync::Arc;

use serde::{Deserialize, Serialize};

use super::{Facts, Hash, Markup};

#[derive(Serialize, Deserialize)]
struct Written {
    hash: String,
    bytes: u64,
    markup: Option<Markup>,
}

impl Facts {
    /// The facts as bytes.
    pub fn to_bytes(&self) -> Vec<u8> {
        let markup = self.markup.as_deref().cloned();
        let written = Written { hash: self.hash.to_string(), bytes: self.bytes, markup };
        postcard::to_allocvec(&written).unwrap_or_default()
    }

    /// Reads what `to_bytes` wrote.
    pub fn from_bytes(bytes: &[u8]) -> Option<Self> {
        let Written { hash, bytes, markup } = postcard::from_bytes(bytes).ok()?;
        Some(Self { hash: Hash::parse(&hash)?, bytes, markup: markup.map(Arc::new) })
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::base::OutPath;

    #[test]
    fn facts_survive_being_written_and_read() {
        let page = r##"<!DOCTYPE html><html lang=nl><title>Dag</title><base href="/a/">
            <meta http-equiv=refresh content="0; url=/b/"><h1 id=x>Een</h1><p id=x>
            <a name=y href="#x"></a><form action=/f><button formaction=/g></button></form>
            <img src=a.png srcset="b.png 2x"><video poster=p.png></video><object data=o></object>
            <table background=t.png></table><i style="background: url(c.png)"></i>
            <svg><a href=/h xlink:href=/i></a></svg></html>"##;
        let path = OutPath::new("index.html").unwrap();
        let facts = Facts::of(&path, page.as_bytes(), None);
        let markup = facts.markup.as_ref().unwrap();
        let mut attributes = Vec::new();
        markup.links.each(|link| attributes.push(link.attribute));
        attributes.sort_unstable();
        attributes.dedup();
        assert_eq!(attributes.len(), 11, "every attribute that can hold an address");
        assert_eq!(Facts::from_bytes(&facts.to_bytes()), Some(facts));
        assert_eq!(Facts::from_bytes(b"geen feiten"), None);
    }
}
