//! Randomness that can be had again.

use std::io::Write as _;

/// Small and good enough: SplitMix64.
#[derive(Clone)]
pub struct Dice(u64);

impl Default for Dice {
    fn default() -> Self {
        Self::new()
    }
}

impl Dice {
    /// Of `MEENT_SEED`, or of the moment; told either way.
    pub fn new() -> Self {
        let given = std::env::var("MEENT_SEED").ok().and_then(|seed| seed.parse().ok());
        let seed = given.unwrap_or_else(|| u64::from_le_bytes(meent_secrets::random_bytes()));
        // The test's own output, which is shown when it fails.
        println(&format!("MEENT_SEED={seed}"));
        Self(seed)
    }

    /// Another, for who rolls beside.
    pub fn split(&mut self) -> Self {
        Self(self.roll())
    }

    pub fn roll(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut mixed = self.0;
        mixed = (mixed ^ (mixed >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        mixed ^ (mixed >> 31)
    }

    pub fn below(&mut self, end: usize) -> usize {
        usize::try_from(self.roll() % end as u64).expect("below a length")
    }

    pub fn cents(&mut self, most: usize) -> i64 {
        i64::try_from(self.below(most)).expect("small") + 1
    }

    pub fn shuffle<T>(&mut self, list: &mut [T]) {
        for end in (1..list.len()).rev() {
            list.swap(end, self.below(end + 1));
        }
    }
}

#[allow(clippy::print_stdout, reason = "whoever sees it fail must be able to try it again")]
pub fn println(line: &str) {
    println!("{line}");
    let _ = std::io::stdout().flush();
}
