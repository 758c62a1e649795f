//! Drawings: filled paths, such as a logo or a QR code.

use crate::letterhead::Colour;
use krilla::geom::PathBuilder;
use usvg::tiny_skia_path::{Path, PathSegment};

pub(crate) use usvg::FillRule;
pub(crate) use usvg::tiny_skia_path;

/// In a size of its own; whoever places it scales it.
#[derive(Debug)]
pub(crate) struct Picture {
    pub width: f32,
    pub height: f32,
    pub pieces: Vec<Piece>,
}

#[derive(Debug)]
pub(crate) struct Piece {
    pub path: Path,
    pub colour: Colour,
    pub rule: FillRule,
}

impl Piece {
    /// As the PDF draws it.
    pub(crate) fn outline(&self) -> Option<krilla::geom::Path> {
        let mut builder = PathBuilder::new();
        for segment in self.path.segments() {
            match segment {
                PathSegment::MoveTo(to) => builder.move_to(to.x, to.y),
                PathSegment::LineTo(to) => builder.line_to(to.x, to.y),
                PathSegment::QuadTo(by, to) => builder.quad_to(by.x, by.y, to.x, to.y),
                PathSegment::CubicTo(first, second, to) => {
                    builder.cubic_to(first.x, first.y, second.x, second.y, to.x, to.y);
                }
                PathSegment::Close => builder.close(),
            }
        }
        builder.finish()
    }
}
