//! The tables and their indexes. Few, by who may touch them, because IAM grants by table.

/// Staff accounts have a table of their own: what residents' routes may touch holds no password
/// hashes (docs/adr/0002-staff-table.md).
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Table {
    People,
    Staff,
    WebSessions,
    Audit,
    Work,
    Ledger,
    Payments,
    Parking,
    Catalogue,
}

/// An index, named for the question it answers. The table's own keys are `pk` and `sk` everywhere.
#[derive(Debug, Clone, Copy)]
pub struct Index {
    pub name: &'static str,
    pub partition: &'static str,
    pub sort: &'static str,
}

impl Table {
    pub const ALL: [Table; 9] = [
        Self::People,
        Self::Staff,
        Self::WebSessions,
        Self::Audit,
        Self::Work,
        Self::Ledger,
        Self::Payments,
        Self::Parking,
        Self::Catalogue,
    ];

    /// Its name after the stack's prefix.
    pub fn name(self) -> &'static str {
        match self {
            Self::People => "people",
            Self::Staff => "staff",
            Self::WebSessions => "web-sessions",
            Self::Audit => "audit",
            Self::Work => "work",
            Self::Ledger => "ledger",
            Self::Payments => "payments",
            Self::Parking => "parking",
            Self::Catalogue => "catalogue",
        }
    }

    pub fn indexes(self) -> &'static [Index] {
        match self {
            Self::Staff => &[Index { name: "by-name", partition: "pk", sort: "name_key" }],
            Self::Audit => &[
                Index { name: "by-actor", partition: "actor_id", sort: "sk" },
                Index { name: "by-subject", partition: "subject_id", sort: "sk" },
            ],
            Self::Work => &[Index { name: "by-due", partition: "due_shard", sort: "due_at" }],
            Self::Ledger => &[Index { name: "by-invoice", partition: "invoice_of", sort: "sk" }],
            Self::Payments => &[
                Index { name: "by-person", partition: "listed_person", sort: "listed_at" },
                Index { name: "by-month", partition: "listed_month", sort: "listed_at" },
                Index { name: "by-due", partition: "due_shard", sort: "due_at" },
                Index { name: "by-attention", partition: "attention", sort: "listed_at" },
            ],
            Self::Parking => &[Index { name: "by-due", partition: "due_shard", sort: "due_at" }],
            Self::People | Self::WebSessions | Self::Catalogue => &[],
        }
    }

    /// Whether rows end by themselves, by `expires_at` in seconds.
    pub fn has_terms(self) -> bool {
        matches!(self, Self::People | Self::Staff | Self::WebSessions | Self::Work | Self::Parking)
    }
}
