//! The colours of the payment pages, for light and for dark.

use crate::payments::PaymentProvider;

/// Colours of which each pair in `text_on_ground` is read.
pub(super) struct Palette {
    ground: &'static str,
    card: &'static str,
    chosen: &'static str,
    text: &'static str,
    quiet: &'static str,
    line: &'static str,
    band: &'static str,
    on_band: &'static str,
    action: &'static str,
    on_action: &'static str,
    notice: &'static str,
    on_notice: &'static str,
    focus: &'static str,
}

const WORLDLINE_LIGHT: Palette = Palette {
    ground: "#f2f6f6",
    card: "#ffffff",
    chosen: "#e3f1f1",
    text: "#16282b",
    quiet: "#4a5c60",
    line: "#c9d6d7",
    band: "#0f3b43",
    on_band: "#ffffff",
    action: "#00696b",
    on_action: "#ffffff",
    notice: "#fff3bf",
    on_notice: "#3b2f00",
    focus: "#0b57d0",
};

const WORLDLINE_DARK: Palette = Palette {
    ground: "#0d1a1c",
    card: "#152629",
    chosen: "#1f3a3d",
    text: "#eaf4f4",
    quiet: "#a9bdc0",
    line: "#38494c",
    band: "#08282e",
    on_band: "#ffffff",
    action: "#5fd0cc",
    on_action: "#06201f",
    notice: "#3d3300",
    on_notice: "#fff0b3",
    focus: "#9ec7ff",
};

const MOLLIE_LIGHT: Palette = Palette {
    ground: "#f7f7f9",
    chosen: "#ececf2",
    text: "#1a1a1f",
    quiet: "#55555f",
    line: "#d3d3da",
    band: "#000000",
    action: "#1a1a1f",
    ..WORLDLINE_LIGHT
};

const MOLLIE_DARK: Palette = Palette {
    ground: "#121215",
    card: "#1c1c21",
    chosen: "#2c2c34",
    text: "#f3f3f6",
    quiet: "#b4b4be",
    line: "#43434d",
    band: "#000000",
    action: "#e6e6ee",
    on_action: "#121215",
    ..WORLDLINE_DARK
};

impl Palette {
    fn of(provider: PaymentProvider) -> [&'static Self; 2] {
        match provider {
            PaymentProvider::Worldline => [&WORLDLINE_LIGHT, &WORLDLINE_DARK],
            PaymentProvider::Mollie => [&MOLLIE_LIGHT, &MOLLIE_DARK],
        }
    }

    /// The rules that give the page its colours.
    pub fn style(provider: PaymentProvider) -> String {
        let [light, dark] = Self::of(provider).map(Self::variables);
        format!(":root{{color-scheme:light dark;{light}}}@media (prefers-color-scheme:dark){{:root{{{dark}}}}}")
    }

    fn variables(&self) -> String {
        let Self { ground, card, chosen, text, quiet, line, band, on_band, action, on_action, .. } = self;
        let Self { notice, on_notice, focus, .. } = self;
        format!(
            "--ground:{ground};--card:{card};--chosen:{chosen};--text:{text};--quiet:{quiet};--line:{line};\
             --band:{band};--on-band:{on_band};--action:{action};--on-action:{on_action};\
             --notice:{notice};--on-notice:{on_notice};--focus:{focus}"
        )
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn luminance(colour: &str) -> f64 {
        let part = |range: std::ops::Range<usize>| {
            let value = f64::from(u8::from_str_radix(&colour[range], 16).expect("two digits")) / 255.0;
            if value <= 0.04045 { value / 12.92 } else { ((value + 0.055) / 1.055).powf(2.4) }
        };
        0.2126 * part(1..3) + 0.7152 * part(3..5) + 0.0722 * part(5..7)
    }

    /// WCAG 2.2, 1.4.3 and 1.4.11.
    fn contrast(one: &str, other: &str) -> f64 {
        let (one, other) = (luminance(one) + 0.05, luminance(other) + 0.05);
        one.max(other) / one.min(other)
    }

    #[test]
    fn everything_can_be_read_by_light_and_by_dark() {
        for palette in PaymentProvider::ALL.into_iter().flat_map(Palette::of) {
            let text = [
                (palette.text, palette.ground),
                (palette.text, palette.card),
                (palette.text, palette.chosen),
                (palette.quiet, palette.card),
                (palette.on_band, palette.band),
                (palette.on_action, palette.action),
                (palette.on_notice, palette.notice),
            ];
            for (letters, ground) in text {
                assert!(contrast(letters, ground) >= 4.5, "{letters} on {ground}");
            }
            let marks = [
                (palette.focus, palette.ground),
                (palette.focus, palette.card),
                (palette.quiet, palette.ground),
                (palette.action, palette.ground),
                (palette.action, palette.chosen),
            ];
            for (mark, ground) in marks {
                assert!(contrast(mark, ground) >= 3.0, "{mark} on {ground}");
            }
        }
    }
}
