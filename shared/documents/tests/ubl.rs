//! What programs read. Each rule is named as EN 16931 and Peppol BIS Billing name it.

mod common;

use common::{company, company_with, exempt, line, outside, sale, standard};
use meent_documents::{CreditNote, Invoice, Invoiced, Letterhead, Means, SoldLine, Vat, ubl};
use meent_domain::{Cents, Language};
use roxmltree::{Document, Node};

const ORDER: [&str; 14] = [
    "CustomizationID",
    "ProfileID",
    "ID",
    "IssueDate",
    "InvoiceTypeCode",
    "CreditNoteTypeCode",
    "Note",
    "DocumentCurrencyCode",
    "OrderReference",
    "BillingReference",
    "AccountingSupplierParty",
    "AccountingCustomerParty",
    "PaymentMeans",
    "TaxTotal",
];

fn invoice(vat: Vat, amounts: &[i64]) -> Invoice {
    Invoice { sale: sale(vat, amounts), buyer: company("Bakkerij Peeters", "BE0123456749") }
}

fn written(invoice: &Invoice) -> String {
    text(ubl::invoice(&common::letterhead(), invoice, Language::Dutch))
}

fn text(bytes: Vec<u8>) -> String {
    String::from_utf8(bytes).expect("UTF-8")
}

/// The first element at a path of names.
fn at<'a>(node: Node<'a, 'a>, path: &str) -> Option<Node<'a, 'a>> {
    path.split('/').try_fold(node, |node, name| node.children().find(|child| child.has_tag_name_local(name)))
}

fn of<'a>(node: Node<'a, 'a>, path: &str) -> &'a str {
    at(node, path).unwrap_or_else(|| panic!("no {path}")).text().unwrap_or_default()
}

fn cents(node: Node<'_, '_>, path: &str) -> i64 {
    let element = at(node, path).unwrap_or_else(|| panic!("no {path}"));
    assert_eq!(element.attribute("currencyID"), Some("EUR"), "{path}");
    let (euros, cents) = element.text().unwrap_or_default().split_once('.').expect("decimals");
    assert_eq!(cents.len(), 2, "BR-DEC: {path}");
    euros.parse::<i64>().expect("euros") * 100 + cents.parse::<i64>().expect("cents")
}

trait Local {
    fn has_tag_name_local(&self, name: &str) -> bool;
}

impl Local for Node<'_, '_> {
    fn has_tag_name_local(&self, name: &str) -> bool {
        self.is_element() && self.tag_name().name() == name
    }
}

#[test]
fn sums_agree_in_every_category() {
    for vat in [standard(21), standard(6), exempt(), outside()] {
        for amounts in [&[5][..], &[1250], &[1250, 7, 33_333], &[1; 40]] {
            let xml = written(&invoice(vat.clone(), amounts));
            let document = Document::parse(&xml).expect("well-formed");
            let root = document.root_element();
            let nets: i64 = root
                .children()
                .filter(|child| child.has_tag_name_local("InvoiceLine"))
                .map(|line| {
                    let net = cents(line, "LineExtensionAmount");
                    assert_eq!(net, cents(line, "Price/PriceAmount"), "PEPPOL-EN16931-R120, a quantity of one");
                    net
                })
                .sum();
            let total = at(root, "LegalMonetaryTotal").expect("BG-22");
            assert_eq!(cents(total, "LineExtensionAmount"), nets, "BR-CO-10");
            assert_eq!(cents(total, "TaxExclusiveAmount"), nets, "BR-CO-13");
            let tax = cents(root, "TaxTotal/TaxAmount");
            assert_eq!(cents(root, "TaxTotal/TaxSubtotal/TaxAmount"), tax, "BR-CO-14");
            assert_eq!(cents(root, "TaxTotal/TaxSubtotal/TaxableAmount"), nets, "BR-S-08, BR-E-08, BR-O-08");
            let inclusive = cents(total, "TaxInclusiveAmount");
            assert_eq!(inclusive, nets + tax, "BR-CO-15");
            assert_eq!(inclusive, amounts.iter().sum::<i64>(), "what was paid");
            let payable = cents(total, "PayableAmount");
            assert_eq!(payable, inclusive - cents(total, "PrepaidAmount"), "BR-CO-16");
            assert_eq!(payable, 0, "so that no due date is asked for: BR-CO-25");
        }
    }
}

#[test]
fn outside_the_scope_names_no_vat_number_and_no_rate() {
    let xml = written(&invoice(outside(), &[1250]));
    let document = Document::parse(&xml).expect("well-formed");
    let root = document.root_element();
    assert!(root.descendants().all(|node| !node.has_tag_name_local("PartyTaxScheme")), "BR-O-02");
    assert!(root.descendants().all(|node| !node.has_tag_name_local("Percent")), "BR-O-05, BR-48");
    let category = at(root, "TaxTotal/TaxSubtotal/TaxCategory").expect("BR-O-01");
    assert_eq!(of(category, "ID"), "O");
    assert_eq!(cents(root, "TaxTotal/TaxSubtotal/TaxAmount"), 0, "BR-O-09");
    assert_eq!(of(category, "TaxExemptionReasonCode"), "VATEX-EU-O");
    assert!(!of(category, "TaxExemptionReason").is_empty(), "BR-O-10");
    let seller = at(root, "AccountingSupplierParty/Party").expect("a seller");
    assert_eq!(of(seller, "PartyLegalEntity/CompanyID"), "0207437468", "BR-CO-26");
}

#[test]
fn exempt_and_standard_name_both_numbers_and_a_rate() {
    for (vat, category, percent) in [(exempt(), "E", "0"), (standard(21), "S", "21")] {
        let xml = written(&invoice(vat, &[1250, 3]));
        let document = Document::parse(&xml).expect("well-formed");
        let root = document.root_element();
        for party in ["AccountingSupplierParty", "AccountingCustomerParty"] {
            let number = of(root, &format!("{party}/Party/PartyTaxScheme/CompanyID"));
            assert!(number.starts_with("BE"), "BR-S-02, BR-E-02, BR-CO-09");
        }
        let total = at(root, "TaxTotal/TaxSubtotal/TaxCategory").expect("a category");
        assert_eq!((of(total, "ID"), of(total, "Percent")), (category, percent));
        assert_eq!(at(total, "TaxExemptionReason").is_some(), category == "E", "BR-E-10, BR-S-10");
        for line in root.children().filter(|child| child.has_tag_name_local("InvoiceLine")) {
            let of_line = at(line, "Item/ClassifiedTaxCategory").expect("BR-CO-04");
            assert_eq!((of(of_line, "ID"), of(of_line, "Percent")), (category, percent), "BR-S-05, BR-E-05");
        }
    }
}

#[test]
fn peppol_finds_both_sides_and_the_order() {
    let xml = written(&invoice(standard(21), &[1250]));
    let document = Document::parse(&xml).expect("well-formed");
    let root = document.root_element();
    assert_eq!(of(root, "ProfileID"), "urn:fdc:peppol.eu:2017:poacc:billing:01:1.0");
    assert_eq!(of(root, "OrderReference/ID"), common::ORDER, "PEPPOL-EN16931-R003");
    let endpoint = at(root, "AccountingSupplierParty/Party/EndpointID").expect("PEPPOL-EN16931-R020");
    assert_eq!((endpoint.attribute("schemeID"), endpoint.text()), (Some("0208"), Some("0207437468")));
    assert_eq!(of(root, "PaymentMeans/PaymentMeansCode"), "48", "BR-49");
    let empty = |node: &Node<'_, '_>| node.is_element() && node.children().all(|c| c.is_text() && c.text() == Some(""));
    assert!(root.descendants().all(|node| !empty(&node)), "PEPPOL-EN16931-R008");
    assert!(root.children().filter(|child| child.has_tag_name_local("Note")).count() <= 1, "PEPPOL-EN16931-R002");
}

#[test]
fn companies_elsewhere_have_an_address_too() {
    for (number, scheme) in [
        ("ATU12345678", "9914"),
        ("BG123456789", "9926"),
        ("CY12345678X", "9928"),
        ("CZ12345678", "9929"),
        ("DE136695976", "9930"),
        ("DK12345678", "0184"),
        ("EE123456789", "9931"),
        ("EL094259216", "9933"),
        ("ESX1234567X", "9920"),
        ("FI12345678", "0213"),
        ("FR83404833048", "9957"),
        ("HR12345678901", "9934"),
        ("HU12345678", "9910"),
        ("IE1234567FA", "9935"),
        ("IT12345678901", "0211"),
        ("LT123456789", "9937"),
        ("LU12345678", "9938"),
        ("LV12345678901", "9939"),
        ("MT12345678", "9943"),
        ("NL123456789B01", "9944"),
        ("PL1234567890", "9945"),
        ("PT123456789", "9946"),
        ("RO12", "9947"),
        ("SE123456789012", "9955"),
        ("SI12345678", "9949"),
        ("SK1234567890", "9950"),
        ("XI123456789", "9932"),
    ] {
        let mut invoice = invoice(standard(21), &[100]);
        invoice.buyer = company_with("Elders", number, &number[..2]);
        let xml = written(&invoice);
        let document = Document::parse(&xml).expect("well-formed");
        let endpoint = at(document.root_element(), "AccountingCustomerParty/Party/EndpointID").expect("R010");
        assert_eq!((endpoint.attribute("schemeID"), endpoint.text()), (Some(scheme), Some(number)));
    }
}

#[test]
fn a_credit_note_names_its_invoice() {
    let Invoice { sale, buyer } = invoice(standard(21), &[1250]);
    let note = CreditNote { sale, buyer, invoice: Invoiced { number: line("F-2026-17"), on: common::moment() } };
    let xml = text(ubl::credit_note(&common::letterhead(), &note, Language::French));
    let document = Document::parse(&xml).expect("well-formed");
    let root = document.root_element();
    assert!(root.tag_name().namespace().is_some_and(|namespace| namespace.ends_with(":CreditNote-2")));
    assert_eq!(of(root, "CreditNoteTypeCode"), "381");
    assert_eq!(of(root, "BillingReference/InvoiceDocumentReference/ID"), "F-2026-17", "BR-55");
    assert_eq!(of(root, "BillingReference/InvoiceDocumentReference/IssueDate"), "2026-11-21");
    assert_eq!(of(root, "CreditNoteLine/CreditedQuantity"), "1");
    assert_eq!(of(root, "PaymentMeans/PaymentMeansCode"), "48");
    assert_eq!(cents(root, "LegalMonetaryTotal/PayableAmount"), 0);
    let mut by_transfer = note;
    by_transfer.sale.payment.means = Means::Transfer;
    let xml = text(ubl::credit_note(&common::letterhead(), &by_transfer, Language::French));
    let document = Document::parse(&xml).expect("well-formed");
    assert_eq!(of(document.root_element(), "PaymentMeans/PaymentMeansCode"), "1", "BR-61");
}

#[test]
fn elements_stand_in_the_order_of_the_schema() {
    let order: Vec<&str> = ORDER.into_iter().chain(["LegalMonetaryTotal", "InvoiceLine", "CreditNoteLine"]).collect();
    let practice = Letterhead { practice: true, ..common::letterhead() };
    let Invoice { sale, buyer } = invoice(exempt(), &[1, 2]);
    let note = CreditNote {
        sale: sale.clone(),
        buyer: buyer.clone(),
        invoice: Invoiced { number: line("17"), on: common::moment() },
    };
    let documents = [
        ubl::invoice(&practice, &Invoice { sale, buyer }, Language::German),
        ubl::credit_note(&practice, &note, Language::English),
    ];
    for bytes in documents {
        let xml = text(bytes);
        let document = Document::parse(&xml).expect("well-formed");
        let names: Vec<&str> = document.root_element().children().map(|child| child.tag_name().name()).collect();
        let places: Vec<usize> =
            names.iter().map(|name| order.iter().position(|known| known == name).expect("known")).collect();
        assert!(places.is_sorted(), "{names:?}");
        assert!(names.contains(&"Note"), "P-61");
    }
}

#[test]
fn what_people_typed_stays_text() {
    let nasty = "</cbc:Name><x a='1'/>&amp; \"&\" ]]> 🙂 الاسم";
    let mut invoice = invoice(outside(), &[100]);
    invoice.buyer = company(nasty, "BE0123456749");
    invoice.sale = common::sale_of(outside(), vec![SoldLine { what: line(nasty), amount: Cents(100) }]);
    let xml = written(&invoice);
    let document = Document::parse(&xml).expect("well-formed");
    let root = document.root_element();
    assert_eq!(of(root, "AccountingCustomerParty/Party/PartyName/Name"), nasty);
    assert_eq!(of(root, "InvoiceLine/Item/Name"), nasty);
}
