//! Parking over real HTTP: booked, changed, counted (spec 3).

mod booking;
mod changing;
mod enforcement;
mod leaving;
mod notices;
mod reminders;
mod series;
mod visitors;
