//! An invoice or a credit note as a program reads it: UBL 2.1 as Peppol BIS Billing 3.0 wants it, which is
//! what Belgian companies book from since 2026. Elements stand in the order of the UBL schema.
//!
//! Everything was paid before it was invoiced: what was paid is the prepaid amount, and nothing is due.
//! What is outside the scope of VAT names no VAT number of either side (BR-O-02).

mod endpoint;
mod xml;

use crate::letterhead::Letterhead;
use crate::sale::{CreditNote, Invoice, Invoiced, Means, Sale, Vat};
use crate::texts::Text;
use chrono::{DateTime, Utc};
use meent_domain::company::Company;
use meent_domain::{Cents, Language, calendar};
use xml::Xml;

const CUSTOMIZATION: &str = "urn:cen.eu:en16931:2017#compliant#urn:fdc:peppol.eu:2017:poacc:billing:3.0";
const PROFILE: &str = "urn:fdc:peppol.eu:2017:poacc:billing:01:1.0";
const AGGREGATES: &str = "urn:oasis:names:specification:ubl:schema:xsd:CommonAggregateComponents-2";
const BASICS: &str = "urn:oasis:names:specification:ubl:schema:xsd:CommonBasicComponents-2";

pub fn invoice(letterhead: &Letterhead, invoice: &Invoice, language: Language) -> Vec<u8> {
    Kind::Invoice.document(letterhead, &invoice.sale, &invoice.buyer, language)
}

pub fn credit_note(letterhead: &Letterhead, note: &CreditNote, language: Language) -> Vec<u8> {
    Kind::CreditNote(&note.invoice).document(letterhead, &note.sale, &note.buyer, language)
}

/// Where the two differ.
enum Kind<'a> {
    Invoice,
    CreditNote(&'a Invoiced),
}

impl Kind<'_> {
    fn document(&self, letterhead: &Letterhead, sale: &Sale, buyer: &Company, language: Language) -> Vec<u8> {
        let (root, namespace) = match self {
            Self::Invoice => ("Invoice", "urn:oasis:names:specification:ubl:schema:xsd:Invoice-2"),
            Self::CreditNote(_) => ("CreditNote", "urn:oasis:names:specification:ubl:schema:xsd:CreditNote-2"),
        };
        Xml::document(root, &[("xmlns", namespace), ("xmlns:cac", AGGREGATES), ("xmlns:cbc", BASICS)], |xml| {
            xml.text("cbc:CustomizationID", CUSTOMIZATION);
            xml.text("cbc:ProfileID", PROFILE);
            xml.text("cbc:ID", sale.number.as_str());
            xml.text("cbc:IssueDate", &day(sale.on));
            match self {
                Self::Invoice => xml.text("cbc:InvoiceTypeCode", "380"),
                Self::CreditNote(_) => xml.text("cbc:CreditNoteTypeCode", "381"),
            }
            if letterhead.practice {
                xml.text("cbc:Note", Text::Practice.written(language));
            }
            xml.text("cbc:DocumentCurrencyCode", "EUR");
            xml.within("cac:OrderReference", |xml| xml.text("cbc:ID", sale.payment.order.as_str()));
            if let Self::CreditNote(invoice) = self {
                xml.within("cac:BillingReference", |xml| {
                    xml.within("cac:InvoiceDocumentReference", |xml| {
                        xml.text("cbc:ID", invoice.number.as_str());
                        xml.text("cbc:IssueDate", &day(invoice.on));
                    });
                });
            }
            let vat = sale.sold.vat();
            xml.within("cac:AccountingSupplierParty", |xml| party(xml, sale.seller.company(), vat));
            xml.within("cac:AccountingCustomerParty", |xml| party(xml, buyer, vat));
            xml.within("cac:PaymentMeans", |xml| {
                let code = match sale.payment.means {
                    // A bank card.
                    Means::Card => "48",
                    // Not defined: a credit transfer would have to name its account (BR-61), which is nobody's
                    // business any more.
                    Means::Transfer => "1",
                };
                xml.text_with("cbc:PaymentMeansCode", &[("name", sale.payment.method.as_str())], code);
                xml.text("cbc:PaymentID", sale.payment.reference.as_str());
            });
            tax_total(xml, sale);
            monetary_total(xml, sale);
            self.lines(xml, sale);
        })
    }

    fn lines(&self, xml: &mut Xml, sale: &Sale) {
        let (element, quantity) = match self {
            Self::Invoice => ("cac:InvoiceLine", "cbc:InvoicedQuantity"),
            Self::CreditNote(_) => ("cac:CreditNoteLine", "cbc:CreditedQuantity"),
        };
        for (index, (line, without_vat)) in sale.sold.lines().enumerate() {
            xml.within(element, |xml| {
                xml.text("cbc:ID", &(index + 1).to_string());
                // C62: one.
                xml.text_with(quantity, &[("unitCode", "C62")], "1");
                amount(xml, "cbc:LineExtensionAmount", without_vat);
                xml.within("cac:Item", |xml| {
                    xml.text("cbc:Name", line.what.as_str());
                    xml.within("cac:ClassifiedTaxCategory", |xml| {
                        tax_category(xml, sale.sold.vat());
                        tax_scheme(xml);
                    });
                });
                xml.within("cac:Price", |xml| amount(xml, "cbc:PriceAmount", without_vat));
            });
        }
    }
}

fn party(xml: &mut Xml, company: &Company, vat: &Vat) {
    let number = &company.vat_number;
    xml.within("cac:Party", |xml| {
        let (scheme, endpoint) = endpoint::endpoint(number);
        xml.text_with("cbc:EndpointID", &[("schemeID", scheme)], endpoint);
        xml.within("cac:PartyName", |xml| xml.text("cbc:Name", company.name.as_str()));
        xml.within("cac:PostalAddress", |xml| {
            xml.text("cbc:StreetName", company.street.as_str());
            xml.text("cbc:CityName", company.town.as_str());
            xml.text("cbc:PostalZone", company.postcode.as_str());
            xml.within("cac:Country", |xml| xml.text("cbc:IdentificationCode", company.country.as_str()));
        });
        if !matches!(vat, Vat::Outside(_)) {
            xml.within("cac:PartyTaxScheme", |xml| {
                xml.text("cbc:CompanyID", number.as_str());
                tax_scheme(xml);
            });
        }
        xml.within("cac:PartyLegalEntity", |xml| {
            xml.text("cbc:RegistrationName", company.name.as_str());
            if let Some(enterprise) = number.belgian_enterprise() {
                xml.text_with("cbc:CompanyID", &[("schemeID", "0208")], enterprise);
            }
        });
    });
}

fn tax_total(xml: &mut Xml, sale: &Sale) {
    let vat = sale.sold.vat();
    xml.within("cac:TaxTotal", |xml| {
        amount(xml, "cbc:TaxAmount", sale.sold.vat_amount());
        xml.within("cac:TaxSubtotal", |xml| {
            amount(xml, "cbc:TaxableAmount", sale.sold.total_without_vat());
            amount(xml, "cbc:TaxAmount", sale.sold.vat_amount());
            xml.within("cac:TaxCategory", |xml| {
                tax_category(xml, vat);
                match vat {
                    Vat::Standard(_) => {}
                    Vat::Exempt(reason) => xml.text("cbc:TaxExemptionReason", reason.as_str()),
                    Vat::Outside(reason) => {
                        xml.text("cbc:TaxExemptionReasonCode", "VATEX-EU-O");
                        xml.text("cbc:TaxExemptionReason", reason.as_str());
                    }
                }
                tax_scheme(xml);
            });
        });
    });
}

/// Category and rate. What is outside the scope has no rate (BR-O-05).
fn tax_category(xml: &mut Xml, vat: &Vat) {
    let (category, percent) = match vat {
        Vat::Standard(rate) => ("S", Some(rate.as_percent())),
        Vat::Exempt(_) => ("E", Some(0)),
        Vat::Outside(_) => ("O", None),
    };
    xml.text("cbc:ID", category);
    if let Some(percent) = percent {
        xml.text("cbc:Percent", &percent.to_string());
    }
}

fn tax_scheme(xml: &mut Xml) {
    xml.within("cac:TaxScheme", |xml| xml.text("cbc:ID", "VAT"));
}

fn monetary_total(xml: &mut Xml, sale: &Sale) {
    let (without_vat, total) = (sale.sold.total_without_vat(), sale.sold.total());
    xml.within("cac:LegalMonetaryTotal", |xml| {
        amount(xml, "cbc:LineExtensionAmount", without_vat);
        amount(xml, "cbc:TaxExclusiveAmount", without_vat);
        amount(xml, "cbc:TaxInclusiveAmount", total);
        amount(xml, "cbc:PrepaidAmount", total);
        amount(xml, "cbc:PayableAmount", Cents(0));
    });
}

fn amount(xml: &mut Xml, name: &str, amount: Cents) {
    xml.text_with(name, &[("currencyID", "EUR")], &amount.plain());
}

fn day(at: DateTime<Utc>) -> String {
    calendar::local_day(at).to_string()
}
