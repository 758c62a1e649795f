//! QR codes: one path, with the four modules of quiet around it that a reader needs, also on a ground that
//! isn't white, and the code itself never smaller than 20 mm.

use crate::letterhead::Colour;
use crate::picture::tiny_skia_path::{PathBuilder, Rect};
use crate::picture::{FillRule, Picture, Piece};
use qrcode::{EcLevel, QrCode};
use std::sync::Arc;

const QUIET: usize = 4;

/// With its quiet. Of the smallest code, 21 modules of 29, that leaves 20.3 mm.
const SIDE_MM: f32 = 28.0;

/// In points.
pub(super) const SIDE: f32 = SIDE_MM / 25.4 * 72.0;

/// A code, and what it is for in words: who can't see it has to know too.
pub struct Qr {
    pub(super) picture: Arc<Picture>,
    pub(super) alternative: String,
}

/// No QR code holds so much.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("too long for a QR code")]
pub struct QrTooLong;

impl Qr {
    pub fn new(content: &str, alternative: &str) -> Result<Self, QrTooLong> {
        let code = QrCode::with_error_correction_level(content, EcLevel::M).map_err(|_| QrTooLong)?;
        let modules = code.width();
        let side = (modules + 2 * QUIET) as f32;
        let mut dark = PathBuilder::new();
        for (row, cells) in code.to_colors().chunks(modules).enumerate() {
            let mut column = 0;
            // A run of dark modules is one rectangle.
            for run in cells.chunk_by(|one, other| one == other) {
                if run[0] == qrcode::Color::Dark {
                    let (x, y) = ((column + QUIET) as f32, (row + QUIET) as f32);
                    if let Some(rect) = Rect::from_xywh(x, y, run.len() as f32, 1.0) {
                        dark.push_rect(rect);
                    }
                }
                column += run.len();
            }
        }
        let mut ground = PathBuilder::new();
        if let Some(rect) = Rect::from_xywh(0.0, 0.0, side, side) {
            ground.push_rect(rect);
        }
        let piece =
            |path: PathBuilder, colour| path.finish().map(|path| Piece { path, colour, rule: FillRule::NonZero });
        let white = piece(ground, Colour::new(255, 255, 255));
        let pieces = white.into_iter().chain(piece(dark, Colour::new(0, 0, 0))).collect();
        let picture = Arc::new(Picture { width: side, height: side, pieces });
        Ok(Self { picture, alternative: alternative.to_owned() })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn quiet_on_every_side() {
        let qr = Qr::new("https://noorderhaven.example/v/7K3M9QX2", "De code van uw voucher").expect("a code");
        let dark = qr.picture.pieces[1].path.bounds();
        let quiet = QUIET as f32;
        assert!(SIDE_MM * (qr.picture.width - 2.0 * quiet) / qr.picture.width >= 20.0);
        assert_eq!((dark.left(), dark.top()), (quiet, quiet));
        assert_eq!((dark.right(), dark.bottom()), (qr.picture.width - quiet, qr.picture.height - quiet));
    }

    #[test]
    fn what_no_code_holds_is_refused() {
        assert_eq!(Qr::new(&"x".repeat(3000), "te veel").err(), Some(QrTooLong));
    }
}
