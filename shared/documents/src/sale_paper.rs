//! Receipt, invoice and credit note on paper: one layout, three titles.

use crate::letterhead::Letterhead;
use crate::pdf::{Align, Column, Fact, Pdf, PdfError, Width};
use crate::sale::{CreditNote, Invoice, Invoiced, Receipt, Sale, SoldLine, Vat};
use crate::texts::Text;
use meent_domain::company::Company;
use meent_domain::{Cents, Language, calendar};

/// For a private person (kwitantie).
pub fn receipt(letterhead: &Letterhead, receipt: &Receipt, language: Language) -> Result<Vec<u8>, PdfError> {
    let paper = Paper { letterhead, sale: &receipt.sale, kind: Kind::Receipt, language };
    paper.written(std::slice::from_ref(&receipt.payer))
}

/// For a company (factuur).
pub fn invoice(letterhead: &Letterhead, invoice: &Invoice, language: Language) -> Result<Vec<u8>, PdfError> {
    let paper = Paper { letterhead, sale: &invoice.sale, kind: Kind::Invoice, language };
    paper.written(&paper.company(&invoice.buyer, true))
}

/// Takes back what an invoice asked (creditnota).
pub fn credit_note(letterhead: &Letterhead, note: &CreditNote, language: Language) -> Result<Vec<u8>, PdfError> {
    let paper = Paper { letterhead, sale: &note.sale, kind: Kind::CreditNote(&note.invoice), language };
    paper.written(&paper.company(&note.buyer, true))
}

/// Where the three differ.
#[derive(Clone, Copy)]
enum Kind<'a> {
    Receipt,
    Invoice,
    CreditNote(&'a Invoiced),
}

impl Kind<'_> {
    fn title(self) -> Text {
        match self {
            Self::Receipt => Text::Receipt,
            Self::Invoice => Text::Invoice,
            Self::CreditNote(_) => Text::CreditNote,
        }
    }

    /// That it was paid, in a word and in a sentence.
    fn paid(self) -> (Text, Text) {
        match self {
            Self::Receipt | Self::Invoice => (Text::Paid, Text::PaidVia),
            Self::CreditNote(_) => (Text::PaidBack, Text::PaidBackVia),
        }
    }
}

struct Paper<'a> {
    letterhead: &'a Letterhead,
    sale: &'a Sale,
    kind: Kind<'a>,
    language: Language,
}

impl Paper<'_> {
    fn written(&self, buyer: &[String]) -> Result<Vec<u8>, PdfError> {
        let sale = self.sale;
        let title = format!("{} {}", self.word(self.kind.title()), sale.number.as_str());
        let mut pdf = Pdf::new(self.letterhead, &title, sale.on, self.language);
        let outside = matches!(sale.sold.vat(), Vat::Outside(_));
        let seller = self.company(sale.seller.company(), !outside);
        pdf.beside([(self.word(Text::From), &seller), (self.word(Text::To), buyer)]);
        self.facts(&mut pdf);
        self.lines(&mut pdf);
        self.totals(&mut pdf);

        let (payment, day) = (&sale.payment, calendar::date(sale.payment.on, self.language));
        let values = [("method", payment.method.as_str()), ("day", &day), ("reference", payment.reference.as_str())];
        pdf.paragraph(&self.kind.paid().1.filled(self.language, &values));
        match sale.sold.vat() {
            Vat::Standard(_) => {}
            Vat::Exempt(reason) => pdf.small_print(&format!("{} {}", self.word(Text::VatExempt), reason.as_str())),
            Vat::Outside(reason) => pdf.small_print(&format!("{} {}", self.word(Text::VatOutside), reason.as_str())),
        }
        pdf.finish()
    }

    fn facts(&self, pdf: &mut Pdf) {
        let (payment, language) = (&self.sale.payment, self.language);
        let (day, transaction) = (calendar::date(self.sale.on, language), payment.transaction.to_string());
        let credited = match self.kind {
            Kind::Receipt | Kind::Invoice => None,
            Kind::CreditNote(invoice) => {
                let (number, day) = (invoice.number.as_str(), calendar::date(invoice.on, language));
                Some(Text::InvoiceOfDay.filled(language, &[("number", number), ("day", &day)]))
            }
        };
        let mut facts = vec![Fact::new(self.word(Text::IssuedOn), &day)];
        facts.extend(credited.iter().map(|invoice| Fact::new(self.word(Text::CreditedInvoice), invoice)));
        facts.push(Fact::new(self.word(Text::OrderReference), payment.order.as_str()));
        facts.push(Fact::new(self.word(Text::TransactionNumber), &transaction));
        pdf.facts(&facts);
    }

    fn lines(&self, pdf: &mut Pdf) {
        let what = Column { heading: self.word(Text::ColumnDescription), width: Width::Rest, align: Align::Left };
        let amount = |heading| Column { heading: self.word(heading), width: Width::Fitting, align: Align::Right };
        let written = |amount: Cents| amount.written(self.language);
        let lines = self.sale.sold.lines();
        if matches!(self.sale.sold.vat(), Vat::Standard(_)) {
            let columns = [what, amount(Text::ColumnWithoutVat), amount(Text::ColumnWithVat)];
            let row =
                |(line, net): (&SoldLine, Cents)| [line.what.as_str().to_owned(), written(net), written(line.amount)];
            pdf.table(&columns, lines.map(row));
        } else {
            let row = |(line, _): (&SoldLine, Cents)| [line.what.as_str().to_owned(), written(line.amount)];
            pdf.table(&[what, amount(Text::ColumnAmount)], lines.map(row));
        }
    }

    /// What was paid, of which so much is VAT, and that nothing is left to pay.
    fn totals(&self, pdf: &mut Pdf) {
        let (sold, written) = (&self.sale.sold, |amount: Cents| amount.written(self.language));
        let (without, vat, total) =
            (written(sold.total_without_vat()), written(sold.vat_amount()), written(sold.total()));
        let (nothing, rate) = (written(Cents(0)), self.rate());
        let mut totals = Vec::new();
        if let Some(rate) = &rate {
            totals.push(Fact::new(self.word(Text::WithoutVat), &without));
            totals.push(Fact::new(rate, &vat));
        }
        totals.push(Fact::strong(self.word(Text::Total), &total));
        totals.push(Fact::new(self.word(self.kind.paid().0), &total));
        if !matches!(self.kind, Kind::CreditNote(_)) {
            totals.push(Fact::new(self.word(Text::StillToPay), &nothing));
        }
        pdf.totals(&totals);
    }

    fn rate(&self) -> Option<String> {
        let Vat::Standard(rate) = self.sale.sold.vat() else { return None };
        Some(Text::VatOfRate.filled(self.language, &[("rate", &rate.as_percent().to_string())]))
    }

    /// Name, address and number. Outside the scope of VAT a town speaks as itself and not as a taxpayer.
    fn company(&self, company: &Company, with_vat_number: bool) -> Vec<String> {
        let number = &company.vat_number;
        let number = match number.belgian_enterprise() {
            Some(enterprise) if !with_vat_number => {
                Text::EnterpriseNumber.filled(self.language, &[("number", &dotted(enterprise))])
            }
            Some(enterprise) => {
                let number = format!("BE\u{a0}{}", dotted(enterprise));
                Text::VatNumber.filled(self.language, &[("number", &number)])
            }
            None => Text::VatNumber.filled(self.language, &[("number", number.as_str())]),
        };
        let mut place = format!("{} {}", company.postcode.as_str(), company.town.as_str());
        if company.country != self.sale.seller.company().country {
            place.push_str(", ");
            place.push_str(company.country.as_str());
        }
        vec![company.name.as_str().to_owned(), company.street.as_str().to_owned(), place, number]
    }

    fn word(&self, text: Text) -> &'static str {
        text.written(self.language)
    }
}

/// `0123.456.749`, as Belgians write it.
fn dotted(enterprise: &str) -> String {
    match (enterprise.get(..4), enterprise.get(4..7), enterprise.get(7..)) {
        (Some(first), Some(second), Some(third)) => format!("{first}.{second}.{third}"),
        _ => enterprise.to_owned(),
    }
}
