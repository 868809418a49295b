//! Values of a record as they are written.

use super::{At, Clock, Day, Hours, Month, Period, Score, Span, Value, Yuan};

/// A type whose values are written.
pub trait ToToml {
    /// As it is written; none where its key is left out.
    fn to_toml(&self) -> Option<Value>;
}

impl<T> At<T> {
    /// A value that stands nowhere yet.
    pub fn new(value: T) -> Self {
        Self { value, span: Span::default() }
    }
}

impl<T: ToToml> ToToml for At<T> {
    fn to_toml(&self) -> Option<Value> {
        self.value.to_toml()
    }
}

impl<T: ToToml> ToToml for Box<T> {
    fn to_toml(&self) -> Option<Value> {
        (**self).to_toml()
    }
}

impl<T: ToToml> ToToml for Option<T> {
    fn to_toml(&self) -> Option<Value> {
        self.as_ref().and_then(ToToml::to_toml)
    }
}

/// A list on one line, left out where it is empty.
impl<T: ToToml> ToToml for Vec<T> {
    fn to_toml(&self) -> Option<Value> {
        let items: Vec<_> = self.iter().filter_map(ToToml::to_toml).collect();
        (!items.is_empty()).then_some(Value::List(items))
    }
}

macro_rules! written {
    ($($kind:ty: |$value:ident| $written:expr;)*) => {$(
        impl ToToml for $kind {
            fn to_toml(&self) -> Option<Value> {
                let $value = self;
                Some($written)
            }
        }
    )*};
}
pub(super) use written;

written! {
    Clock: |clock| Value::text(clock);
    Day: |day| Value::Day(*day);
    Hours: |hours| Value::Score(hours.score());
    Month: |month| Value::text(month);
    Period: |period| Value::text(period);
    Score: |score| Value::Score(*score);
    String: |text| Value::text(text);
    Yuan: |amount| Value::text(amount);
    i64: |number| Value::Int(*number);
}
