//! Texts of what keeps coming back: the question, what it rests on, what it does, and where to start.
//! Never a verdict: each is a question, or counts what was caught.

texts! {
    /// Core needs: asked about, answered, and what goes with them.
    CoreNeeds {
        comes_up,
        comes_up_nowhere,
        and,
        in_all,
        in_some,
        in_one,
        not_named,
        only_guessed,
        /// For the areas of the vocabulary, in its order, separated by bars.
        places,
        place_other,
        /// One to twelve, separated by one space.
        numbers,
        tag_not_named,
        tag_only_guessed,
        rings_true,
        not_quite,
        later,
        times,
        history,
        early,
        none,
        behind_sign,
        behind_area,
        behind_sessions,
        evidence,
        sessions_one,
        sessions_other,
        name_another,
        name_another_title,
        name_another_lead,
        own_needs,
        answered_title,
        answered_not_quite,
        answered_later,
        ask_again,
    }
}

texts! {
    /// What a core need does in a life.
    Footprints {
        true_since,
        take_back,
        nothing_yet,
        done,
        about,
        about_item,
        hands,
        hands_open,
        mine,
        influence,
        not_mine,
        choices,
        choice_told,
        serves,
        costs,
        turned_out,
        and_more,
    }
}

texts! {
    /// Where to start next time.
    Openings {
        title,
        lead,
        none,
        hands,
        elsewhere,
        guessed_feeling,
        guessed_need,
        look_back,
        because_need,
        because_place,
        because_choice,
        because_guess,
    }
}
