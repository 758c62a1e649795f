//! From what is laid out to bytes: content drawn, tagged or marked as mere looks, and the tree over it.

use super::fonts::{self, Weight};
use super::lines::Line;
use super::paper::Pdf;
use super::sheets::{HEIGHT, Is, Mark, NodeId, Role, Tree, WIDTH, What};
use super::text::honest;
use super::{PdfError, pack};
use crate::letterhead::Colour;
use crate::picture::FillRule;
use chrono::{DateTime, Datelike, Timelike, Utc};
use krilla::color::rgb;
use krilla::configure::{Accessibility, Archival, ConfigurationBuilder};
use krilla::destination::XyzDestination;
use krilla::geom::{Path, PathBuilder, Point, Rect, Transform};
use krilla::metadata::{self, Metadata};
use krilla::num::NormalizedF32;
use krilla::outline::{Outline, OutlineNode};
use krilla::page::PageSettings;
use krilla::paint::{self, Fill};
use krilla::surface::Surface;
use krilla::tagging::{
    Artifact, ArtifactType, ContentTag, Identifier, Node, SpanTag, TableHeaderScope, Tag, TagGroup, TagKind, TagTree,
};
use krilla::text::{GlyphId, KrillaGlyph};
use krilla::{Document, SerializeSettings};
use std::num::NonZeroU16;

pub(super) fn bytes(pdf: Pdf) -> Result<Vec<u8>, PdfError> {
    if [Weight::Regular, Weight::Bold].into_iter().any(|weight| fonts::face(weight).is_none()) {
        return Err(PdfError("the type can't be read".to_owned()));
    }
    let configuration = ConfigurationBuilder::new()
        .with_accessibility_validator(Accessibility::UA1)
        .with_archival_validator(Archival::A2_A)
        .finish()
        .map_err(|error| PdfError(format!("{error:?}")))?;
    let settings = SerializeSettings { configuration, ..SerializeSettings::default() };
    let mut document = Document::new_with(settings);
    let language = pdf.language.code();
    document.set_metadata(
        Metadata::new()
            .title(pdf.title.clone())
            .language(language.to_owned())
            .authors(vec![honest(&pdf.letterhead.name)])
            .creator("Meent".to_owned())
            .creation_date(date_time(pdf.made_on)),
    );
    let mut outline = Outline::new();
    outline.push_child(OutlineNode::new(pdf.title.clone(), XyzDestination::new(0, Point::from_xy(0.0, 0.0))));
    document.set_outline(outline);

    let mut content: Vec<Vec<Identifier>> = pdf.tree.nodes.iter().map(|_| Vec::new()).collect();
    for sheet in &pdf.sheets {
        let page = PageSettings::from_wh(WIDTH, HEIGHT).ok_or_else(|| PdfError("no page has this size".to_owned()))?;
        let mut page = document.start_page_with(page);
        let mut surface = page.surface();
        // What is of one thing and stands together is one piece of content.
        for marks in sheet.marks.chunk_by(|one, other| one.is == other.is) {
            let identifier = surface.start_tagged(tag(marks[0].is));
            for mark in marks {
                draw(&mut surface, mark);
            }
            surface.end_tagged();
            if let Is::Of(node) = marks[0].is {
                content[node.index()].push(identifier);
            }
        }
        surface.finish();
        page.finish();
    }
    let mut tags = TagTree::new().with_lang(Some(language.to_owned()));
    for node in &pdf.tree.top {
        tags.push(group(&pdf.tree, *node, &mut content));
    }
    document.set_tag_tree(tags);
    let bytes = document.finish().map_err(|error| PdfError(error.to_string()))?;
    Ok(pack::packed(bytes))
}

fn tag(is: Is) -> ContentTag<'static> {
    let artifact = |kind| ContentTag::Artifact(Artifact::with_kind(kind));
    match is {
        Is::Of(_) => ContentTag::Span(SpanTag::empty()),
        Is::Looks => artifact(ArtifactType::Layout),
        Is::Header => artifact(ArtifactType::Header),
        Is::Footer => artifact(ArtifactType::Footer),
    }
}

fn group(tree: &Tree, id: NodeId, content: &mut [Vec<Identifier>]) -> Node {
    let node = &tree.nodes[id.index()];
    let mut kind: TagKind = match &node.role {
        Role::Heading { level, title } => {
            Tag::Hn(NonZeroU16::new(*level).unwrap_or(NonZeroU16::MIN), Some(title.clone())).into()
        }
        Role::Paragraph => Tag::P.into(),
        Role::Table => Tag::Table.into(),
        Role::Head => Tag::THead.into(),
        Role::Body => Tag::TBody.into(),
        Role::Row => Tag::TR.into(),
        Role::ColumnHeading => Tag::TH(TableHeaderScope::Column).into(),
        Role::RowHeading => Tag::TH(TableHeaderScope::Row).into(),
        Role::Cell => Tag::TD.into(),
        Role::Figure { alternative } => Tag::Figure(Some(alternative.clone())).into(),
    };
    if let Some(says) = &node.says {
        kind.as_any_mut().set_actual_text(Some(says.to_string()));
    }
    let mut group = TagGroup::new(kind);
    for identifier in std::mem::take(&mut content[id.index()]) {
        group.push(identifier);
    }
    for child in &node.children {
        group.push(self::group(tree, *child, content));
    }
    Node::Group(group)
}

fn draw(surface: &mut Surface<'_>, mark: &Mark) {
    match &mark.what {
        What::Text { line, x, baseline, size, colour } => text(surface, line, *x, *baseline, *size, *colour),
        What::Ground { x, y, width, height, colour } => {
            if let Some(path) = rectangle(*x, *y, *width, *height) {
                surface.set_fill(Some(fill(*colour, FillRule::NonZero)));
                surface.draw_path(&path);
            }
        }
        What::Picture { picture, x, y, scale } => {
            surface.push_transform(&Transform::from_row(*scale, 0.0, 0.0, *scale, *x, *y));
            for piece in &picture.pieces {
                if let Some(outline) = piece.outline() {
                    surface.set_fill(Some(fill(piece.colour, piece.rule)));
                    surface.draw_path(&outline);
                }
            }
            surface.pop();
        }
    }
}

/// The words of a line as one piece of text, spaces included: whoever copies or listens needs them.
fn text(surface: &mut Surface<'_>, line: &Line, x: f32, baseline: f32, size: f32, colour: Colour) {
    let Some(face) = fonts::face(line.weight) else { return };
    let (mut text, mut glyphs) = (String::new(), Vec::new());
    for (index, word) in line.words.iter().enumerate() {
        if index > 0 {
            push(face.space(), " ", &mut text, &mut glyphs);
        }
        push(&word.glyphs, &word.text, &mut text, &mut glyphs);
    }
    surface.set_fill(Some(fill(colour, FillRule::NonZero)));
    surface.draw_glyphs(Point::from_xy(x, baseline), &glyphs, face.embedded.clone(), &text, size, false);
}

fn push(word: &[fonts::Glyph], word_text: &str, text: &mut String, glyphs: &mut Vec<KrillaGlyph>) {
    let start = text.len();
    text.push_str(word_text);
    for (index, glyph) in word.iter().enumerate() {
        // A glyph's text ends where that of the next begins.
        let next = word[index + 1..].iter().map(|next| next.at).find(|at| *at > glyph.at);
        let range = start + glyph.at..start + next.unwrap_or(word_text.len());
        let id = GlyphId::new(glyph.id);
        glyphs.push(KrillaGlyph::new(id, glyph.advance, glyph.x_offset, glyph.y_offset, 0.0, range, None));
    }
}

fn fill(colour: Colour, rule: FillRule) -> Fill {
    let (red, green, blue) = colour.channels();
    let rule = match rule {
        FillRule::NonZero => paint::FillRule::NonZero,
        FillRule::EvenOdd => paint::FillRule::EvenOdd,
    };
    Fill { paint: rgb::Color::new(red, green, blue).into(), opacity: NormalizedF32::ONE, rule }
}

fn rectangle(x: f32, y: f32, width: f32, height: f32) -> Option<Path> {
    let mut path = PathBuilder::new();
    path.push_rect(Rect::from_xywh(x, y, width, height)?);
    path.finish()
}

fn date_time(at: DateTime<Utc>) -> metadata::DateTime {
    metadata::DateTime::new(at.year().clamp(0, 9999) as u16)
        .month(at.month() as u8)
        .day(at.day() as u8)
        .hour(at.hour() as u8)
        .minute(at.minute() as u8)
        .second(at.second() as u8)
        .utc_offset_hour(0)
        .utc_offset_minute(0)
}
