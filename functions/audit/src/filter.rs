use chrono::{DateTime, NaiveDate, Utc};
use meent_domain::StaffId;
use meent_domain::person::folded;
use meent_http::{Answer, months};
use meent_store::audit::{self, Action, Line};
use meent_store::{Cursor, Months, PageSize};
use serde::Deserialize;
use utoipa::IntoParams;

#[derive(Deserialize, IntoParams)]
#[into_params(parameter_in = Query)]
#[serde(deny_unknown_fields)]
pub struct Asked {
    /// First day of the period; a month before the last when not given.
    pub from: Option<NaiveDate>,
    /// Last day; today when not given.
    pub to: Option<NaiveDate>,
    /// Who did it: an id, or a part of the name.
    pub actor: Option<String>,
    #[param(value_type = Option<String>)]
    pub action: Option<Action>,
    /// What it was done to: an id, or a part of what it was called.
    pub subject: Option<String>,
    /// 10, 25 or 50
    #[serde(default)]
    #[param(value_type = Option<u32>)]
    pub limit: PageSize,
    #[param(value_type = Option<String>)]
    pub cursor: Option<Cursor>,
}

/// What was asked, checked.
pub struct Filter {
    pub period: Months,
    pub actor: Option<Named>,
    pub subject: Option<Named>,
    pub action: Option<Action>,
}

pub enum Named {
    Id(String),
    Part(String),
}

impl Filter {
    pub fn of(asked: &Asked, now: DateTime<Utc>) -> Answer<Self> {
        let named =
            |text: &Option<String>| text.as_deref().map(str::trim).filter(|text| !text.is_empty()).map(Named::of);
        Ok(Self {
            period: months(asked.from, asked.to, now)?,
            actor: named(&asked.actor),
            subject: named(&asked.subject),
            action: asked.action,
        })
    }

    /// Whether the table's keys, or those of the index that is read, leave nothing to look for.
    pub fn is_served_by_keys(&self) -> bool {
        use Named::Id;
        let nothing_more =
            matches!((&self.actor, &self.subject), (None, None) | (Some(Id(_)), None) | (None, Some(Id(_))));
        nothing_more && self.action.is_none()
    }

    /// What no key serves.
    pub fn keeps(&self, line: &Line) -> bool {
        let holds = |named: &Option<Named>, id: &str, name: &str| match named {
            None => true,
            Some(Named::Id(wanted)) => wanted == id,
            Some(Named::Part(part)) => folded(name).contains(part),
        };
        (self.period.from..self.period.until).contains(&line.at)
            && self.action.is_none_or(|action| action == line.action)
            && holds(&self.actor, &line.actor_id, &line.actor_name)
            && holds(&self.subject, &line.subject_id, &line.subject_label)
    }
}

impl Named {
    fn of(text: &str) -> Self {
        match StaffId::try_from(text.to_owned()) {
            Ok(id) => Self::Id(id.to_string()),
            // The word alone could be a part of a name.
            Err(_) if audit::BY_WORD.iter().any(|kind| text.starts_with(kind)) => Self::Id(text.to_owned()),
            Err(_) => Self::Part(folded(text)),
        }
    }
}
