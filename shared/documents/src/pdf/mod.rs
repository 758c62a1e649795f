//! A small engine for the town's papers: A4, tagged as PDF/UA-1 asks, so that a screen reader reads them in
//! order and a public body may send them (Directive (EU) 2016/2102), and fit to be archived as PDF/A-2a.
//!
//! A document is laid out first and written afterwards, because every page says how many there are. What
//! is laid out stands in [`sheets`]; [`write`] turns it into bytes, and [`pack`] makes those small.

mod cells;
mod facts;
mod fonts;
mod frame;
mod lines;
mod pack;
mod paper;
mod qr;
mod sheets;
mod table;
mod text;
mod write;

pub use cells::Align;
pub use facts::Fact;
pub use paper::Pdf;
pub use qr::{Qr, QrTooLong};
pub use table::{Column, Width};

/// The document could not be written. Never because of what somebody is called: any text can be drawn.
#[derive(Debug, thiserror::Error)]
#[error("the document could not be written: {0}")]
pub struct PdfError(String);
