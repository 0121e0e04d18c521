//! Texts of choices held against what goes short, and of what is met, in British English.
//! Shapes are in `i18n::plans`.

use crate::i18n::{MetNeeds, Plans};

pub const PLANS: Plans = Plans {
    lead: "What each would do for what goes short. Nothing here says what to choose.",
    short: "What goes short now",
    none: "No choice has been caught yet. On a moment's card, “A choice” notes what someone did or might do.",
    group: "What it would do",
    serves: "Serves",
    costs: "Costs",
    serves_need: "Serves {need}",
    costs_need: "Costs {need}",
    core: "core",
    ask: "Which of these would it serve? Which might it cost?",
    hit_serves: "It would serve {needs}.",
    hit_costs: "It may cost {needs}.",
    hit_leaves_out: "It leaves out {needs}.",
    hit_all: "It leaves out nothing that goes short now.",
    nothing_short: "Nothing stands unmet just now. You can still say what it would serve.",
    other: "Another need",
    other_none: "Choose a need",
    turned_out: "How did it turn out?",
    turned_out_need: "{need}: {standing}",
    open: "Open “{choice}”",
};

pub const MET_NEEDS: MetNeeds = MetNeeds {
    lead: "What nourishes, where, and since when. It holds a person up as much as the rest weighs.",
    none: "No need was named as met in this period yet. Comfortable feelings tell of them too.",
    since: "Met since {day}",
    lately_unmet: "Met before, unmet last",
    not_named: "Not yet named: comfortable feelings point here",
    done: "What was done",
};
