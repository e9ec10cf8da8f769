use super::*;

fn cleaned(file: &str) -> String {
    let made = String::from_utf8(clean(file.as_bytes()).unwrap()).unwrap();
    assert_eq!(made.len(), file.len());
    assert_eq!(clean(made.as_bytes()).as_deref(), Ok(made.as_bytes()));
    made
}

#[test]
fn authors_and_programmes_go_and_the_title_stays() {
    let file = "%PDF-1.7\n4 0 obj<</Title(Plan)/Author (Jan \\) de (oude) Vries)/Producer<FEFF0041>\
        /CreationDate(D:20210101)/CreatorInfo<</A/B>>>>endobj\n\
        <?xpacket begin=''?><x:xmpmeta xmlns:x='adobe:ns:meta/'><rdf:RDF><rdf:Description rdf:about=''\
        xmlns:dc='d' xmp:CreatorTool=\"Writer > 7\" pdfuaid:part='1'>\
        <dc:title><rdf:Alt><rdf:li xml:lang='x'>Plan</rdf:li></rdf:Alt></dc:title>\
        <dc:creator><rdf:Seq><rdf:li>Jan</rdf:li></rdf:Seq></dc:creator>\
        <xmp:CreateDate>2021</xmp:CreateDate><pdfaid:part>2</pdfaid:part>\
        </rdf:Description></rdf:RDF></x:xmpmeta>\n%%EOF";
    let made = cleaned(file);
    for gone in ["Jan", "Vries", "FEFF", "2021", "Writer"] {
        assert!(!made.contains(gone), "{gone}\n{made}");
    }
    for kept in ["/Title(Plan)", "'x'>Plan<", "pdfuaid:part='1'", "<pdfaid:part>2<", "/A/B"] {
        assert!(made.contains(kept), "{kept}\n{made}");
    }
    // What is cut off in the middle of a name is not taken for clean.
    for end in 0..file.len() {
        if let Ok(made) = clean(&file.as_bytes()[..end]) {
            assert_eq!(made.len(), end);
        }
    }
    assert_eq!(clean(&file.as_bytes()[..50]), Err(Uncleaned::Author));
}

#[test]
fn a_field_may_name_an_object_that_says_it() {
    let made = cleaned(
        "%PDF-1.3\n4 0 obj << /Title 12 0 R /Author 13 0 R /Producer 14 0 R /Creator 15 0 R >>\n\
         endobj\n12 0 obj\n(Plan)\nendobj\n13 0 obj\n(Jan Jansen)\nendobj\n14 0 obj\n<4A616E>\n\
         endobj\n15 0 obj 16 0 R endobj 16 0 obj(Pages)endobj\n13 0 obj(Jan)endobj\n\
         trailer << /Info 4 0 R >>\n%%EOF",
    );
    for gone in ["Jan", "4A616E", "Pages"] {
        assert!(!made.contains(gone), "{gone}\n{made}");
    }
    assert!(made.contains("(Plan)") && made.contains("/Author 13 0 R"), "{made}");
}

#[test]
fn a_field_that_cannot_be_followed_is_told() {
    let file = "%PDF-1.3\n4 0 obj<</Author 13 0 R>>endobj\n%%EOF";
    assert_eq!(clean(file.as_bytes()), Err(Uncleaned::Author));
    let around = "%PDF-1.3\n4 0 obj<</Author 5 0 R>>endobj 5 0 obj 4 0 R endobj\n%%EOF";
    assert_eq!(clean(around.as_bytes()), Ok(around.as_bytes().to_vec()));
    // In a locked file it is a cipher.
    let locked = format!("{file} trailer<</Encrypt 7 0 R>>");
    assert!(clean(locked.as_bytes()).is_ok());
}

#[test]
fn everything_a_description_says_goes_but_for_the_title() {
    let file = |own: &str| {
        cleaned(&format!(
            "%PDF-1.4\n4 0 obj<</Title(Plan)/Manager(Jan)/Source 5 0 R/Team[(Piet)]>>endobj\n\
             5 0 obj(Klaas)endobj 4 0 obj<</Title(Plan B)/Reviewer(Kees)>>endobj 7 0 obj{own}endobj\n\
             8 0 obj<</Type/Catalog/Manager(x)/Info(sRGB)>>endobj\ntrailer<</Info 4 0 R>> %%EOF"
        ))
    };
    let made = file("<</Type/Annot/Subtype/FreeText/T 5 0 R/M(D:20200101)/Contents(Goed)>>");
    for gone in ["Jan", "Piet", "Klaas", "Kees", "2020"] {
        assert!(!made.contains(gone), "{gone}\n{made}");
    }
    for kept in ["(Plan)", "(Plan B)", "(Goed)", "(x)", "(sRGB)"] {
        assert!(made.contains(kept), "{kept}\n{made}");
    }
    let field = file("<</Type/Annot/Subtype/Widget/T(naam)/FT/Tx>>");
    assert!(field.contains("/T(naam)"), "{field}");
}

#[test]
fn notes_and_descriptions_that_are_compressed_say_no_names_either() {
    let description = "<</Title(Plan)/Manager(Jan Jansen)/Count 12>>";
    let numbers = format!("4 0 9 {} ", description.len());
    let text = format!("{numbers}{description}<</Subtype/Text/T(Piet Pietersen)>>");
    let packed = crate::media::pdf::packed(text.as_bytes());
    let head = format!(
        "7 0 obj<</Type/ObjStm/First {}/Filter/FlateDecode/Length {}>>",
        numbers.len(),
        packed.len()
    );
    let end =
        b"\nendstream endobj 8 0 obj<</Type/XRef/Info 4 0 R>>stream\nendstream endobj %%EOF";
    let file = [b"%PDF-1.5\n", head.as_bytes(), b"stream\n", &packed, end].concat();
    let made = clean(&file).unwrap();
    assert_eq!(made.len(), file.len());
    let said = String::from_utf8(Parts::of(&made).unpacked()).unwrap();
    assert!(said.contains("Plan") && !said.contains("Jan") && !said.contains("Piet"), "{said}");
}

#[test]
fn what_cannot_be_read_may_name_somebody() {
    let file = "%PDF-1.5\n4 0 obj<</Author(Jan)>>endobj 7 0 obj<</Type/ObjStm/Filter/LZWDecode>>stream\n\
        endstream endobj trailer<</Info 4 0 R>> %%EOF";
    assert_eq!(clean(file.as_bytes()), Err(Uncleaned::Author));
    let description = |filter: &str| {
        format!("%PDF-1.5\n7 0 obj<</Type/Metadata{filter}>>stream\n..endstream endobj %%EOF")
    };
    assert!(clean(description("").as_bytes()).is_ok());
    let hidden = description("/Filter/LZWDecode");
    assert_eq!(clean(hidden.as_bytes()), Err(Uncleaned::Author));
}

#[test]
fn a_photograph_that_cannot_be_read_is_told() {
    let file = "%PDF-1.5\n7 0 obj<</Filter[/LZWDecode/DCTDecode]/Length 3>>stream\nabc\nendstream endobj %%EOF";
    assert_eq!(clean(file.as_bytes()), Err(Uncleaned::Photo));
    let locked = format!("{file} trailer<</Encrypt 7 0 R>>");
    assert!(clean(locked.as_bytes()).is_ok());
}

#[test]
fn texts_that_do_not_end_are_looked_at_once() {
    let open = "/Author(".repeat(130_000);
    let own = Plain::of(open.as_bytes());
    assert_eq!((own.is_whole, own.named.len()), (false, 0));
    assert!(own.copy == open.as_bytes());
    let closed = format!("{open}{}", ")".repeat(130_000));
    assert!(!Plain::of(closed.as_bytes()).is_whole);
    let named = "/Author 1 0 R".repeat(9_000);
    assert_eq!(Plain::of(named.as_bytes()).named.len(), 1);
}
