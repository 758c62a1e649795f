//! The town as its documents name it: who sells, how that stands to VAT, in which colour.

use crate::Settings;
use meent_documents::{Colour, Letterhead, Rate, Reason, Vat};
use meent_domain::Invalid;
use meent_domain::Language;
use meent_domain::company::Company;
use serde::Deserialize;

#[derive(Debug, Clone, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct Seller {
    company: Company,
    vat: Treatment,
    /// The brand's colour on paper, `#1d5c4d`.
    #[serde(deserialize_with = "colour")]
    brand: Colour,
}

/// How topping up stands to VAT: the town's own choice, with its legal text.
#[derive(Debug, Clone, Deserialize)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
enum Treatment {
    Standard { percent: u8 },
    Exempt(Reasons),
    Outside(Reasons),
}

#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
struct Reasons {
    nl: String,
    fr: String,
    de: String,
    en: String,
}

impl Reasons {
    fn text(&self, language: Language) -> Result<Reason, Invalid> {
        let text = match language {
            Language::Dutch => &self.nl,
            Language::French => &self.fr,
            Language::German => &self.de,
            Language::English => &self.en,
        };
        Reason::try_from(text.clone())
    }
}

impl Seller {
    /// As JSON of the stack's settings says it; checked whole, so that no document fails on it later.
    pub fn from_json(text: &str) -> Option<Self> {
        let seller: Self = serde_json::from_str(text).ok()?;
        let is_whole = seller.town().is_ok() && Language::ALL.iter().all(|language| seller.vat(*language).is_ok());
        is_whole.then_some(seller)
    }

    /// As documents name it.
    pub fn town(&self) -> Result<meent_documents::Seller, Invalid> {
        self.company.clone().try_into()
    }

    pub fn vat(&self, language: Language) -> Result<Vat, Invalid> {
        Ok(match &self.vat {
            Treatment::Standard { percent } => Vat::Standard(Rate::percent(*percent)?),
            Treatment::Exempt(reasons) => Vat::Exempt(reasons.text(language)?),
            Treatment::Outside(reasons) => Vat::Outside(reasons.text(language)?),
        })
    }
}

impl Settings {
    /// What stands at the top of every document.
    pub fn letterhead(&self) -> Letterhead {
        Letterhead { name: self.town_name.clone(), brand: self.seller.brand, logo: None, practice: self.practice }
    }
}

fn colour<'de, D: serde::Deserializer<'de>>(deserializer: D) -> Result<Colour, D::Error> {
    let text = String::deserialize(deserializer)?;
    Colour::from_hex(&text).ok_or_else(|| serde::de::Error::custom("a colour as #rrggbb"))
}

#[cfg(test)]
mod tests {
    use super::*;

    const RIGHT: &str = r##"{"company":{"name":"Stad Noorderhaven","vatNumber":"BE0123456749","street":"Grote Markt 1",
        "postcode":"9990","town":"Noorderhaven","country":"BE"},"brand":"#1d5c4d",
        "vat":{"outside":{"nl":"a","fr":"b","de":"c","en":"d"}}}"##;

    #[test]
    fn a_seller_is_whole_or_none() {
        assert!(Seller::from_json(RIGHT).is_some());
        for (right, wrong) in [
            ("\"d\"", "\" \""),
            ("#1d5c4d", "green"),
            ("BE0123456749", "BE0123456748"),
            ("{\"outside\":{\"nl\":\"a\",\"fr\":\"b\",\"de\":\"c\",\"en\":\"d\"}}", "{\"standard\":{\"percent\":0}}"),
        ] {
            assert!(RIGHT.contains(right) && Seller::from_json(&RIGHT.replace(right, wrong)).is_none(), "{wrong}");
        }
    }
}
