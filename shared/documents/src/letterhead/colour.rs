//! A town's colour. Whatever a town chooses, what is written in it can be read on white (P-42).

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Colour {
    red: u8,
    green: u8,
    blue: u8,
}

impl Colour {
    pub(crate) const fn new(red: u8, green: u8, blue: u8) -> Self {
        Self { red, green, blue }
    }

    /// `#0c6650`
    pub fn from_hex(text: &str) -> Option<Self> {
        let digits = text
            .strip_prefix('#')
            .filter(|digits| digits.len() == 6 && digits.bytes().all(|b| b.is_ascii_hexdigit()))?;
        let channel = |at: usize| u8::from_str_radix(&digits[at..at + 2], 16).ok();
        Some(Self::new(channel(0)?, channel(2)?, channel(4)?))
    }

    pub(crate) fn channels(self) -> (u8, u8, u8) {
        (self.red, self.green, self.blue)
    }

    /// The same hue, dark enough to be read on white: 4.5 to 1, as WCAG 2.2 asks.
    pub(crate) fn as_ink(self) -> Self {
        let darker = (0..=20u16).map(|step| self.mixed(Self::new(0, 0, 0), step * 5));
        darker.into_iter().find(|colour| colour.contrast_with_white() >= 4.5).unwrap_or(Self::new(0, 0, 0))
    }

    /// Some per cent of another colour in this one.
    pub(crate) fn mixed(self, other: Self, percent: u16) -> Self {
        let mix = |own: u8, other: u8| {
            let percent = percent.min(100);
            ((u16::from(own) * (100 - percent) + u16::from(other) * percent + 50) / 100) as u8
        };
        Self::new(mix(self.red, other.red), mix(self.green, other.green), mix(self.blue, other.blue))
    }

    fn contrast_with_white(self) -> f32 {
        let linear = |channel: u8| {
            let channel = f32::from(channel) / 255.0;
            if channel <= 0.04045 { channel / 12.92 } else { ((channel + 0.055) / 1.055).powf(2.4) }
        };
        let luminance = 0.2126 * linear(self.red) + 0.7152 * linear(self.green) + 0.0722 * linear(self.blue);
        1.05 / (luminance + 0.05)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn any_colour_gives_ink_that_can_be_read() {
        let steps = (0..=255u8).step_by(15);
        for (red, green, blue) in steps
            .clone()
            .flat_map(|r| steps.clone().map(move |g| (r, g)))
            .flat_map(|(r, g)| (0..=255).step_by(51).map(move |b| (r, g, b)))
        {
            assert!(Colour::new(red, green, blue).as_ink().contrast_with_white() >= 4.5, "{red} {green} {blue}");
        }
        let dark = Colour::new(12, 102, 80);
        assert_eq!(dark.as_ink(), dark);
    }

    #[test]
    fn colours_are_six_digits() {
        assert_eq!(Colour::from_hex("#0c6650"), Some(Colour::new(12, 102, 80)));
        for wrong in ["0c6650", "#0c665", "#0c66501", "#0c665g", "#ééé", "", "#+1+1+1"] {
            assert_eq!(Colour::from_hex(wrong), None, "{wrong}");
        }
    }
}
