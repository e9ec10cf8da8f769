//! Values that every layer shares: places in files, paths that cannot be wrong, dates and
//! periods, languages, and the only HTML escaping in the crate.

mod apostrophe;
mod conflict;
mod dash;
mod date;
mod email;
mod html;
mod id;
mod lang;
mod licence;
mod near;
mod offset_map;
mod own_computer;
mod path;
mod percent;
mod period;
mod ref_kind;
mod span;

pub use apostrophe::{apostrophes, is_apostrophe};
pub use conflict::{Conflict, Settled, settled};
pub use dash::{MINUS, is_dash};
pub use date::Date;
pub use email::find_email;
pub use html::{escape_attribute, escape_text, xml_characters};
pub use id::{Slug, anchor};
pub use lang::{Lang, direction};
pub use licence::{is_licence, licence_in_list, meant_licence};
pub use near::{Shape, allowed, nearest, nearest_within, renamed};
pub use offset_map::OffsetMap;
pub use own_computer::{PREVIEW_PORT, is_own_computer, is_preview};
pub use path::{OutPath, SourcePath, UrlPath, composed, same_letters};
pub use percent::{
    decode_percent, encode_address, encode_component, encode_fragment, encode_part,
    encode_path, push_encoded,
};
pub use period::{Period, When};
pub use ref_kind::RefKind;
pub use span::{FileId, Span, Spanned};
