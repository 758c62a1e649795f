//! Papers, read back by another's reader: what they say, and what they are to whoever listens.

mod common;
mod reader;

use common::{company, entries, exempt, letterhead, line, moment, outside, receipt, sale, standard, statement};
use meent_documents::pdf::{Pdf, Qr};
use meent_documents::{
    CreditNote, DeskSummary, HoursLeft, Invoice, Invoiced, Letterhead, ParkingProof, PdfError, ProvenRight,
    SessionToCome, Statement,
};
use meent_domain::{Cents, Language};
use reader::{Element, Paper};

fn written(bytes: Result<Vec<u8>, PdfError>) -> Paper {
    Paper::read(&bytes.expect("a paper"))
}

/// The text as one would type it.
fn plain(text: &str) -> String {
    text.replace(['\u{a0}', '\n'], " ")
}

const PROOF: [&str; 4] = ["Bewijs van parkeren", "Preuve de stationnement", "Parknachweis", "Proof of parking"];

fn proof() -> ParkingProof {
    ParkingProof {
        reference: "3F7K-92QX".to_owned(),
        plate: "1-ABC-234".to_owned(),
        country: "BE".to_owned(),
        zone: "Centrum".to_owned(),
        from: moment(),
        until: moment() + chrono::Duration::hours(2),
        right: ProvenRight::Valid,
        booked_at: moment(),
        minutes: 120,
        price: Cents(440),
        made_on: moment(),
    }
}

#[test]
fn a_proof_says_which_plate_stood_where_and_when() {
    let paper = written(meent_documents::parking_proof(&letterhead(), &proof(), Language::Dutch));
    let text = plain(&paper.text());
    for said in ["1-ABC-234 (BE)", "Centrum", "3F7K-92QX", "geldig geboekt", "€ 4,40"] {
        assert!(text.contains(said), "{said}: {text}");
    }
    let cancelled = ParkingProof { right: ProvenRight::Cancelled, ..proof() };
    let paper = written(meent_documents::parking_proof(&letterhead(), &cancelled, Language::Dutch));
    assert!(plain(&paper.text()).contains("geen recht om te parkeren"), "it proves nothing, and says so");
}

fn summary() -> DeskSummary {
    DeskSummary {
        name: "Rosa De Smet".to_owned(),
        internal_id: "9F3K-27QX".to_owned(),
        began_at: moment() - chrono::Duration::minutes(6),
        made_on: moment(),
        balance: Cents(1560),
        hours_left: vec![HoursLeft { quarter: "2026-Q4".to_owned(), minutes: 5310 }],
        entries: entries(2),
        sessions: vec![SessionToCome {
            from: moment(),
            until: moment() + chrono::Duration::hours(2),
            zone: "Centrum".to_owned(),
            plate: "1-ABC-234".to_owned(),
            price: Cents(440),
        }],
    }
}

#[test]
fn a_visit_to_the_desk_is_told_in_every_language() {
    let titles =
        ["Uw bezoek aan de balie", "Votre visite au guichet", "Ihr Besuch am Schalter", "Your visit to the desk"];
    for (language, title) in Language::ALL.into_iter().zip(titles) {
        let paper = written(meent_documents::desk_summary(&letterhead(), &summary(), language));
        let text = plain(&paper.text());
        for said in [title, "Rosa De Smet", "9F3K-27QX", "1-ABC-234", "Centrum", "88"] {
            assert!(text.contains(said), "{said}: {text}");
        }
        assert!(text.contains("15,60") || text.contains("15.60"), "{text}");
    }
    let nothing = DeskSummary { entries: vec![], sessions: vec![], hours_left: vec![], ..summary() };
    let text = plain(&written(meent_documents::desk_summary(&letterhead(), &nothing, Language::Dutch)).text());
    assert!(text.contains("Uw saldo is niet veranderd.") && text.contains("Er is niets geboekt."), "{text}");
}

#[test]
fn all_are_tagged_titled_and_in_their_language() {
    let titles = [
        ("Overzicht van uw transacties", "Kwitantie", "Factuur", "Creditnota"),
        ("Relevé de vos transactions", "Reçu", "Facture", "Note de crédit"),
        ("Übersicht Ihrer Transaktionen", "Quittung", "Rechnung", "Gutschrift"),
        ("Statement of your transactions", "Receipt", "Invoice", "Credit note"),
    ];
    for (language, (first, second, third, fourth)) in Language::ALL.into_iter().zip(titles) {
        let buyer = company("Bakkerij Peeters", "BE0123456749");
        let invoice = Invoice { sale: sale(standard(21), &[2500]), buyer: buyer.clone() };
        let about = Invoiced { number: line("2026-000117"), on: moment() };
        let note = CreditNote { sale: sale(standard(21), &[2500]), buyer, invoice: about };
        let papers = [
            (first, meent_documents::statement(&letterhead(), &statement("Zoë", entries(3)), language)),
            (second, meent_documents::receipt(&letterhead(), &receipt("Zoë"), language)),
            (third, meent_documents::invoice(&letterhead(), &invoice, language)),
            (fourth, meent_documents::credit_note(&letterhead(), &note, language)),
            (PROOF[language as usize], meent_documents::parking_proof(&letterhead(), &proof(), language)),
        ];
        for (title, bytes) in papers {
            let paper = written(bytes);
            assert_eq!(paper.catalog_text("Lang"), language.code());
            assert!(paper.is_marked() && paper.shows_its_title(), "{title}");
            assert!(paper.title().starts_with(title), "{title}: {}", paper.title());
            assert!(paper.says_it_is("<pdfuaid:part>1</pdfuaid:part>"), "{title}");
            assert!(paper.says_it_is("<pdfaid:conformance>A</pdfaid:conformance>"), "{title}");
            let headings = paper.tree().all("H1").count();
            assert_eq!(headings, 1, "{title}");
            assert!(paper.embeds_all_fonts(), "{title}");
        }
    }
}

#[test]
fn a_statement_is_one_table_with_its_headings() {
    let paper = written(meent_documents::statement(&letterhead(), &statement("Zoë", entries(120)), Language::Dutch));
    let tree = paper.tree();
    let table = tree.all("Table").last().expect("a table");
    let headings: Vec<&Element> = table.all("TH").collect();
    assert_eq!(headings.len(), 6);
    assert!(headings.iter().all(|heading| heading.scope.as_deref() == Some("Column")));
    let rows: Vec<&Element> = table.all("TR").collect();
    assert_eq!(rows.len(), 121);
    assert!(rows.iter().all(|row| row.children.len() == 6 && row.children.iter().all(|cell| cell.pieces > 0)));
    let facts = tree.all("Table").next().expect("facts");
    assert!(facts.all("TH").all(|heading| heading.scope.as_deref() == Some("Row")));

    let pages = paper.pages();
    assert!(pages.len() > 2);
    for (index, page) in pages.iter().enumerate() {
        let page = plain(page);
        assert!(page.contains("Omschrijving") && page.contains("Saldo daarna"), "headings on page {}", index + 1);
        assert!(page.contains(&format!("Pagina {} van {}", index + 1, pages.len())));
        assert!(page.contains("Stad Noorderhaven"));
    }
    let all = plain(&pages.concat());
    for text in ["€ 12,50", "21 november 2026", "14u05", "9F3K-27QX", "+ € 25,00", "\u{2212} € 0,78", "120"] {
        assert!(all.contains(text), "{text}");
    }
}

#[test]
fn a_statement_of_nothing_says_so() {
    for language in Language::ALL {
        let paper = written(meent_documents::statement(&letterhead(), &statement("Zoë", vec![]), language));
        assert_eq!(paper.tree().all("Table").count(), 1, "facts alone");
        assert_eq!(paper.pages().len(), 1);
    }
}

#[test]
fn an_invoice_says_what_the_law_asks() {
    let buyer = company("Bakkerij Peeters", "BE0123456749");
    let invoice = Invoice { sale: sale(standard(21), &[1210]), buyer: buyer.clone() };
    let text = written(meent_documents::invoice(&letterhead(), &invoice, Language::Dutch)).text();
    for needed in [
        "Factuur 2026-000123",
        "21 november 2026",
        "Stad Noorderhaven",
        "Havenplein 1",
        "9999 Noorderhaven",
        "Btw-nummer BE 0207.437.468",
        "Bakkerij Peeters",
        "Btw-nummer BE 0123.456.749",
        "Saldo opladen",
        "€ 10,00",
        "Btw 21 %",
        "€ 2,10",
        "€ 12,10",
        "Nog te betalen",
        "Betaald via Bancontact op 21 november 2026, referentie 3066019730.",
        common::ORDER,
    ] {
        assert!(plain(&text).contains(needed), "{needed} in {text}");
    }
    for (vat, reason) in
        [(exempt(), "Vrijgesteld van btw. Vrijgesteld: artikel 44"), (outside(), "Valt niet onder de btw.")]
    {
        let invoice = Invoice { sale: sale(vat, &[1210]), buyer: buyer.clone() };
        let text = plain(&written(meent_documents::invoice(&letterhead(), &invoice, Language::Dutch)).text());
        assert!(text.contains(reason) && !text.contains("21 %"), "{text}");
    }
}

#[test]
fn a_town_outside_the_scope_speaks_as_itself() {
    let text = plain(&written(meent_documents::receipt(&letterhead(), &receipt("Zoë"), Language::Dutch)).text());
    assert!(text.contains("Ondernemingsnummer 0207.437.468") && !text.contains("Btw-nummer"), "{text}");
}

#[test]
fn a_credit_note_names_its_invoice_and_pays_back() {
    let buyer = company("Bakkerij Peeters", "BE0123456749");
    let about = Invoiced { number: line("2026-000117"), on: moment() };
    let note = CreditNote { sale: sale(standard(21), &[1210]), buyer, invoice: about };
    let text = plain(&written(meent_documents::credit_note(&letterhead(), &note, Language::Dutch)).text());
    for needed in ["Creditnota 2026-000123", "2026-000117 van 21 november 2026", "Terugbetaald via Bancontact"] {
        assert!(text.contains(needed), "{needed}");
    }
}

#[test]
fn a_practice_town_says_so_on_every_page() {
    let practice = Letterhead { practice: true, ..letterhead() };
    for (language, says) in
        Language::ALL.into_iter().zip(["Oefenstad", "Ville d’exercice", "Übungsstadt", "Practice town"])
    {
        let of = statement("Zoë", entries(80));
        let paper = written(meent_documents::statement(&practice, &of, language));
        assert!(paper.pages().iter().all(|page| plain(page).contains(says)), "{says}");
        let real = written(meent_documents::statement(&letterhead(), &of, language));
        assert!(real.pages().iter().all(|page| !plain(page).contains(says)), "{says}");
    }
}

#[test]
fn what_somebody_is_called_breaks_nothing() {
    let long = "Wolfeschlegelsteinhausenbergerdorff".repeat(6);
    for name in [
        "🙂👩‍👩‍👧‍👦 Zoë",
        "محمد بن عبد الله",
        "\u{202e}Zoë\u{202c}\u{200b}",
        "東京 太郎",
        "Nguyễn Thị Minh Khai",
        "A\u{0}B\u{7}\u{fffe}\u{ffff}\u{e000}\u{10ffff}",
        "",
        "   ",
        "\u{301}\u{301}\u{301}",
        long.as_str(),
    ] {
        for language in Language::ALL {
            let mut of = statement(name, entries(3));
            of.entries[1].description = name.to_owned();
            let paper = written(meent_documents::statement(&letterhead(), &of, language));
            assert!(paper.tree().all("Table").all(|table| {
                let rows: Vec<usize> = table.all("TR").map(|row| row.children.len()).collect();
                rows.iter().all(|cells| *cells == rows[0])
            }));
            written(meent_documents::receipt(&letterhead(), &receipt(name), language));
        }
    }
}

#[test]
fn characters_that_are_not_drawn_are_still_told() {
    let paper = written(meent_documents::receipt(&letterhead(), &receipt("José 🙂 محمد"), Language::Dutch));
    let told: Vec<String> = paper.tree().every().filter_map(|element| element.actual_text.clone()).collect();
    assert_eq!(told, ["José 🙂 محمد"]);
    assert!(paper.text().contains("José ? ????"));
}

#[test]
fn amounts_of_any_size_fit() {
    let mut of = statement("Zoë", entries(3));
    of.balance_at_begin = Cents(i64::MIN);
    of.entries[0].amount = Cents(i64::MAX);
    of.entries[1].balance_after = Cents(i64::MIN);
    of.entries[2].number = u64::MAX;
    written(meent_documents::statement(&letterhead(), &of, Language::French));
}

#[test]
fn many_rows_stay_small() {
    let of = statement("Zoë", entries(1_500));
    let bytes = meent_documents::statement(&letterhead(), &of, Language::German).expect("a paper");
    assert!(bytes.len() < 1_500 * 300, "{} bytes", bytes.len());
    let rows = Paper::read(&bytes).tree().all("TR").count();
    assert_eq!(rows, 1_500 + 1 + 7);
}

#[test]
fn the_same_makes_the_same() {
    let make = || meent_documents::statement(&letterhead(), &statement("Zoë", entries(9)), Language::Dutch).ok();
    assert_eq!(make(), make());
    let Statement { made_on, .. } = statement("Zoë", vec![]);
    assert_eq!(made_on, moment());
}

#[test]
fn a_code_says_what_it_is_for() {
    let mut pdf = Pdf::new(&letterhead(), "Vouchers", moment(), Language::Dutch);
    let code = Qr::new("https://noorderhaven.example/v/7K3M9QX2", "De code van uw voucher").expect("a code");
    pdf.qr(&code);
    let paper = written(pdf.finish());
    let figures: Vec<Option<String>> = paper.tree().all("Figure").map(|figure| figure.alternative.clone()).collect();
    assert_eq!(figures, [Some("De code van uw voucher".to_owned())]);
}
