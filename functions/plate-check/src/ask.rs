use axum::extract::State;
use chrono::{DateTime, Duration, Utc};
use futures::future::try_join_all;
use meent_domain::calendar::local_day;
use meent_domain::parking::{Country, Plate, Zone, ZoneId, zone};
use meent_http::{Answer, App, Checking, Context, Json, Problem, ProblemBody, ProblemCode, Scanner, Staff, Zones};
use meent_parking::{Question, Standing, standing};
use meent_store::parking::{PlateRow, Right, plate};
use serde::{Deserialize, Serialize};
use std::collections::{BTreeSet, HashMap};
use utoipa::ToSchema;

const MOST_PLATES: usize = 500;
/// DynamoDB reads no more rows at once; all batches are read beside one another.
const MOST_AT_ONCE: usize = 100;
const OLDEST: Duration = Duration::hours(24);
/// Clocks of cars are not ours.
const AHEAD: Duration = Duration::minutes(2);

#[derive(Deserialize, ToSchema)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct PlateQuestion {
    /// 1 to 500
    pub plates: Vec<PlateSeen>,
    /// Where they were seen: a zone, or a street.
    #[serde(default)]
    #[schema(value_type = Option<String>, example = "centrum")]
    zone: Option<ZoneId>,
    #[serde(default)]
    #[schema(example = "Kerkstraat")]
    street: Option<String>,
    /// For a street whose name is in two places.
    #[serde(default)]
    postcode: Option<String>,
    /// When they were seen, within the last 24 hours; now, when left out.
    #[serde(default)]
    at: Option<DateTime<Utc>>,
}

#[derive(Deserialize, ToSchema)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct PlateSeen {
    #[schema(value_type = String, example = "1-ABC-234")]
    pub plate: Plate,
    /// Two letters of ISO 3166; any country's, when left out
    #[serde(default)]
    #[schema(value_type = Option<String>, example = "BE")]
    country: Option<Country>,
    /// When this one was seen, if not when the others were
    #[serde(default)]
    at: Option<DateTime<Utc>>,
}

#[derive(Serialize, ToSchema)]
#[serde(rename_all = "camelCase")]
pub struct PlateAnswers {
    zone: String,
    zone_name: String,
    asked_at: DateTime<Utc>,
    /// In the order of the question.
    items: Vec<PlateAnswer>,
}

#[derive(Serialize, ToSchema)]
#[serde(rename_all = "camelCase")]
pub struct PlateAnswer {
    plate: String,
    plate_written: String,
    at: DateTime<Utc>,
    may_stand: bool,
    /// booked; free: nobody pays then; booked-since: it got its right soon after it was seen; none
    why: &'static str,
    /// Of booked-since: when its right began.
    #[serde(skip_serializing_if = "Option::is_none")]
    from: Option<DateTime<Utc>>,
    /// Until when it may stand; of free, until it is paid again.
    #[serde(skip_serializing_if = "Option::is_none")]
    until: Option<DateTime<Utc>>,
    /// It may still get its right until then: ask again.
    #[serde(skip_serializing_if = "Option::is_none")]
    ask_again_at: Option<DateTime<Utc>>,
}

#[derive(Serialize, ToSchema)]
pub struct Places {
    items: Vec<Place>,
}

#[derive(Serialize, ToSchema)]
pub struct Place {
    id: String,
    name: String,
    streets: Vec<String>,
}

/// Where one can be: zones and their streets, for a handheld.
#[utoipa::path(get, path = "/api/staff/plate-checks", tag = "enforcement", operation_id = "places", responses((status = 200, body = Places)))]
pub async fn places(State(app): State<App>, context: Context, check: Checking<Staff>) -> Answer<Json<Places>> {
    let (zones, _) = futures::try_join!(app.zones(), check.caller())?;
    let today = local_day(context.now);
    let place = |zone: &Zone| {
        let (_, rules) = zone.rules_on(today)?;
        let streets = rules.streets.iter().map(|street| street.name.as_str().to_owned()).collect();
        Some(Place { id: zone.id.to_string(), name: zone.name.of(context.language).to_owned(), streets })
    };
    Ok(Json(Places { items: zones.iter().filter_map(place).collect() }))
}

/// May these plates stand here?
#[utoipa::path(
    post, path = "/api/staff/plate-checks", tag = "enforcement", operation_id = "check_plates",
    request_body = PlateQuestion,
    responses(
        (status = 200, body = PlateAnswers),
        (status = 400, body = ProblemBody, content_type = "application/problem+json"),
        (status = 404, body = ProblemBody, content_type = "application/problem+json"),
    )
)]
pub async fn by_staff(
    State(app): State<App>,
    context: Context,
    check: Checking<Staff>,
    Json(question): Json<PlateQuestion>,
) -> Answer<Json<PlateAnswers>> {
    let (answers, _) = futures::try_join!(answered(&app, &context, question), check.caller())?;
    tracing::info!(plates_asked = answers.items.len(), by = "staff", "plates were asked about");
    Ok(Json(answers))
}

/// The same for a scan car, with its key.
#[utoipa::path(
    post, path = "/api/enforcement/plate-checks", tag = "enforcement", operation_id = "scan_plates",
    request_body = PlateQuestion,
    params(("Meent-Key" = String, Header, description = "The key of the car, as the office made it")),
    responses(
        (status = 200, body = PlateAnswers),
        (status = 400, body = ProblemBody, content_type = "application/problem+json"),
        (status = 401, body = ProblemBody, content_type = "application/problem+json"),
        (status = 404, body = ProblemBody, content_type = "application/problem+json"),
        (status = 429, body = ProblemBody, content_type = "application/problem+json"),
    )
)]
pub async fn by_scanner(
    State(app): State<App>,
    context: Context,
    check: Checking<Scanner>,
    Json(question): Json<PlateQuestion>,
) -> Answer<Json<PlateAnswers>> {
    let (answers, scanner) = futures::try_join!(answered(&app, &context, question), check.caller())?;
    count(answers.items.len(), &scanner);
    Ok(Json(answers))
}

/// How many there were, and from whom: no plate is logged.
pub fn count(plates: usize, scanner: &Scanner) {
    let scanner = &scanner.row.fingerprint[..8];
    tracing::info!(plates_asked = plates, by = "scanner", scanner, "plates were asked about");
}

async fn answered(app: &App, context: &Context, question: PlateQuestion) -> Answer<PlateAnswers> {
    let now = context.now;
    let asked = Asked::of(app, &question, now).await?;
    let zone = asked.zone();
    let items = asked.plates().map(|Seen { plate, at, row }| {
        let asked = Question { country: plate.country.as_ref(), zone, at };
        PlateAnswer::of(plate, at, standing(&app.settings.parking, &asked, row, now))
    });
    Ok(PlateAnswers {
        zone: zone.id.to_string(),
        zone_name: zone.name.of(context.language).to_owned(),
        asked_at: now,
        items: items.collect(),
    })
}

/// A question that holds, and what there is to answer it from.
pub struct Asked<'q> {
    question: &'q PlateQuestion,
    zones: Zones,
    /// Its place among them.
    zone: usize,
    rows: HashMap<Plate, PlateRow>,
    nothing: PlateRow,
    now: DateTime<Utc>,
}

/// One of the plates.
pub struct Seen<'a> {
    pub plate: &'a PlateSeen,
    at: DateTime<Utc>,
    row: &'a PlateRow,
}

impl<'q> Asked<'q> {
    pub async fn of(app: &App, question: &'q PlateQuestion, now: DateTime<Utc>) -> Answer<Self> {
        if !(1..=MOST_PLATES).contains(&question.plates.len()) {
            return Err(Problem::at(ProblemCode::TooManyPlates, "plates"));
        }
        if question.plates.iter().any(|seen| !(now - OLDEST..=now + AHEAD).contains(&question.at(seen, now))) {
            return Err(Problem::at(ProblemCode::ScanTooOld, "at"));
        }
        let (zones, rows) = futures::try_join!(app.zones(), rows_of(app, &question.plates))?;
        let zone = zone_of(question, &zones, now)?;
        let zone = zones.iter().position(|known| known.id == zone.id).ok_or(ProblemCode::ZoneNotFound)?;
        Ok(Self { question, zones, zone, rows, nothing: PlateRow::default(), now })
    }

    pub fn zone(&self) -> &Zone {
        &self.zones[self.zone]
    }

    /// In the order of the question.
    pub fn plates(&self) -> impl Iterator<Item = Seen<'_>> {
        self.question.plates.iter().map(|plate| Seen {
            plate,
            at: self.question.at(plate, self.now),
            row: self.rows.get(&plate.plate).unwrap_or(&self.nothing),
        })
    }
}

impl PlateQuestion {
    fn at(&self, seen: &PlateSeen, now: DateTime<Utc>) -> DateTime<Utc> {
        seen.at.or(self.at).unwrap_or(now)
    }
}

impl Seen<'_> {
    /// Its rights in a zone that had not ended when it was seen.
    pub fn rights_in(&self, zone: &Zone) -> impl Iterator<Item = Right> {
        let country = self.plate.country.as_ref();
        let is_it = move |right: &Right| right.zone == zone.id && country.is_none_or(|it| *it == right.country);
        self.row.rights().filter(is_it).filter(|right| self.at < right.span.until())
    }
}

/// A row a plate, read a hundred at a time beside one another.
async fn rows_of(app: &App, seen: &[PlateSeen]) -> Answer<HashMap<Plate, PlateRow>> {
    let plates: BTreeSet<&Plate> = seen.iter().map(|seen| &seen.plate).collect();
    let plates: Vec<&Plate> = plates.into_iter().collect();
    let read = |some: &[&Plate]| {
        let some: Vec<Plate> = some.iter().map(|known| (*known).clone()).collect();
        async move {
            let keys: Vec<_> = some.iter().map(plate).collect();
            let mut found = app.db.get_all(&keys).await?;
            let mut rows = vec![];
            for (known, key) in some.into_iter().zip(keys) {
                rows.extend(found.take::<PlateRow>(&key)?.map(|row| (known, row)));
            }
            Ok::<_, Problem>(rows)
        }
    };
    let batches = try_join_all(plates.chunks(MOST_AT_ONCE).map(read)).await?;
    Ok(batches.into_iter().flatten().collect())
}

fn zone_of<'z>(question: &PlateQuestion, zones: &'z Zones, now: DateTime<Utc>) -> Answer<&'z Zone> {
    match (&question.zone, &question.street) {
        (Some(id), None) => zones.find(id),
        (None, Some(street)) => zone::zone_of_street(zones, street, question.postcode.as_deref(), local_day(now))
            .ok_or_else(|| Problem::at(ProblemCode::StreetNotFound, "street")),
        _ => Err(Problem::at(ProblemCode::FieldRequired, "zone")),
    }
}

impl PlateAnswer {
    fn of(seen: &PlateSeen, at: DateTime<Utc>, standing: Standing) -> Self {
        let (may_stand, why, from, until, ask_again_at) = match standing {
            Standing::Booked { until } => (true, "booked", None, Some(until), None),
            Standing::Free { until } => (true, "free", None, until, None),
            Standing::BookedSince { from, until } => (true, "booked-since", Some(from), Some(until), None),
            Standing::None { ask_again_at } => (false, "none", None, None, ask_again_at),
        };
        Self {
            plate: seen.plate.to_string(),
            plate_written: seen.plate.written(&seen.country.clone().unwrap_or_default()),
            at,
            may_stand,
            why,
            from,
            until,
            ask_again_at,
        }
    }
}
