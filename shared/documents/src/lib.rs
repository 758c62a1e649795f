//! The town's documents: as PDF, as CSV, as UBL for another's books, and the bucket they are kept in.
//!
//! A document is a pure function from plain data to bytes. Nothing here reads a clock or a table.

mod bucket;
pub mod csv;
mod desk_summary;
mod file_name;
mod letterhead;
mod parking_proof;
pub mod pdf;
mod picture;
mod sale;
mod sale_paper;
mod statement;
mod texts;
pub mod ubl;

pub use bucket::{Document, DocumentKey, Documents, DocumentsError};
pub use desk_summary::{DeskSummary, HoursLeft, SessionToCome, desk_summary};
pub use file_name::{FileKind, FileName};
pub use letterhead::{Colour, Letterhead, Logo, LogoError};
pub use parking_proof::{ParkingProof, ProvenRight, parking_proof};
pub use pdf::PdfError;
pub use sale::{
    CreditNote, Invoice, Invoiced, Means, Payment, Rate, Reason, Receipt, Sale, Seller, Sold, SoldLine, Vat,
};
pub use sale_paper::{credit_note, invoice, receipt};
pub use statement::{Entry, Statement, statement};
