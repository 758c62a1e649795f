//! A document as it is laid out: what stands where on which page, and what it is to whoever listens.
//!
//! Lengths are points, 72 to an inch, from the top left of the page.

use super::lines::Line;
use crate::letterhead::Colour;
use crate::picture::Picture;
use std::rc::Rc;
use std::sync::Arc;

/// A4
pub(super) const WIDTH: f32 = 595.28;
pub(super) const HEIGHT: f32 = 841.89;

#[derive(Default)]
pub(super) struct Sheet {
    pub marks: Vec<Mark>,
}

/// Something on a page.
pub(super) struct Mark {
    pub what: What,
    pub is: Is,
}

/// Whether it is content, or only looks.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Is {
    Of(NodeId),
    /// Lines, grounds, logos beside a name.
    Looks,
    /// What each page repeats.
    Header,
    Footer,
}

pub(super) enum What {
    Text { line: Line, x: f32, baseline: f32, size: f32, colour: Colour },
    Ground { x: f32, y: f32, width: f32, height: f32, colour: Colour },
    Picture { picture: Arc<Picture>, x: f32, y: f32, scale: f32 },
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct NodeId(usize);

/// The tree of what is what. Its root is the document.
#[derive(Default)]
pub(super) struct Tree {
    pub nodes: Vec<Node>,
    pub top: Vec<NodeId>,
}

pub(super) struct Node {
    pub role: Role,
    /// What it says, where that can't be seen from what is drawn.
    pub says: Option<Rc<str>>,
    pub children: Vec<NodeId>,
}

#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Role {
    Heading { level: u16, title: String },
    Paragraph,
    Table,
    Head,
    Body,
    Row,
    ColumnHeading,
    RowHeading,
    Cell,
    Figure { alternative: String },
}

impl Tree {
    pub fn add(&mut self, parent: Option<NodeId>, role: Role, says: Option<Rc<str>>) -> NodeId {
        let id = NodeId(self.nodes.len());
        self.nodes.push(Node { role, says, children: Vec::new() });
        match parent {
            Some(NodeId(parent)) => self.nodes[parent].children.push(id),
            None => self.top.push(id),
        }
        id
    }
}

impl NodeId {
    pub fn index(self) -> usize {
        self.0
    }
}
