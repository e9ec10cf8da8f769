//! Addresses in mail: absolute, safe in every format, marked once for the site's statistics.

use crate::base::{UrlPath, push_encoded};
use crate::model::Target;

use super::Setting;

impl Setting {
    /// The absolute address of a link, with its mark when it leads to the own site. `None`
    /// when the address is not absolute or not of the web.
    pub(super) fn link(&self, url: &str, content: &str) -> Option<String> {
        let parts = Parts::of(url)?;
        let query = self.marked_query(&parts, content);
        Some(parts.written(query.as_deref()))
    }

    /// The absolute address of a place on the own site, not yet marked.
    pub(super) fn absolute(&self, url: &UrlPath, fragment: Option<&str>) -> String {
        let mut out = self.base();
        // Here `?` and `#` are letters of a name, not the start of a query or a fragment.
        push_encoded(&mut out, &url.as_str().replace('%', "%25"), "/");
        if let Some(fragment) = fragment {
            out.push('#');
            push_encoded(&mut out, fragment, "/?");
        }
        out
    }

    fn base(&self) -> String {
        format!("{}/", self.base_url.trim_end_matches('/'))
    }

    fn is_own(&self, parts: &Parts<'_>) -> bool {
        let base = self.base();
        Parts::of(&base).is_some_and(|own| {
            own.origin.eq_ignore_ascii_case(parts.origin)
                && (parts.path.starts_with(own.path)
                    || own.path.trim_end_matches('/') == parts.path)
        })
    }

    /// The query with our marks in place of whatever marks it had; marks twice would count
    /// one visit for two campaigns.
    fn marked_query(&self, parts: &Parts<'_>, content: &str) -> Option<String> {
        let Some(utm) = self.utm.as_ref().filter(|_| self.is_own(parts)) else {
            return parts.query.map(str::to_owned);
        };
        let kept = parts.query.unwrap_or_default().split('&');
        let mut pairs: Vec<String> = kept
            .filter(|pair| !pair.is_empty() && !pair.to_ascii_lowercase().starts_with("utm_"))
            .map(str::to_owned)
            .collect();
        let values = [utm.source.as_str(), &utm.medium, &utm.campaign, content];
        for (key, value) in MARKS.into_iter().zip(values) {
            let mut pair = key.to_owned();
            push_encoded(&mut pair, &value.replace('%', "%25"), "");
            pairs.push(pair);
        }
        Some(pairs.join("&"))
    }
}

/// The keys of our marks, in the order in which they stand at the end of a query.
const MARKS: [&str; 4] = ["utm_source=", "utm_medium=", "utm_campaign=", "utm_content="];

/// What follows our marks at the start of a text; `None` where others stand, or not all of them: a link
/// elsewhere may have marks of its own.
fn after_marks(text: &str) -> Option<&str> {
    let mut rest = text;
    for (at, key) in MARKS.iter().enumerate() {
        if at > 0 {
            rest = rest.strip_prefix("&amp;").or_else(|| rest.strip_prefix('&'))?;
        }
        let value = rest.strip_prefix(key)?;
        let ends = |c: char| c.is_whitespace() || "\"'#<>)&".contains(c);
        rest = value.find(ends).map_or("", |end| value.get(end..).unwrap_or_default());
    }
    Some(rest)
}

/// A text without the marks that [`Setting::link`] puts at the end of the queries in it.
pub(super) fn unmarked(text: &str) -> String {
    const FIRST: &str = MARKS[0];
    let mut out = String::with_capacity(text.len());
    let mut rest = text;
    while let Some(at) = rest.find(FIRST) {
        let (before, marks) = rest.split_at(at);
        let joins = ["&amp;", "&", "?"];
        let joined = joins.iter().find_map(|join| before.strip_suffix(join));
        match joined.zip(after_marks(marks)) {
            Some((before, after)) => {
                out.push_str(before);
                rest = after;
            }
            None => {
                out.push_str(before);
                out.push_str(FIRST);
                rest = marks.strip_prefix(FIRST).unwrap_or_default();
            }
        }
    }
    out.push_str(rest);
    out
}

/// The absolute address of a picture, never marked.
pub(super) fn picture_address(url: &str) -> Option<String> {
    let parts = Parts::of(url)?;
    Some(parts.written(parts.query))
}

/// Where a passage of running text stands: its part of the edition, for the statistics, and
/// the page that shows what mail cannot.
#[derive(Debug, Clone, Copy)]
pub(super) struct Passage<'a> {
    pub(super) setting: &'a Setting,
    pub(super) part: &'a str,
    pub(super) web_url: &'a str,
}

impl Passage<'_> {
    /// The address of a link in running text; `None`: the words stay, the link goes.
    pub(super) fn address(&self, target: &Target) -> Option<String> {
        match target {
            Target::Site { url, fragment } => {
                self.setting.link(&self.setting.absolute(url, fragment.as_deref()), self.part)
            }
            Target::Document { url, .. } => {
                self.setting.link(&self.setting.absolute(url, None), self.part)
            }
            Target::Here(fragment) => {
                let mut url = self.web_url.split('#').next().unwrap_or_default().to_owned();
                url.push('#');
                push_encoded(&mut url, fragment, "/?");
                self.setting.link(&url, self.part)
            }
            Target::External(url) => self.setting.link(url, self.part),
            Target::Contact(address) => contact(address),
            Target::Nothing => None,
        }
    }

    /// The address of a file that stands beside the web version; never marked.
    pub(super) fn beside(&self, name: &str) -> Option<String> {
        let folder = self.web_url.rsplit_once('/').map_or("", |(folder, _)| folder);
        picture_address(&format!("{folder}/{name}"))
    }

    /// The address of the web version.
    pub(super) fn web(&self) -> Option<String> {
        self.setting.link(self.web_url, self.part)
    }
}

fn contact(address: &str) -> Option<String> {
    let (scheme, rest) = address.split_once(':')?;
    let scheme = scheme.to_ascii_lowercase();
    matches!(scheme.as_str(), "mailto" | "tel").then(|| {
        let mut out = format!("{scheme}:");
        push_encoded(&mut out, rest, "@?&=+,;");
        out
    })
}

/// The parts of an absolute address.
struct Parts<'a> {
    /// Scheme, `://`, host and port.
    origin: &'a str,
    path: &'a str,
    query: Option<&'a str>,
    fragment: Option<&'a str>,
}

impl<'a> Parts<'a> {
    fn of(url: &'a str) -> Option<Self> {
        let url = url.trim();
        let (scheme, after) = url.split_once("://")?;
        if !(scheme.eq_ignore_ascii_case("https") || scheme.eq_ignore_ascii_case("http")) {
            return None;
        }
        let host_end = after.find(['/', '?', '#', '\\']).unwrap_or(after.len());
        if host_end == 0 {
            return None;
        }
        let (origin, rest) = url.split_at_checked(scheme.len() + 3 + host_end)?;
        let (rest, fragment) = match rest.split_once('#') {
            Some((rest, fragment)) => (rest, Some(fragment)),
            None => (rest, None),
        };
        let (path, query) = match rest.split_once('?') {
            Some((path, query)) => (path, Some(query)),
            None => (rest, None),
        };
        Some(Self { origin, path, query, fragment })
    }

    fn written(&self, query: Option<&str>) -> String {
        let mut out = String::new();
        for c in self.origin.chars() {
            // A host may have letters of every script; what ends an attribute or a line is
            // no letter.
            if c.is_alphanumeric() || "-._~:/@[]%".contains(c) {
                out.push(c);
            }
        }
        push_encoded(&mut out, self.path, "/:@!$'()*+,;=&");
        if let Some(query) = query {
            out.push('?');
            push_encoded(&mut out, query, "/?:@!$'()*+,;=&");
        }
        if let Some(fragment) = self.fragment {
            out.push('#');
            push_encoded(&mut out, fragment, "/?:@!$'()*+,;=&");
        }
        out
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::base::Lang;
    use crate::render::leaf::chart::ChartColours;
    use crate::render::outputs::newsletter::{MailTokens, MailWords, Utm};

    fn setting() -> Setting {
        Setting {
            base_url: "https://voorbeeld.example/pow".to_owned(),
            utm: Some(Utm::newsletter("2021-03")),
            lang: Lang::nl(),
            tokens: MailTokens::default(),
            words: MailWords::nl(),
            chart_colours: ChartColours::default(),
        }
    }

    const MARK: &str =
        "utm_source=nieuwsbrief&utm_medium=email&utm_campaign=2021-03&utm_content=x";

    #[test]
    fn links_to_the_own_site_are_marked_once_before_the_fragment() {
        let setting = setting();
        for (url, marked) in [
            (
                "https://voorbeeld.example/pow/a/",
                format!("https://voorbeeld.example/pow/a/?{MARK}"),
            ),
            ("https://voorbeeld.example/pow", format!("https://voorbeeld.example/pow?{MARK}")),
            (
                "HTTPS://Voorbeeld.example/pow/#leren",
                format!("HTTPS://Voorbeeld.example/pow/?{MARK}#leren"),
            ),
            (
                "https://voorbeeld.example/pow/?q=a&utm_source=oud#b",
                format!("https://voorbeeld.example/pow/?q=a&{MARK}#b"),
            ),
        ] {
            assert_eq!(setting.link(url, "x"), Some(marked.clone()));
            assert_eq!(setting.link(&marked, "x"), Some(marked));
        }
    }

    #[test]
    fn marks_can_be_taken_off_again() {
        let mut setting = setting();
        for url in ["https://voorbeeld.example/pow/a/?q=1#b", "https://voorbeeld.example/pow/"]
        {
            let marked = setting.link(url, "x").unwrap();
            let html = format!("<a href=\"{}\">a</a>", marked.replace('&', "&amp;"));
            assert_eq!(
                unmarked(&format!("({marked}) {html}")),
                format!("({url}) <a href=\"{url}\">a</a>")
            );
        }
        setting.utm = None;
        for stays in [
            "over utm_source= in tekst",
            "https://ander.example/a?utm_source=x&b=2#deel",
            "https://ander.example/?c=1&utm_source=x&utm_medium=y&utm_campaign=z",
        ] {
            assert_eq!(unmarked(stays), stays);
        }
    }

    #[test]
    fn links_elsewhere_stay_as_they_are() {
        let setting = setting();
        for url in [
            "https://voorbeeld.example/ander/",
            "https://voorbeeld.example.evil/pow/",
            "https://elders.example/?utm_source=eigen&a%20b#c",
        ] {
            assert_eq!(setting.link(url, "x").as_deref(), Some(url));
        }
    }

    #[test]
    fn what_is_no_address_of_the_web_is_no_link() {
        for url in [
            "",
            "/pow/",
            "pagina.html",
            "javascript:alert(1)",
            "https://",
            "data:,x",
            "https:/x",
        ] {
            assert_eq!(setting().link(url, "x"), None, "{url}");
        }
    }

    #[test]
    fn nothing_in_an_address_can_end_an_attribute_or_start_a_placeholder() {
        let link = setting().link("https://a\"b.example/<é>/*|UNSUB|*?{{x}}&[y]#100%%\n", "x");
        assert_eq!(
            link.as_deref(),
            Some(
                "https://ab.example/%3C%C3%A9%3E/*%7CUNSUB%7C*?%7B%7Bx%7D%7D&%5By%5D#100%25%25"
            )
        );
    }

    #[test]
    fn letters_in_addresses_of_the_site_are_encoded() {
        let setting = setting();
        let url = UrlPath::new("regios/súdwest 100%/").unwrap();
        assert_eq!(
            setting.absolute(&url, Some("één")),
            "https://voorbeeld.example/pow/regios/s%C3%BAdwest%20100%25/#%C3%A9%C3%A9n"
        );
    }

    #[test]
    fn running_text_links_to_the_web_version_for_its_own_places() {
        let setting = setting();
        let web_url = "https://voorbeeld.example/pow/nieuwsbrieven/3/";
        let passage = Passage { setting: &setting, part: "x", web_url };
        let here = passage.address(&Target::Here("kop".to_owned()));
        assert_eq!(here, Some(format!("{web_url}?{MARK}#kop")));
        let mail = Target::Contact("mailto:red \"x\"@voorbeeld.example".to_owned());
        assert_eq!(
            passage.address(&mail).as_deref(),
            Some("mailto:red%20%22x%22@voorbeeld.example")
        );
        assert_eq!(passage.address(&Target::Contact("javascript:1".to_owned())), None);
        assert_eq!(passage.address(&Target::Nothing), None);
    }
}
