//! A town's logo: the SVG that the sites show too, so that it is sharp in print. What paper can't show
//! as it is meant (masks, filters, pictures, letters without their font) is refused when the logo is read,
//! and not met on somebody's invoice.

use super::Colour;
use crate::picture::{FillRule, Picture, Piece};
use std::sync::Arc;

#[derive(Debug, Clone)]
pub struct Logo(Arc<Picture>);

/// How finely the edge of a stroke is followed, in steps to a unit of the drawing.
const FINE: f32 = 8.0;

#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum LogoError {
    #[error("the logo is no SVG: {0}")]
    NotSvg(String),
    #[error("the logo has a {0}; make it of filled and stroked shapes")]
    NotOnPaper(&'static str),
    #[error("the logo is empty")]
    Empty,
}

impl Logo {
    /// Read it once, and keep it.
    pub fn from_svg(svg: &[u8]) -> Result<Self, LogoError> {
        let text = std::str::from_utf8(svg).map_err(|error| LogoError::NotSvg(error.to_string()))?;
        let tree = usvg::Tree::from_str(text, &usvg::Options::default());
        let tree = tree.map_err(|error| LogoError::NotSvg(error.to_string()))?;
        let mut pieces = Vec::new();
        collect(tree.root(), 1.0, &mut pieces)?;
        if pieces.is_empty() {
            return Err(LogoError::Empty);
        }
        Ok(Self(Arc::new(Picture { width: tree.size().width(), height: tree.size().height(), pieces })))
    }

    pub(crate) fn picture(&self) -> Arc<Picture> {
        Arc::clone(&self.0)
    }
}

fn collect(group: &usvg::Group, opacity: f32, pieces: &mut Vec<Piece>) -> Result<(), LogoError> {
    if group.clip_path().is_some() {
        return Err(LogoError::NotOnPaper("clip path"));
    }
    if group.mask().is_some() {
        return Err(LogoError::NotOnPaper("mask"));
    }
    if !group.filters().is_empty() {
        return Err(LogoError::NotOnPaper("filter"));
    }
    let opacity = opacity * group.opacity().get();
    for node in group.children() {
        match node {
            usvg::Node::Group(inner) => collect(inner, opacity, pieces)?,
            usvg::Node::Path(path) if path.is_visible() => shape(path, opacity, pieces)?,
            usvg::Node::Path(_) => {}
            usvg::Node::Image(_) => return Err(LogoError::NotOnPaper("picture")),
            usvg::Node::Text(_) => return Err(LogoError::NotOnPaper("text")),
        }
    }
    Ok(())
}

fn shape(path: &usvg::Path, opacity: f32, pieces: &mut Vec<Piece>) -> Result<(), LogoError> {
    let transform = path.abs_transform();
    if let Some(fill) = path.fill() {
        let colour = on_white(fill.paint(), opacity * fill.opacity().get())?;
        let path = path.data().clone().transform(transform);
        pieces.extend(path.map(|path| Piece { path, colour, rule: fill.rule() }));
    }
    if let Some(stroke) = path.stroke() {
        if stroke.dasharray().is_some() {
            return Err(LogoError::NotOnPaper("dashed line"));
        }
        let colour = on_white(stroke.paint(), opacity * stroke.opacity().get())?;
        let outline = path.data().stroke(&stroke.to_tiny_skia(), FINE);
        let path = outline.and_then(|outline| outline.transform(transform));
        pieces.extend(path.map(|path| Piece { path, colour, rule: FillRule::NonZero }));
    }
    Ok(())
}

/// Paper is white, so what shines through is mixed with white.
fn on_white(paint: &usvg::Paint, opacity: f32) -> Result<Colour, LogoError> {
    let usvg::Paint::Color(colour) = paint else { return Err(LogoError::NotOnPaper("gradient or pattern")) };
    let white = ((1.0 - opacity.clamp(0.0, 1.0)) * 100.0).round() as u16;
    Ok(Colour::new(colour.red, colour.green, colour.blue).mixed(Colour::new(255, 255, 255), white))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_demo_town_s_logo_is_read() {
        let logo = Logo::from_svg(include_bytes!("../../../../web/town/logo.svg")).expect("a logo");
        assert_eq!(logo.0.pieces.len(), 4);
        assert_eq!((logo.0.width, logo.0.height), (48.0, 52.0));
    }

    #[test]
    fn what_paper_cannot_show_is_refused() {
        let svg = |inner: &str| {
            let svg = format!("<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 9 9\">{inner}</svg>");
            Logo::from_svg(svg.as_bytes()).map(|_| ())
        };
        let shape = "<rect width=\"9\" height=\"9\" ";
        assert_eq!(svg(&format!("{shape} opacity=\".5\"/>")), Ok(()));
        for (inner, what) in [
            (format!("<mask id=\"m\">{shape}/></mask>{shape} mask=\"url(#m)\"/>"), "mask"),
            (format!("<clipPath id=\"c\">{shape}/></clipPath>{shape} clip-path=\"url(#c)\"/>"), "clip path"),
            (format!("{shape} stroke=\"red\" stroke-dasharray=\"1 1\"/>"), "dashed line"),
        ] {
            assert_eq!(svg(&inner), Err(LogoError::NotOnPaper(what)));
        }
        assert_eq!(svg(""), Err(LogoError::Empty));
        assert!(matches!(Logo::from_svg(b"\xff<svg"), Err(LogoError::NotSvg(_))));
        assert!(matches!(Logo::from_svg(b"<html/>"), Err(LogoError::NotSvg(_))));
    }
}
