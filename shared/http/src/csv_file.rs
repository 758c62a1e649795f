//! A table as a file for a spreadsheet.

use axum::http::header::{CONTENT_DISPOSITION, CONTENT_TYPE};
use axum::response::{IntoResponse, Response};
use meent_documents::csv::Csv;

/// `name` is ours, without an ending.
pub struct CsvFile {
    pub name: String,
    pub csv: Csv,
}

impl IntoResponse for CsvFile {
    fn into_response(self) -> Response {
        let disposition = format!("attachment; filename=\"{}.csv\"", self.name);
        let headers = [(CONTENT_TYPE, "text/csv; charset=utf-8".to_owned()), (CONTENT_DISPOSITION, disposition)];
        (headers, self.csv.into_text()).into_response()
    }
}
