//! Declaring: a record is read, described and shown by what is said of it once.

/// Declares a record with the keys of its file: the struct, what it is called in TOML, how it is read and shown.
///
/// What a key is to the record as a whole stands behind its type: `[id]` its own id, `[files]` what says in which month's
/// or year's file it belongs, `[strikes]` what makes it count no longer, `[past]` the day of something that has happened.
macro_rules! shape {
    ($(#[doc = $doc:literal])+ pub struct $name:ident {
        $($(#[doc = $field_doc:literal])+ $key:literal => $field:ident: $kind:ty $([$($role:ident)+])?,)*
    }) => {
        $(#[doc = $doc])+
        #[derive(Clone, Debug)]
        pub struct $name {
            $($(#[doc = $field_doc])+ pub $field: $kind,)*
            /// Where it stands in its file; for a table with a heading, the heading.
            pub span: $crate::record::Span,
        }

        impl $crate::record::Shape for $name {
            const TABLE: $crate::record::Described = $crate::record::Described {
                name: stringify!($name),
                about: concat!($($doc),+),
                keys: |fields| {$(
                    fields.key($key, concat!($($field_doc),+), <$kind as $crate::record::FromToml>::schema);
                    if <$kind as $crate::record::FromToml>::missing().is_none() {
                        fields.needs($key);
                    }
                )*},
            };
            const KEYS: &'static [&'static str] = &[$($key),*];

            fn of(keys: &mut $crate::record::Keys<'_, '_>) -> Option<Self> {
                $(let $field = keys.next_value();)*
                Some(Self { $($field: $field?,)* span: keys.span() })
            }
        }

        impl $crate::record::Visit for $name {
            fn visit<'a>(&'a self, visitor: &mut dyn $crate::record::Visitor<'a>) {
                #[allow(unused_mut)]
                let mut head = $crate::record::Head::at(&self.span);
                $($($(head.$role(&self.$field);)+)?)*
                if visitor.enter(&head) {
                    $($crate::record::Shown::show(
                        &self.$field,
                        const { $crate::record::Field::of($key)$($(.$role())+)? },
                        visitor,
                    );)*
                }
            }
        }
    };
}
pub(crate) use shape;

/// Declares the words that stand for the values of a type: what is read, and what a schema offers.
macro_rules! choice {
    ($kind:ty: $words:expr) => {
        impl $crate::record::FromToml for $kind {
            fn from_toml(node: &$crate::record::Node<'_, '_>) -> Option<Self> {
                node.one_of(&$words)
            }

            fn schema(_: &mut $crate::record::Definitions) -> $crate::record::Json {
                $crate::record::one_of($words.iter().map(|(word, _)| *word))
            }
        }

        impl $crate::record::Shown for $kind {}
    };
}
pub(crate) use choice;
