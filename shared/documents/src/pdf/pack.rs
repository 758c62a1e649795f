//! Makes a PDF small: objects without a stream of their own go together into compressed ones (ISO 32000-1,
//! 7.5.7). A tagged table has an object for every cell, and of those the writer makes plain text, some
//! hundred bytes each.
//!
//! What comes in is our own writer's, so little of PDF has to be understood: where objects begin stands in
//! its table, and whether one has a stream at its end. What is not as expected is left as it was.

use flate2::Compression;
use flate2::write::ZlibEncoder;
use std::io::Write as _;

/// Objects that are compressed together. A reader unpacks all of them to see one.
const TOGETHER: usize = 400;

pub(super) fn packed(pdf: Vec<u8>) -> Vec<u8> {
    match Plain::read(&pdf).and_then(|plain| plain.pack()) {
        Some(packed) if packed.len() < pdf.len() => packed,
        _ => pdf,
    }
}

/// A PDF as the writer makes it.
struct Plain<'a> {
    header: &'a [u8],
    /// Number and what stands between `obj` and `endobj`, in the order of the file.
    objects: Vec<(usize, &'a [u8])>,
    /// How many numbers there are; the first is never used.
    size: usize,
    /// The trailer's entries but its size.
    trailer: &'a str,
}

/// Where an object stands in the packed file.
#[derive(Clone, Copy)]
enum Place {
    Free,
    At(usize),
    Within { stream: usize, index: usize },
}

impl<'a> Plain<'a> {
    fn read(pdf: &'a [u8]) -> Option<Self> {
        let tail = std::str::from_utf8(pdf.get(pdf.len().checked_sub(30)?..)?).ok()?;
        let table: usize = tail.rsplit_once("startxref")?.1.split_whitespace().next()?.parse().ok()?;
        let text = std::str::from_utf8(pdf.get(table..)?).ok()?;
        let (lines, trailer) = text.strip_prefix("xref\n0 ")?.split_once("trailer")?;
        let (size, lines) = lines.split_once('\n')?;
        let size: usize = size.trim().parse().ok()?;
        let trailer = trailer.split_once("startxref")?.0.trim().strip_prefix("<<")?.strip_suffix(">>")?;
        let trailer = trailer.strip_prefix(format!("/Size {size}").as_str())?;

        let used = |(number, line): (usize, &str)| {
            let offset = line.trim_end().strip_suffix(" 00000 n")?;
            Some((offset.parse::<usize>().ok()?, number))
        };
        let mut offsets: Vec<(usize, usize)> = lines.lines().enumerate().filter_map(used).collect();
        offsets.sort_unstable();
        let ends = offsets.iter().skip(1).map(|(offset, _)| *offset).chain([table]);
        let objects = offsets.iter().zip(ends).map(|((offset, number), end)| {
            let object = pdf.get(*offset..end)?.trim_ascii();
            let body = object.strip_prefix(format!("{number} 0 obj").as_bytes())?.strip_suffix(b"endobj")?;
            Some((*number, body.trim_ascii()))
        });
        let objects = objects.collect::<Option<Vec<_>>>()?;
        Some(Self { header: pdf.get(..offsets.first()?.0)?, objects, size, trailer })
    }

    fn pack(&self) -> Option<Vec<u8>> {
        let mut out = self.header.to_vec();
        let mut places = vec![Place::Free; self.size];
        let (streams, others): (Vec<_>, Vec<_>) =
            self.objects.iter().partition(|(_, body)| body.ends_with(b"endstream"));
        for (number, body) in streams {
            *places.get_mut(number)? = Place::At(out.len());
            writeln!(out, "{number} 0 obj").ok()?;
            out.extend_from_slice(body.strip_suffix(b"\nendstream")?);
            out.extend_from_slice(STREAM_END);
        }
        for objects in others.chunks(TOGETHER) {
            let stream = places.len();
            places.push(Place::At(out.len()));
            let (mut numbers, mut bodies) = (String::new(), Vec::new());
            for (index, (number, body)) in objects.iter().enumerate() {
                *places.get_mut(*number)? = Place::Within { stream, index };
                numbers.push_str(&format!("{number} {} ", bodies.len()));
                bodies.extend_from_slice(body);
                bodies.push(b'\n');
            }
            let first = numbers.len();
            let both = [numbers.into_bytes(), bodies].concat();
            let dictionary = format!("/Type/ObjStm/N {}/First {first}", objects.len());
            compressed_stream(&mut out, stream, &dictionary, &both)?;
        }
        self.cross_references(&mut out, places)?;
        Some(out)
    }

    /// The table of where everything stands, as a stream: kind, place, index within (7.5.8).
    fn cross_references(&self, out: &mut Vec<u8>, mut places: Vec<Place>) -> Option<()> {
        let (number, start) = (places.len(), out.len());
        places.push(Place::At(start));
        let mut rows = Vec::with_capacity(places.len() * (ROW + 1));
        let mut above = [0u8; ROW];
        for place in &places {
            let (kind, where_, index) = match place {
                Place::Free => (0, 0, 0),
                Place::At(offset) => (1, *offset, 0),
                Place::Within { stream, index } => (2, *stream, *index),
            };
            let mut row = [0u8; ROW];
            row[0] = kind;
            row[1..5].copy_from_slice(&u32::try_from(where_).ok()?.to_be_bytes());
            row[5..].copy_from_slice(&u16::try_from(index).ok()?.to_be_bytes());
            // As the difference from the row above, which compresses to almost nothing.
            rows.push(2);
            rows.extend(row.iter().zip(above).map(|(own, above)| own.wrapping_sub(above)));
            above = row;
        }
        let dictionary = format!(
            "/Type/XRef/Size {}/W[1 4 2]/DecodeParms<</Predictor 12/Columns {ROW}>>{}",
            places.len(),
            self.trailer
        );
        compressed_stream(out, number, &dictionary, &rows)?;
        write!(out, "startxref\n{start}\n%%EOF\n").ok()
    }
}

/// Bytes of a row in the table: 1 + 4 + 2.
const ROW: usize = 7;

/// Two characters end the line before it: where a stream's own last byte is the first of them, one alone
/// would leave open how long the stream is, which an archive's checker holds against it (ISO 19005-2, 6.1.7).
const STREAM_END: &[u8] = b"\r\nendstream\nendobj\n";

fn compressed_stream(out: &mut Vec<u8>, number: usize, dictionary: &str, content: &[u8]) -> Option<()> {
    let mut encoder = ZlibEncoder::new(Vec::new(), Compression::new(6));
    encoder.write_all(content).ok()?;
    let content = encoder.finish().ok()?;
    write!(out, "{number} 0 obj\n<<{dictionary}/Filter/FlateDecode/Length {}>>\nstream\n", content.len()).ok()?;
    out.extend_from_slice(&content);
    out.extend_from_slice(STREAM_END);
    Some(())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_not_as_expected_is_left_as_it_was() {
        for odd in [
            &b""[..],
            b"%PDF-1.7",
            b"startxref\n0\n%%EOF",
            b"xref\n0 2\n0000000000 65535 f\n0000000009 00000 n\ntrailer\n<</Size 2>>\nstartxref\n0\n%%EOF",
            b"xref\n0 99999999999999\ntrailer\n<</Size 99999999999999>>\nstartxref\n0\n%%EOF                ",
        ] {
            assert_eq!(packed(odd.to_vec()), odd);
        }
    }
}
