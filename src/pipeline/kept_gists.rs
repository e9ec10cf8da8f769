//! The gists of texts in the store.

use crate::base::FileId;
use crate::parse::{Gist, Gists};
use crate::store::{Key, Store};

/// The gists that a store keeps.
#[derive(Debug, Clone, Copy)]
pub(super) struct KeptGists<'a>(pub(super) &'a Store);

impl Gists for KeptGists<'_> {
    fn find(&self, key: &Key, file: FileId) -> Option<Gist> {
        let mut gist: Gist = postcard::from_bytes(&self.0.get(key)?).ok()?;
        for own in &mut gist.references {
            own.id.span.file = file;
        }
        for own in &mut gist.asks {
            own.move_to(file);
        }
        Some(gist)
    }

    fn keep(&self, key: &Key, gist: &Gist) {
        // What cannot be written down is read again.
        if let Ok(bytes) = postcard::to_allocvec(gist) {
            self.0.put(key, &bytes);
        }
    }
}

#[cfg(test)]
mod tests {
    use std::sync::{Arc, Mutex};

    use super::*;
    use crate::base::{Lang, SourcePath};
    use crate::diag::Noted;
    use crate::model::{DocKind, Document};
    use crate::parse::{self, Origin};
    use crate::vfs::{Disk, Files, Folder};

    const WHOLE: &str = "---\ntitle: Blad\nregions: [drenthe]\n---\n\
        Eerst [een verhaal](../stories/a.md#leren) en mail@voorbeeld.nl.\n\n\
        ![Een plein](media:plein \"Het plein\")\n\n## Leren\n\nDaarna.\n";

    fn read(file: u32, text: &str, gists: Option<&dyn Gists>) -> Noted<Document> {
        let origin = Origin {
            file: FileId(file),
            path: SourcePath::new("content/pages/a.md").unwrap(),
            kind: DocKind::Page,
            id: "a".to_owned(),
            lang: Lang::nl(),
        };
        parse::document(origin, &Arc::from(text), gists)
    }

    /// Counts what was found, what was kept, and what of that with its fields.
    struct Counted<'a>(KeptGists<'a>, Mutex<[usize; 3]>);

    impl Gists for Counted<'_> {
        fn find(&self, key: &Key, file: FileId) -> Option<Gist> {
            let found = self.0.find(key, file);
            self.1.lock().unwrap()[0] += usize::from(found.is_some());
            found
        }

        fn keep(&self, key: &Key, gist: &Gist) {
            let mut counts = self.1.lock().unwrap();
            counts[1] += 1;
            counts[2] += usize::from(gist.fields.is_some());
            drop(counts);
            self.0.keep(key, gist);
        }
    }

    /// How many gists were found and kept when texts were read one after the other.
    fn counted(texts: &[&str]) -> [usize; 2] {
        let folder = tempfile::tempdir().unwrap();
        let store = Store::open(folder.path()).unwrap();
        let gists = Counted(KeptGists(&store), Mutex::default());
        for (file, text) in (0..).zip(texts) {
            let (own, plain) = (read(file, text, Some(&gists)), read(file, text, None));
            assert_eq!((own.value, own.diags), (plain.value, plain.diags), "{text}");
        }
        let [found, kept, _] = gists.1.into_inner().unwrap();
        [found, kept]
    }

    #[test]
    fn a_document_with_a_gist_is_what_it_is_without() {
        let asked = read(0, WHOLE, None).value;
        assert_eq!((asked.asks.len(), asked.text.references.len()), (4, 1));
        // The second time it is a file of another number.
        assert_eq!(counted(&[WHOLE, WHOLE]), [1, 1]);
    }

    #[test]
    #[expect(clippy::disallowed_methods, reason = "the test reads the sample site")]
    fn every_document_of_the_sample_site_is_with_its_gist_what_it_is_without() {
        let root = std::path::Path::new(env!("CARGO_MANIFEST_DIR"));
        let folder = tempfile::tempdir().unwrap();
        let store = Store::open(folder.path()).unwrap();
        let gists = Counted(KeptGists(&store), Mutex::default());
        let listing = Disk::open(root).unwrap().list(&Folder::CONTENT).unwrap();
        let mut documents = 0;
        for path in listing.files {
            let Ok(parse::Role::Document { kind, id, lang }) = parse::classify(&path) else {
                continue;
            };
            documents += 1;
            let text = std::fs::read_to_string(root.join(path.as_str())).unwrap();
            let text: Arc<str> = text.into();
            let lang = lang.unwrap_or_else(Lang::nl);
            let read = |file, gists| {
                let (path, id, lang) = (path.clone(), id.clone(), lang.clone());
                let origin = Origin { file: FileId(file), path, kind, id, lang };
                let made = parse::document(origin, &text, gists);
                (made.value, made.diags)
            };
            read(1, Some(&gists));
            assert_eq!(read(2, Some(&gists)), read(2, None), "{path}");
        }
        let [found, kept, with_fields] = *gists.1.lock().unwrap();
        assert!(documents > 100 && found > documents / 2 && kept > documents / 2);
        assert!(with_fields > kept / 2, "{with_fields} of {kept}");
    }

    #[test]
    fn what_is_wrong_with_a_text_is_said_every_time_and_every_part_of_it_counts() {
        let wrong = WHOLE.replace("media:plein", "javascript:plein");
        assert!(!read(0, &wrong, None).diags.is_empty());
        assert_eq!(counted(&[&wrong, &wrong]), [0, 0]);
        // What is wrong with the fields is said without the text.
        let fields = WHOLE.replace("title: Blad", "titel: Blad.");
        assert_eq!(counted(&[&fields, &fields]), [1, 1]);
        let others = [WHOLE, &WHOLE.replace("Daarna", "Hierna"), &WHOLE.replace("Blad", "Vel")];
        assert_eq!(counted(&others), [0, 3]);
    }

    #[test]
    fn documents_whose_fields_cannot_be_read_have_no_gist() {
        let broken = |address: &str| format!("---\ntitle: [\n---\nMail {address}.\n");
        let texts = [broken("een@voorbeeld.nl"), broken("twee@voorbeeld.nl")];
        assert_eq!(counted(&[&texts[0], &texts[1]]), [0, 0]);
        let open = |address: &str| format!("---\ntitle: A\nMail {address}.\n");
        let texts = [open("een@voorbeeld.nl"), open("twee@voorbeeld.nl")];
        assert_eq!(counted(&[&texts[0], &texts[1]]), [0, 0]);
    }

    #[test]
    fn a_component_is_read_every_time() {
        let text = format!("{WHOLE}\n```table\ndata: cijfers.csv\n```\n");
        let [found, _] = counted(&[&text, &text]);
        assert_eq!(found, 0);
    }
}
