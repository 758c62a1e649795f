//! Reads a paper back: its text, and the tree that a screen reader follows.

use lopdf::{Dictionary, Document, Object, ObjectId};

pub struct Paper(Document);

/// Something in the tree.
pub struct Element {
    pub kind: String,
    pub scope: Option<String>,
    pub actual_text: Option<String>,
    pub alternative: Option<String>,
    pub children: Vec<Element>,
    /// Pieces of content on pages.
    pub pieces: usize,
}

impl Element {
    /// It and everything in it.
    pub fn every(&self) -> Box<dyn Iterator<Item = &Element> + '_> {
        Box::new(std::iter::once(self).chain(self.children.iter().flat_map(Element::every)))
    }

    pub fn all<'a>(&'a self, kind: &'a str) -> impl Iterator<Item = &'a Element> {
        self.every().filter(move |element| element.kind == kind)
    }
}

impl Paper {
    pub fn read(bytes: &[u8]) -> Self {
        Self(Document::load_mem(bytes).expect("a PDF"))
    }

    /// The text of each page.
    pub fn pages(&self) -> Vec<String> {
        self.0.get_pages().keys().map(|page| self.0.extract_text(&[*page]).expect("text")).collect()
    }

    pub fn text(&self) -> String {
        self.pages().concat()
    }

    pub fn catalog_text(&self, key: &str) -> String {
        text(self.catalog().get(key.as_bytes()).expect(key))
    }

    pub fn is_marked(&self) -> bool {
        let marked = self.dictionary(self.catalog().get(b"MarkInfo").expect("MarkInfo")).get(b"Marked");
        marked.and_then(Object::as_bool).unwrap_or_default()
    }

    pub fn shows_its_title(&self) -> bool {
        let preferences = self.dictionary(self.catalog().get(b"ViewerPreferences").expect("ViewerPreferences"));
        preferences.get(b"DisplayDocTitle").and_then(Object::as_bool).unwrap_or_default()
    }

    pub fn title(&self) -> String {
        let info = self.dictionary(self.0.trailer.get(b"Info").expect("Info"));
        text(info.get(b"Title").expect("Title"))
    }

    /// Whether its metadata has this.
    pub fn says_it_is(&self, xmp: &str) -> bool {
        let id = self.catalog().get(b"Metadata").and_then(Object::as_reference).expect("Metadata");
        let stream = self.0.get_object(id).and_then(Object::as_stream).expect("a stream");
        String::from_utf8_lossy(&stream.content).contains(xmp)
    }

    pub fn embeds_all_fonts(&self) -> bool {
        let fonts: Vec<&Dictionary> = self
            .0
            .objects
            .values()
            .filter_map(|object| object.as_dict().ok())
            .filter(|d| d.has_type(b"FontDescriptor"))
            .collect();
        !fonts.is_empty() && fonts.iter().all(|font| font.has(b"FontFile2") || font.has(b"FontFile3"))
    }

    pub fn tree(&self) -> Element {
        let root = self.dictionary(self.catalog().get(b"StructTreeRoot").expect("StructTreeRoot"));
        let mut children = Vec::new();
        let mut pieces = 0;
        self.kids(root, &mut children, &mut pieces);
        Element { kind: "Root".to_owned(), scope: None, actual_text: None, alternative: None, children, pieces }
    }

    fn kids(&self, of: &Dictionary, children: &mut Vec<Element>, pieces: &mut usize) {
        let Ok(kids) = of.get(b"K") else { return };
        let kids = match kids {
            Object::Array(kids) => kids.as_slice(),
            one => std::slice::from_ref(one),
        };
        for kid in kids {
            match kid {
                Object::Reference(id) => children.push(self.element(*id)),
                _ => *pieces += 1,
            }
        }
    }

    fn element(&self, id: ObjectId) -> Element {
        let dictionary = self.0.get_dictionary(id).expect("an element");
        let (mut children, mut pieces) = (Vec::new(), 0);
        self.kids(dictionary, &mut children, &mut pieces);
        let kind = dictionary.get(b"S").and_then(Object::as_name).expect("a kind");
        let attributes: Vec<&Dictionary> = match dictionary.get(b"A") {
            Ok(Object::Array(all)) => all.iter().map(|one| self.dictionary(one)).collect(),
            Ok(one) => vec![self.dictionary(one)],
            Err(_) => vec![],
        };
        let scope = attributes.iter().find_map(|attribute| attribute.get(b"Scope").and_then(Object::as_name).ok());
        Element {
            kind: name(kind),
            scope: scope.map(name),
            actual_text: dictionary.get(b"ActualText").ok().map(text),
            alternative: dictionary.get(b"Alt").ok().map(text),
            children,
            pieces,
        }
    }

    fn catalog(&self) -> &Dictionary {
        self.0.catalog().expect("a catalog")
    }

    fn dictionary<'a>(&'a self, object: &'a Object) -> &'a Dictionary {
        match object {
            Object::Reference(id) => self.0.get_dictionary(*id).expect("a dictionary"),
            object => object.as_dict().expect("a dictionary"),
        }
    }
}

fn name(bytes: &[u8]) -> String {
    String::from_utf8_lossy(bytes).into_owned()
}

fn text(object: &Object) -> String {
    lopdf::decode_text_string(object).expect("text")
}
