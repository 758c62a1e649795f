//! Sessions, prices and hours as pages show them, the resident's and those of the desk.

use super::Zones;
use crate::Context;
use chrono::{DateTime, Utc};
use meent_domain::Language;
use meent_domain::calendar::local_day;
use meent_domain::parking::{For, Policy, Quarter};
use meent_parking::{Booked, Changed, Item, Offer, Read};
use meent_store::parking::{Session, SessionState};
use serde::Serialize;
use utoipa::ToSchema;

#[derive(Serialize, ToSchema)]
#[serde(rename_all = "camelCase")]
pub struct ParkingSession {
    id: String,
    /// What one reads to a clerk.
    #[schema(example = "3F7K-92QX")]
    reference: String,
    /// own or visitor
    #[serde(rename = "for")]
    #[schema(value_type = String)]
    whom: For,
    plate: String,
    /// With hyphens, where its country writes them.
    plate_written: String,
    country: String,
    zone: String,
    zone_name: String,
    from: DateTime<Utc>,
    until: DateTime<Utc>,
    /// coming, running, over, stopped or cancelled
    state: &'static str,
    /// Of paid time.
    minutes: u32,
    cents: i64,
    #[serde(skip_serializing_if = "Option::is_none")]
    series: Option<String>,
    /// Booked by staff at the desk.
    at_the_desk: bool,
    /// Whether the resident can still put the plate right.
    can_correct: bool,
}

impl ParkingSession {
    pub fn of(session: &Session, zones: &Zones, language: Language, now: DateTime<Utc>) -> Self {
        Self {
            id: session.id.to_string(),
            reference: session.id.reference(),
            whom: session.whom,
            plate: session.plate.to_string(),
            plate_written: session.plate.written(&session.country),
            country: session.country.as_str().to_owned(),
            zone: session.zone.to_string(),
            zone_name: zones.name(&session.zone, language),
            from: session.span.from(),
            until: session.span.until(),
            state: state(session, now),
            minutes: session.minutes,
            cents: session.cents.0,
            series: session.series.as_ref().map(ToString::to_string),
            at_the_desk: session.at_the_desk,
            can_correct: meent_parking::can_correct(session, now),
        }
    }
}

pub fn state(session: &Session, now: DateTime<Utc>) -> &'static str {
    match session.state {
        SessionState::Cancelled => "cancelled",
        SessionState::Stopped => "stopped",
        SessionState::Booked if now < session.span.from() => "coming",
        SessionState::Booked if now < session.span.until() => "running",
        SessionState::Booked => "over",
    }
}

/// What it would come to.
#[derive(Serialize, ToSchema)]
#[serde(rename_all = "camelCase")]
pub struct ParkingQuote {
    items: Vec<QuoteItem>,
    /// Of paid time, in all.
    minutes: u32,
    /// To agree to.
    cents: i64,
    balance_cents: i64,
    /// Below zero when there is not enough.
    balance_after_cents: i64,
    /// Visitors' hours it uses.
    quota: Vec<QuotaShown>,
}

#[derive(Serialize, ToSchema)]
#[serde(rename_all = "camelCase")]
pub struct QuoteItem {
    from: DateTime<Utc>,
    until: DateTime<Utc>,
    /// Of paid time; none is free for everybody, and is not booked.
    minutes: u32,
    per_hour_cents: i64,
    cents: i64,
}

/// What is left of a quarter's visitors' hours.
#[derive(Serialize, ToSchema)]
#[serde(rename_all = "camelCase")]
pub struct QuotaShown {
    #[schema(example = "2026-Q4")]
    quarter: String,
    left_minutes: i64,
    of_minutes: u32,
    /// After what is asked. Below zero when there is not enough.
    left_after_minutes: i64,
}

impl ParkingQuote {
    pub fn of(policy: &Policy, offer: &Offer, read: &Read, whom: For, now: DateTime<Utc>) -> Self {
        let balance = read.balance();
        Self {
            items: offer.items.iter().map(QuoteItem::of).collect(),
            minutes: offer.items.iter().map(|item| item.priced.minutes).sum(),
            cents: offer.cents.0,
            balance_cents: balance,
            balance_after_cents: balance - offer.cents.0,
            quota: if whom == For::Visitor { quota(policy, read, &offer.quarters, now) } else { vec![] },
        }
    }
}

impl QuoteItem {
    fn of(item: &Item) -> Self {
        Self {
            from: item.span.from(),
            until: item.span.until(),
            minutes: item.priced.minutes,
            per_hour_cents: item.priced.rate.per_hour().0,
            cents: item.priced.total.0,
        }
    }
}

/// This quarter and the next, less what is asked.
pub fn quota(policy: &Policy, read: &Read, asked: &[(Quarter, u32)], now: DateTime<Utc>) -> Vec<QuotaShown> {
    Policy::quarters(Quarter::of(local_day(now)))
        .into_iter()
        .filter_map(|quarter| {
            let left = i64::from(policy.quota_minutes_per_quarter) - read.used(quarter)?;
            let wanted =
                asked.iter().find(|(known, _)| *known == quarter).map_or(0, |(_, minutes)| i64::from(*minutes));
            Some(QuotaShown {
                quarter: quarter.to_string(),
                left_minutes: left.max(0),
                of_minutes: policy.quota_minutes_per_quarter,
                left_after_minutes: left - wanted,
            })
        })
        .collect()
}

#[derive(Serialize, ToSchema)]
#[serde(rename_all = "camelCase")]
pub struct ParkingBooked {
    /// Of a series, all of them, in order.
    sessions: Vec<ParkingSession>,
    #[serde(skip_serializing_if = "Option::is_none")]
    series: Option<String>,
    cents: i64,
    balance_cents: i64,
}

impl ParkingBooked {
    pub fn of(booked: &Booked, zones: &Zones, context: &Context) -> Self {
        let shown = |session| ParkingSession::of(session, zones, context.language, context.now);
        Self {
            sessions: booked.sessions.iter().map(shown).collect(),
            series: booked.series.as_ref().map(ToString::to_string),
            cents: booked.cents.0,
            balance_cents: booked.balance_after,
        }
    }
}

#[derive(Serialize, ToSchema)]
#[serde(rename_all = "camelCase")]
pub struct ParkingChanged {
    session: ParkingSession,
    /// Paid more; below zero, it came back to the balance.
    cents: i64,
    balance_cents: i64,
}

impl ParkingChanged {
    pub fn of(changed: &Changed, zones: &Zones, context: &Context) -> Self {
        Self {
            session: ParkingSession::of(&changed.session, zones, context.language, context.now),
            cents: changed.cents.0,
            balance_cents: changed.balance_after,
        }
    }
}

#[derive(Serialize, ToSchema)]
#[serde(rename_all = "camelCase")]
pub struct ExtensionQuote {
    until: DateTime<Utc>,
    /// Of paid time, more than now.
    minutes: u32,
    /// To agree to.
    cents: i64,
    balance_cents: i64,
    /// Below zero when there is not enough.
    balance_after_cents: i64,
}

impl ExtensionQuote {
    pub fn of(before: &Session, after: &Session, balance: i64) -> Self {
        let cents = after.cents.0 - before.cents.0;
        Self {
            until: after.span.until(),
            minutes: after.minutes - before.minutes,
            cents,
            balance_cents: balance,
            balance_after_cents: balance - cents,
        }
    }
}
