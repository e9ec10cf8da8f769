//! The fingerprint of a view: two views with the same fingerprint give the same page.
//!
//! It is taken from a compact form of everything in the view, which is far cheaper than drawing
//! it. A type needs nothing but `Serialize`, so that a new field counts as soon as it is there.

use std::fmt;

use serde::Serialize;
use serde::ser;

use crate::store::{Key, KeyMaker};

/// The fingerprint of what a value holds, added to what is known already. `None` for a value
/// that has none: then it is drawn every time.
pub(super) fn of<T: Serialize + ?Sized>(start: KeyMaker, value: &T) -> Option<Key> {
    let mut form = Form(Vec::new());
    value.serialize(&mut form).ok()?;
    Some(start.part(&form.0).key())
}

/// A value without a fingerprint.
#[derive(Debug)]
pub(super) struct NoForm;

impl fmt::Display for NoForm {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a value without a fingerprint")
    }
}

impl std::error::Error for NoForm {}

impl ser::Error for NoForm {
    fn custom<T: fmt::Display>(_: T) -> Self {
        Self
    }
}

/// Bytes from which a value could be read again: every part says what it is, and every text
/// and list how long it is.
struct Form(Vec<u8>);

impl Form {
    fn part(&mut self, mark: u8, bytes: &[u8]) {
        self.0.push(mark);
        self.0.extend_from_slice(&(bytes.len() as u64).to_le_bytes());
        self.0.extend_from_slice(bytes);
    }

    fn mark(&mut self, mark: u8) {
        self.0.push(mark);
    }

    fn number(&mut self, mark: u8, bytes: &[u8]) {
        self.0.push(mark);
        self.0.extend_from_slice(bytes);
    }
}

/// Numbers, as the bytes of their type.
macro_rules! numbers {
    ($($name:ident $of:ty, $mark:literal;)*) => {
        $(fn $name(self, value: $of) -> Result<(), NoForm> {
            self.number($mark, &value.to_le_bytes());
            Ok(())
        })*
    };
}

impl ser::Serializer for &mut Form {
    type Ok = ();
    type Error = NoForm;
    type SerializeSeq = Self;
    type SerializeTuple = Self;
    type SerializeTupleStruct = Self;
    type SerializeTupleVariant = Self;
    type SerializeMap = Self;
    type SerializeStruct = Self;
    type SerializeStructVariant = Self;

    numbers! {
        serialize_i8 i8, b'a';
        serialize_i16 i16, b'b';
        serialize_i32 i32, b'c';
        serialize_i64 i64, b'd';
        serialize_i128 i128, b'e';
        serialize_u8 u8, b'f';
        serialize_u16 u16, b'g';
        serialize_u32 u32, b'h';
        serialize_u64 u64, b'i';
        serialize_u128 u128, b'j';
        serialize_f32 f32, b'k';
        serialize_f64 f64, b'l';
    }

    fn serialize_bool(self, value: bool) -> Result<(), NoForm> {
        self.mark(if value { b'1' } else { b'0' });
        Ok(())
    }

    fn serialize_char(self, value: char) -> Result<(), NoForm> {
        self.number(b'C', &u32::from(value).to_le_bytes());
        Ok(())
    }

    fn serialize_str(self, value: &str) -> Result<(), NoForm> {
        self.part(b'"', value.as_bytes());
        Ok(())
    }

    fn serialize_bytes(self, value: &[u8]) -> Result<(), NoForm> {
        self.part(b'B', value);
        Ok(())
    }

    fn serialize_none(self) -> Result<(), NoForm> {
        self.mark(b'-');
        Ok(())
    }

    fn serialize_some<T: Serialize + ?Sized>(self, value: &T) -> Result<(), NoForm> {
        self.mark(b'+');
        value.serialize(self)
    }

    fn serialize_unit(self) -> Result<(), NoForm> {
        self.mark(b'U');
        Ok(())
    }

    fn serialize_unit_struct(self, name: &'static str) -> Result<(), NoForm> {
        self.serialize_str(name)
    }

    fn serialize_unit_variant(
        self,
        _: &'static str,
        _: u32,
        variant: &'static str,
    ) -> Result<(), NoForm> {
        self.part(b'V', variant.as_bytes());
        Ok(())
    }

    fn serialize_newtype_struct<T: Serialize + ?Sized>(
        self,
        _: &'static str,
        value: &T,
    ) -> Result<(), NoForm> {
        value.serialize(self)
    }

    fn serialize_newtype_variant<T: Serialize + ?Sized>(
        self,
        _: &'static str,
        _: u32,
        variant: &'static str,
        value: &T,
    ) -> Result<(), NoForm> {
        self.part(b'N', variant.as_bytes());
        value.serialize(self)
    }

    fn serialize_seq(self, _: Option<usize>) -> Result<Self, NoForm> {
        self.mark(b'[');
        Ok(self)
    }

    fn serialize_tuple(self, _: usize) -> Result<Self, NoForm> {
        self.serialize_seq(None)
    }

    fn serialize_tuple_struct(self, _: &'static str, _: usize) -> Result<Self, NoForm> {
        self.serialize_seq(None)
    }

    fn serialize_tuple_variant(
        self,
        _: &'static str,
        _: u32,
        variant: &'static str,
        _: usize,
    ) -> Result<Self, NoForm> {
        self.part(b'N', variant.as_bytes());
        self.serialize_seq(None)
    }

    fn serialize_map(self, _: Option<usize>) -> Result<Self, NoForm> {
        self.mark(b'{');
        Ok(self)
    }

    fn serialize_struct(self, _: &'static str, _: usize) -> Result<Self, NoForm> {
        self.serialize_map(None)
    }

    fn serialize_struct_variant(
        self,
        _: &'static str,
        _: u32,
        variant: &'static str,
        _: usize,
    ) -> Result<Self, NoForm> {
        self.part(b'N', variant.as_bytes());
        self.serialize_map(None)
    }

    fn is_human_readable(&self) -> bool {
        false
    }
}

/// Lists of all kinds: one part after another, and an end.
macro_rules! lists {
    ($($of:ident $method:ident;)*) => {
        $(impl ser::$of for &mut Form {
            type Ok = ();
            type Error = NoForm;

            fn $method<T: Serialize + ?Sized>(&mut self, value: &T) -> Result<(), NoForm> {
                value.serialize(&mut **self)
            }

            fn end(self) -> Result<(), NoForm> {
                self.mark(b']');
                Ok(())
            }
        })*
    };
}

lists! {
    SerializeSeq serialize_element;
    SerializeTuple serialize_element;
    SerializeTupleStruct serialize_field;
    SerializeTupleVariant serialize_field;
}

impl ser::SerializeMap for &mut Form {
    type Ok = ();
    type Error = NoForm;

    fn serialize_key<T: Serialize + ?Sized>(&mut self, key: &T) -> Result<(), NoForm> {
        key.serialize(&mut **self)
    }

    fn serialize_value<T: Serialize + ?Sized>(&mut self, value: &T) -> Result<(), NoForm> {
        value.serialize(&mut **self)
    }

    fn end(self) -> Result<(), NoForm> {
        self.mark(b'}');
        Ok(())
    }
}

/// Records: the names of their fields count, so that one that is left out shows.
macro_rules! records {
    ($($of:ident;)*) => {
        $(impl ser::$of for &mut Form {
            type Ok = ();
            type Error = NoForm;

            fn serialize_field<T: Serialize + ?Sized>(
                &mut self,
                key: &'static str,
                value: &T,
            ) -> Result<(), NoForm> {
                self.part(b'=', key.as_bytes());
                value.serialize(&mut **self)
            }

            fn end(self) -> Result<(), NoForm> {
                self.mark(b'}');
                Ok(())
            }
        })*
    };
}

records! {
    SerializeStruct;
    SerializeStructVariant;
}

#[cfg(test)]
mod tests {
    use super::super::Templates;
    use super::*;

    fn key<T: Serialize>(value: &T) -> Key {
        of(KeyMaker::of("proef", "1"), value).unwrap()
    }

    #[derive(Serialize)]
    struct View {
        #[serde(skip_serializing_if = "Option::is_none")]
        one: Option<&'static str>,
        #[serde(skip_serializing_if = "Option::is_none")]
        two: Option<&'static str>,
    }

    #[test]
    fn the_same_has_the_same_fingerprint_and_other_things_have_others() {
        assert_eq!(key(&vec!["a", "b"]), key(&["a", "b"].as_slice()));
        assert_ne!(key(&vec!["ab"]), key(&vec!["a", "b"]));
        assert_ne!(key(&(vec!["a"], vec!["b"])), key(&(vec!["a", "b"], Vec::<&str>::new())));
        assert_ne!(key(&Some("")), key(&None::<&str>));
        assert_ne!(key(&1_u64), key(&1_i64));
        let (one, two) = (Some("x"), None);
        assert_ne!(key(&View { one, two }), key(&View { one: two, two: one }));
    }

    #[test]
    fn a_shared_value_counts_as_what_it_holds() {
        let shared = |text: &str| key(&Templates::share(&[text]));
        assert_eq!(shared("a"), shared("a"));
        assert_ne!(shared("a"), shared("b"));
    }
}
