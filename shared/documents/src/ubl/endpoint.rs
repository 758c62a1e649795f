//! Under which scheme Peppol knows a company (the code list "Electronic Address Scheme"). A Belgian one
//! by its enterprise number, others by their VAT number.

use meent_domain::company::VatNumber;

/// Scheme and number.
pub fn endpoint(number: &VatNumber) -> (&'static str, &str) {
    if let Some(enterprise) = number.belgian_enterprise() {
        return ("0208", enterprise);
    }
    let scheme = SCHEMES.iter().find(|(country, _)| *country == number.country()).map(|(_, scheme)| *scheme);
    // `VatNumber` knows the same countries; a test holds the two together.
    (scheme.unwrap_or("9925"), number.as_str())
}

const SCHEMES: [(&str, &str); 27] = [
    ("AT", "9914"),
    ("BG", "9926"),
    ("CY", "9928"),
    ("CZ", "9929"),
    ("DE", "9930"),
    ("DK", "0184"),
    ("EE", "9931"),
    ("EL", "9933"),
    ("ES", "9920"),
    ("FI", "0213"),
    ("FR", "9957"),
    ("HR", "9934"),
    ("HU", "9910"),
    ("IE", "9935"),
    ("IT", "0211"),
    ("LT", "9937"),
    ("LU", "9938"),
    ("LV", "9939"),
    ("MT", "9943"),
    ("NL", "9944"),
    ("PL", "9945"),
    ("PT", "9946"),
    ("RO", "9947"),
    ("SE", "9955"),
    ("SI", "9949"),
    ("SK", "9950"),
    ("XI", "9932"),
];
