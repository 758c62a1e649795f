//! A visit: sessions that follow on one another on one plate are one, and have only so much paid time
//! together.

use super::Span;
use chrono::Duration;

/// Whoever is away for less has not left: else three hours would begin anew by stopping for a minute.
const BREAK: Duration = Duration::minutes(15);

/// The paid minutes of the visit that `span` would be part of, with its own. `others` are the plate's other
/// visitor sessions; none overlaps.
pub fn paid_minutes(span: Span, minutes: u32, others: &[(Span, u32)]) -> u32 {
    let mut rest: Vec<(Span, u32)> = others.to_vec();
    let (mut visit, mut total) = (vec![span], minutes);
    while let Some(index) = rest.iter().position(|(other, _)| visit.iter().any(|known| known.gap_to(*other) < BREAK)) {
        let (other, paid) = rest.swap_remove(index);
        visit.push(other);
        total += paid;
    }
    total
}

#[cfg(test)]
mod tests {
    use super::*;
    use chrono::{DateTime, Utc};

    #[test]
    fn what_follows_on_is_one_visit() {
        let at = |minute: i64| DateTime::<Utc>::UNIX_EPOCH + Duration::minutes(minute);
        let span = |from, until| Span::new(at(from), at(until)).expect("a span");
        let others = [(span(0, 60), 60), (span(70, 100), 30), (span(200, 260), 60)];
        assert_eq!(paid_minutes(span(100, 120), 20, &others), 110);
        assert_eq!(paid_minutes(span(115, 120), 5, &others), 5);
        assert_eq!(paid_minutes(span(110, 190), 80, &others), 230);
        assert_eq!(paid_minutes(span(400, 500), 100, &others), 100);
        assert_eq!(paid_minutes(span(60, 70), 10, &[]), 10);
    }
}
