use crate::{Problem, ProblemCode};
use meent_parking::{NotDone, Refusal};

impl From<Refusal> for Problem {
    fn from(refusal: Refusal) -> Self {
        let (code, field) = match refusal {
            Refusal::Past => (ProblemCode::TimePast, "from"),
            Refusal::TooFarAhead => (ProblemCode::TooFarAhead, "until"),
            Refusal::ZoneClosed => (ProblemCode::ZoneClosed, "zone"),
            Refusal::StayTooLong => (ProblemCode::StayTooLong, "until"),
            Refusal::VisitTooLong => (ProblemCode::VisitTooLong, "until"),
            Refusal::Overlaps => (ProblemCode::PlateAlreadyBooked, "plate"),
            Refusal::Free => (ProblemCode::ParkingIsFree, "from"),
            Refusal::TooMany => (ProblemCode::TooManySessions, "until"),
            Refusal::Shorter => (ProblemCode::NotLater, "until"),
            Refusal::TooLong => (ProblemCode::SessionTooLong, "until"),
        };
        Problem::at(code, field)
    }
}

impl From<NotDone> for Problem {
    fn from(why: NotDone) -> Self {
        match why {
            NotDone::Refused(refusal) => refusal.into(),
            NotDone::ShortOfMoney(_) => ProblemCode::BalanceTooLow.into(),
            NotDone::ShortOfHours(_) => ProblemCode::VisitorHoursUsed.into(),
            NotDone::PriceChanged(_) => Problem::at(ProblemCode::PriceChanged, "agreedCents"),
            NotDone::OtherRequest => ProblemCode::IdempotencyKeyUsed.into(),
            NotDone::NoSession => ProblemCode::NotFound.into(),
            NotDone::Over => ProblemCode::SessionOver.into(),
            NotDone::TooLateToCorrect => Problem::at(ProblemCode::TooLateToCorrect, "plate"),
            NotDone::Failed(error) => error.into(),
        }
    }
}
