//! Writing XML: elements close what they opened, and no text can break out of its place.

pub struct Xml(String);

impl Xml {
    pub fn document(root: &str, attributes: &[(&str, &str)], content: impl FnOnce(&mut Self)) -> Vec<u8> {
        let mut xml = Self("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n".to_owned());
        xml.element(root, attributes, content);
        xml.0.push('\n');
        xml.0.into_bytes()
    }

    pub fn within(&mut self, name: &str, content: impl FnOnce(&mut Self)) {
        self.element(name, &[], content);
    }

    pub fn text(&mut self, name: &str, text: &str) {
        self.text_with(name, &[], text);
    }

    pub fn text_with(&mut self, name: &str, attributes: &[(&str, &str)], text: &str) {
        self.element(name, attributes, |xml| xml.escaped(text));
    }

    fn element(&mut self, name: &str, attributes: &[(&str, &str)], content: impl FnOnce(&mut Self)) {
        self.0.push('<');
        self.0.push_str(name);
        for (attribute, value) in attributes {
            self.0.push(' ');
            self.0.push_str(attribute);
            self.0.push_str("=\"");
            self.escaped(value);
            self.0.push('"');
        }
        self.0.push('>');
        content(self);
        self.0.push_str("</");
        self.0.push_str(name);
        self.0.push('>');
    }

    fn escaped(&mut self, text: &str) {
        for character in text.chars() {
            match character {
                '&' => self.0.push_str("&amp;"),
                '<' => self.0.push_str("&lt;"),
                '>' => self.0.push_str("&gt;"),
                '"' => self.0.push_str("&quot;"),
                '\'' => self.0.push_str("&apos;"),
                // What XML 1.0 has no place for, not even escaped.
                '\0'..='\u{8}' | '\u{b}' | '\u{c}' | '\u{e}'..='\u{1f}' | '\u{fffe}' | '\u{ffff}' => {
                    self.0.push('\u{fffd}');
                }
                _ => self.0.push(character),
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn text_stays_text() {
        let bytes = Xml::document("a", &[("b", "\"<&'\n")], |xml| xml.text("c", "</c>&\u{1}\u{ffff}é"));
        let text = String::from_utf8(bytes).expect("UTF-8");
        assert!(text.ends_with("<a b=\"&quot;&lt;&amp;&apos;\n\"><c>&lt;/c&gt;&amp;\u{fffd}\u{fffd}é</c></a>\n"));
    }
}
