//! Bodies and queries become types; what does not parse is a 400 that names field and reason, before
//! anything was read or done.

use crate::{Problem, ProblemCode};
use axum::body::to_bytes;
use axum::extract::{FromRequest, FromRequestParts, Request};
use axum::http::header;
use axum::http::request::Parts;
use axum::response::{IntoResponse, Response};
use serde::Serialize;
use serde::de::DeserializeOwned;

/// No form of ours is longer.
const MOST_JSON_BYTES: usize = 64 * 1024;
/// All that a table's row can hold, also when it is written out for people to read.
const MOST_FILE_BYTES: usize = 1024 * 1024;

/// A JSON body, in or out.
pub struct Json<T>(pub T);

impl<T: DeserializeOwned, S: Send + Sync> FromRequest<S> for Json<T> {
    type Rejection = Problem;

    async fn from_request(request: Request, _: &S) -> Result<Self, Problem> {
        parsed(request).await.map(|(body, _)| Self(body))
    }
}

/// A JSON body that may be a whole file of the town's, as long as those are.
pub struct JsonFile<T>(pub T);

impl<T: DeserializeOwned, S: Send + Sync> FromRequest<S> for JsonFile<T> {
    type Rejection = Problem;

    async fn from_request(request: Request, _: &S) -> Result<Self, Problem> {
        parsed_up_to(request, MOST_FILE_BYTES).await.map(|(body, _)| Self(body))
    }
}

/// A JSON body, and the bytes it came in.
pub(crate) async fn parsed<T: DeserializeOwned>(request: Request) -> Result<(T, Vec<u8>), Problem> {
    parsed_up_to(request, MOST_JSON_BYTES).await
}

async fn parsed_up_to<T: DeserializeOwned>(request: Request, most_bytes: usize) -> Result<(T, Vec<u8>), Problem> {
    let content_type = request.headers().get(header::CONTENT_TYPE).and_then(|value| value.to_str().ok());
    let is_json =
        content_type.is_some_and(|kind| kind.split(';').next().unwrap_or_default().trim() == "application/json");
    if !is_json {
        return Err(ProblemCode::ContentTypeNotJson.into());
    }
    let bytes = limited(request, most_bytes).await?;
    let mut deserializer = serde_json::Deserializer::from_slice(&bytes);
    let parsed = serde_path_to_error::deserialize(&mut deserializer).map_err(|error| {
        let syntax = !error.inner().is_data();
        if syntax {
            ProblemCode::BodyNotValid.into()
        } else {
            at_field(&error.path().to_string(), &error.inner().to_string())
        }
    })?;
    deserializer.end().map_err(|_| Problem::new(ProblemCode::BodyNotValid))?;
    Ok((parsed, bytes))
}

impl<T: Serialize> IntoResponse for Json<T> {
    fn into_response(self) -> Response {
        axum::Json(self.0).into_response()
    }
}

/// The part of the address after the question mark.
pub struct Query<T>(pub T);

impl<T: DeserializeOwned, S: Send + Sync> FromRequestParts<S> for Query<T> {
    type Rejection = Problem;

    async fn from_request_parts(parts: &mut Parts, _: &S) -> Result<Self, Problem> {
        let mut pairs: Vec<(String, String)> = parts
            .uri
            .query()
            .map(|query| url::form_urlencoded::parse(query.as_bytes()).into_owned().collect())
            .unwrap_or_default();
        // Said twice, the first counts.
        let mut known = std::collections::HashSet::new();
        pairs.retain(|(name, _)| known.insert(name.clone()));
        // An empty filter is no filter.
        let filled = pairs.into_iter().filter(|(_, value)| !value.is_empty());
        let deserializer = serde::de::value::MapDeserializer::<_, serde::de::value::Error>::new(
            filled.map(|(name, value)| (name, Text(value))),
        );
        serde_path_to_error::deserialize(deserializer)
            .map(Self)
            .map_err(|error| at_field(&error.path().to_string(), &error.inner().to_string()))
    }
}

/// The parts of the address between slashes. What can't be one leads nowhere.
pub struct Path<T>(pub T);

impl<T: DeserializeOwned + Send, S: Send + Sync> FromRequestParts<S> for Path<T> {
    type Rejection = Problem;

    async fn from_request_parts(parts: &mut Parts, state: &S) -> Result<Self, Problem> {
        let path = axum::extract::Path::from_request_parts(parts, state).await;
        path.map(|axum::extract::Path(path)| Self(path)).map_err(|_| ProblemCode::NotFound.into())
    }
}

/// A body that is no JSON: a picture, or what a payment provider signed.
pub struct RawBody {
    pub bytes: Vec<u8>,
}

impl RawBody {
    pub const MOST_BYTES: usize = 200 * 1024;
}

impl<S: Send + Sync> FromRequest<S> for RawBody {
    type Rejection = Problem;

    async fn from_request(request: Request, _: &S) -> Result<Self, Problem> {
        Ok(Self { bytes: limited(request, Self::MOST_BYTES).await? })
    }
}

async fn limited(request: Request, most: usize) -> Result<Vec<u8>, Problem> {
    let bytes = to_bytes(request.into_body(), most).await;
    bytes.map(|bytes| bytes.to_vec()).map_err(|_| ProblemCode::TooLarge.into())
}

/// The types of `domain` say why they could not be made by the code of a problem.
fn at_field(path: &str, reason: &str) -> Problem {
    let first_word = reason.split([' ', ',']).next().unwrap_or_default();
    let code = match ProblemCode::from_code(first_word) {
        Some(code) => code,
        None if reason.starts_with("missing field") => ProblemCode::FieldRequired,
        None => ProblemCode::FieldNotValid,
    };
    // What is missing is named in the reason: the path leads to its surroundings only.
    let missing = reason.strip_prefix("missing field `").and_then(|rest| rest.split('`').next());
    let surroundings = path.trim_matches('.');
    match (missing, surroundings) {
        (Some(field), "" | "?") => Problem::at(code, field),
        (Some(field), path) => Problem::at(code, &format!("{path}.{field}")),
        (None, path) if is_field(path) => Problem::at(code, path),
        (None, _) => Problem::new(code),
    }
}

/// Whether it could be a field of ours: `roles[0].scope`. What somebody sent in place of one can be anything, and
/// isn't repeated.
fn is_field(path: &str) -> bool {
    path.starts_with(|c: char| c.is_ascii_alphabetic())
        && path.len() <= 60
        && path.bytes().all(|b| b.is_ascii_alphanumeric() || b".[]_".contains(&b))
}

/// A value of the query, which may be asked for as a text or as a number.
struct Text(String);

impl<'de> serde::de::IntoDeserializer<'de, serde::de::value::Error> for Text {
    type Deserializer = TextDeserializer;

    fn into_deserializer(self) -> TextDeserializer {
        TextDeserializer(self.0)
    }
}

struct TextDeserializer(String);

macro_rules! numbers {
    ($($method:ident => $visit:ident: $number:ty),+ $(,)?) => {
        $(fn $method<V: serde::de::Visitor<'de>>(self, visitor: V) -> Result<V::Value, Self::Error> {
            match self.0.parse::<$number>() {
                Ok(number) => visitor.$visit(number),
                Err(_) => visitor.visit_string(self.0),
            }
        })+
    };
}

impl<'de> serde::Deserializer<'de> for TextDeserializer {
    type Error = serde::de::value::Error;

    fn deserialize_any<V: serde::de::Visitor<'de>>(self, visitor: V) -> Result<V::Value, Self::Error> {
        visitor.visit_string(self.0)
    }

    fn deserialize_option<V: serde::de::Visitor<'de>>(self, visitor: V) -> Result<V::Value, Self::Error> {
        visitor.visit_some(self)
    }

    fn deserialize_newtype_struct<V: serde::de::Visitor<'de>>(
        self,
        _: &'static str,
        visitor: V,
    ) -> Result<V::Value, Self::Error> {
        visitor.visit_newtype_struct(self)
    }

    fn deserialize_enum<V: serde::de::Visitor<'de>>(
        self,
        _: &'static str,
        _: &'static [&'static str],
        visitor: V,
    ) -> Result<V::Value, Self::Error> {
        visitor.visit_enum(serde::de::value::StringDeserializer::new(self.0))
    }

    numbers! {
        deserialize_u32 => visit_u32: u32,
        deserialize_u64 => visit_u64: u64,
        deserialize_i64 => visit_i64: i64,
        deserialize_bool => visit_bool: bool,
    }

    serde::forward_to_deserialize_any! {
        i8 i16 i32 u8 u16 f32 f64 char str string bytes byte_buf unit unit_struct seq tuple tuple_struct map struct
        identifier ignored_any
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde::Deserialize;

    #[derive(Debug, Deserialize)]
    #[serde(deny_unknown_fields)]
    struct Filter {
        limit: Option<meent_store::PageSize>,
        role: Option<meent_domain::role::Role>,
        text: Option<String>,
        email: Option<meent_domain::EmailAddress>,
    }

    async fn filter(query: &str) -> Result<Filter, (ProblemCode, Option<String>)> {
        let request = axum::http::Request::builder().uri(format!("/?{query}")).body(()).expect("a request");
        let (mut parts, ()) = request.into_parts();
        let parsed = Query::<Filter>::from_request_parts(&mut parts, &()).await;
        parsed.map(|Query(filter)| filter).map_err(|problem| (problem.code, problem.field))
    }

    #[tokio::test]
    async fn a_query_becomes_types() {
        let right = filter("limit=25&role=admin&text=a%20b&email=").await.expect("valid");
        assert_eq!((right.limit.map(|l| l.rows()), right.text.as_deref()), (Some(25), Some("a b")));
        assert!(right.role.is_some() && right.email.is_none());
    }

    #[tokio::test]
    async fn what_is_wrong_is_named() {
        for (query, code, field) in [
            ("limit=11", ProblemCode::PageSizeNotValid, "limit"),
            ("limit=x", ProblemCode::FieldNotValid, "limit"),
            ("role=king", ProblemCode::FieldNotValid, "role"),
            ("email=x", ProblemCode::EmailNotValid, "email"),
            ("other=1", ProblemCode::FieldNotValid, "other"),
        ] {
            assert_eq!(filter(query).await.expect_err("wrong"), (code, Some(field.to_owned())), "{query}");
        }
        for no_field in ["85073003328=1".to_owned(), "an%40town.example=1".to_owned(), format!("{}=1", "x".repeat(61))]
        {
            assert_eq!(filter(&no_field).await.expect_err("wrong"), (ProblemCode::FieldNotValid, None), "{no_field}");
        }
    }
}
