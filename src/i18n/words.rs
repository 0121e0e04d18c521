//! Texts of the words to browse, of one word's card, and of the wheel.
//! No word, definition or signal: those are in the vocabulary.

texts! {
    /// The vocabulary to browse, and one word's card.
    Words {
        title,
        lead,
        find,
        find_hint,
        kinds,
        feelings,
        wheel,
        needs,
        judgements,
        areas,
        ideas,
        feelings_lead,
        wheel_lead,
        needs_lead,
        judgements_lead,
        areas_lead,
        ideas_lead,
        about_other,
        about_self,
        about_situation,
        pleasant,
        found_none,
        found_one,
        found_other,
        found_many,
        also,
        a_feeling,
        a_need,
        a_judgement,
        an_area,
        an_idea,
        in_family,
        in_group,
        core,
        points_to_met,
        points_to_unmet,
        points_to_either,
        may_cover,
        covered_by,
        heard_in,
        felt_unmet,
        felt_met,
        beneath_feelings,
        beneath_needs,
        synonyms,
        show_more,
        empty,
        card,
        back_to,
        close_card,
    }
}

texts! {
    /// The wheel of feelings.
    Wheel {
        title,
        comfortable,
        uncomfortable,
        words_one,
        words_other,
        place,
        spoken_feeling,
        spoken_family,
        how,
    }
}
