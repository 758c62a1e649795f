//! The type: Figtree, as on the sites, in two weights. Parsed once in a process, embedded in each document
//! as far as it is used.

use krilla::text::Font;
use rustybuzz::ttf_parser::Tag;
use rustybuzz::{Direction, Feature, ShapePlan, UnicodeBuffer, script};
use std::sync::LazyLock;

#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub(super) enum Weight {
    Regular,
    Bold,
}

pub(super) struct Face {
    /// As the PDF embeds it.
    pub embedded: Font,
    shaper: rustybuzz::Face<'static>,
    plan: ShapePlan,
    units_per_em: f32,
    space: Vec<Glyph>,
}

/// A glyph, in parts of the type's size. `at` is where its text begins.
#[derive(Debug, Clone)]
pub(super) struct Glyph {
    pub id: u32,
    pub at: usize,
    pub advance: f32,
    pub x_offset: f32,
    pub y_offset: f32,
}

static REGULAR: LazyLock<Option<Face>> =
    LazyLock::new(|| Face::parsed(include_bytes!("../../fonts/Figtree-Regular.ttf")));
static BOLD: LazyLock<Option<Face>> = LazyLock::new(|| Face::parsed(include_bytes!("../../fonts/Figtree-Bold.ttf")));

/// `None` would mean that the files in `fonts` are broken: a test reads both.
pub(super) fn face(weight: Weight) -> Option<&'static Face> {
    match weight {
        Weight::Regular => REGULAR.as_ref(),
        Weight::Bold => BOLD.as_ref(),
    }
}

/// Figures of one width, so that amounts stand in columns.
fn features() -> [Feature; 1] {
    [Feature::new(Tag::from_bytes(b"tnum"), 1, ..)]
}

impl Face {
    fn parsed(bytes: &'static [u8]) -> Option<Self> {
        let shaper = rustybuzz::Face::from_slice(bytes, 0)?;
        let plan = ShapePlan::new(&shaper, Direction::LeftToRight, Some(script::LATIN), None, &features());
        let units_per_em = shaper.units_per_em() as f32;
        let mut face = Self { embedded: Font::new(bytes.into(), 0)?, shaper, plan, units_per_em, space: Vec::new() };
        face.space = face.shaped(" ");
        Some(face)
    }

    /// What stands between two words.
    pub fn space(&self) -> &[Glyph] {
        &self.space
    }

    pub fn has(&self, character: char) -> bool {
        self.shaper.glyph_index(character).is_some()
    }

    /// Glyphs from left to right, with kerning.
    pub fn shaped(&self, text: &str) -> Vec<Glyph> {
        let mut buffer = UnicodeBuffer::new();
        buffer.push_str(text);
        buffer.set_direction(Direction::LeftToRight);
        buffer.set_script(script::LATIN);
        let shaped = rustybuzz::shape_with_plan(&self.shaper, &self.plan, buffer);
        let part = |units: i32| units as f32 / self.units_per_em;
        let glyphs = shaped.glyph_infos().iter().zip(shaped.glyph_positions());
        glyphs
            .map(|(info, position)| Glyph {
                id: info.glyph_id,
                at: info.cluster as usize,
                advance: part(position.x_advance),
                x_offset: part(position.x_offset),
                y_offset: part(position.y_offset),
            })
            .collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn both_weights_have_what_the_languages_need() {
        for weight in [Weight::Regular, Weight::Bold] {
            let face = face(weight).expect("a font");
            let needed = "€−–—’“”„…·éèêëàâçîïôûùüœæÉÈÊËÀÂÇÎÏÔÛÙÜŒÆäöüßÄÖÜẞijÿñãőűłŁøåčćžšđğışżźńęąřěůťď";
            for character in needed.chars().chain(' '..='~') {
                assert!(face.has(character), "{character} in {weight:?}");
            }
        }
    }

    #[test]
    fn figures_have_one_width() {
        let face = face(Weight::Regular).expect("a font");
        let widths: Vec<f32> = face.shaped("0123456789").iter().map(|glyph| glyph.advance).collect();
        assert!(widths.iter().all(|width| *width == widths[0]), "{widths:?}");
    }
}
