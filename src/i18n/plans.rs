//! Texts of choices held against what goes short, and of what is met.
//! Never calls a choice good or bad.

texts! {
    /// A choice or plan, and the needs it serves, costs and leaves out.
    Plans {
        lead,
        short,
        none,
        group,
        serves,
        costs,
        serves_need,
        costs_need,
        core,
        ask,
        hit_serves,
        hit_costs,
        hit_leaves_out,
        hit_all,
        nothing_short,
        other,
        other_none,
        turned_out,
        turned_out_need,
        open,
    }
}

texts! {
    /// What is met.
    MetNeeds {
        lead,
        none,
        since,
        lately_unmet,
        not_named,
        done,
    }
}
