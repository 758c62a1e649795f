//! Money comes in, is counted, and goes back: over real HTTP, with everything that a provider does.

mod top_up;
