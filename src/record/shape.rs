//! Declaring: a record is read, described and shown by what is said of it once.

/// Declares a record with the keys of its file: the struct, what it is called in TOML, how it is read and shown.
///
/// What a key is to the record as a whole stands behind its type: `[id]` its own id, `[files]` what says in which month's
/// or year's file it belongs, `[orders]` what says where in its list it belongs, `[strikes]` what makes it count no
/// longer, `[past]` the day of something that has happened.
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
            fn head(&self) -> $crate::record::Head<'_> {
                #[allow(unused_mut)]
                let mut head = $crate::record::Head::at(&self.span);
                $($($(head.$role(&self.$field);)+)?)*
                head
            }

            fn visit<'a>(&'a self, visitor: &mut dyn $crate::record::Visitor<'a>) {
                if visitor.enter(&self.head()) {
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

/// Declares a line of a ledger, or a table in one: a record that is written as well.
macro_rules! line {
    ($(#[doc = $doc:literal])+ pub struct $name:ident {
        $($(#[doc = $field_doc:literal])+ $key:literal => $field:ident: $kind:ty $([$($role:ident)+])?,)*
    }) => {
        $crate::record::shape! {
            $(#[doc = $doc])+
            pub struct $name {
                $($(#[doc = $field_doc])+ $key => $field: $kind $([$($role)+])?,)*
            }
        }

        impl $crate::record::Line for $name {
            fn pairs(&self) -> Vec<(&'static str, $crate::record::Value)> {
                let pairs = [$(($key, $crate::record::ToToml::to_toml(&self.$field))),*];
                pairs.into_iter().filter_map(|(key, value)| Some((key, value?))).collect()
            }
        }

        impl $crate::record::ToToml for $name {
            fn to_toml(&self) -> Option<$crate::record::Value> {
                Some($crate::record::Line::value(self))
            }
        }
    };
}
pub(crate) use line;

/// Declares a ledger with the lines of its lists.
macro_rules! ledger {
    ($(#[doc = $doc:literal])+ pub struct $name:ident {
        $($(#[doc = $field_doc:literal])+ $key:literal => $field:ident: [$line:ident],)*
    }) => {
        $crate::record::shape! {
            $(#[doc = $doc])+
            pub struct $name {
                $($(#[doc = $field_doc])+ $key => $field: Vec<$line>,)*
            }
        }

        impl $crate::record::LineFile for $name {
            fn ids(&self) -> Vec<&$crate::record::At<$crate::record::EntryId>> {
                let lists = [$(self.$field.iter().map(|line| &line.id).collect::<Vec<_>>()),*];
                lists.concat()
            }
        }

        $(
            impl $crate::record::Listed for $line {
                type File = $name;
                const LIST: &'static str = $key;

                fn list(file: &$name) -> &[Self] {
                    &file.$field
                }
            }
        )*
    };
}
pub(crate) use ledger;

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
